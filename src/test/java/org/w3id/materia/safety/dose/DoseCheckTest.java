package org.w3id.materia.safety.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Drug;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.stated.Bounds;
import org.w3id.materia.safety.stated.Measure;
import org.w3id.materia.safety.stated.MedicineFacts;
import org.w3id.materia.safety.stated.MedicineName;
import org.w3id.materia.safety.stated.StatedDose;
import org.w3id.materia.safety.stated.StatedFact;
import org.w3id.materia.safety.stated.StatedGroup;

/**
 * Ordered doses against stated ones. What is stated is written as "500-1000 mg 4/d", with "&lt;=" before a ceiling and "text" before a
 * sentence that was not read; several are separated by ";".
 */
class DoseCheckTest {
    private static final Pattern DOSE = Pattern.compile(
            "(<=)?\\s*([\\d.]+)(?:-([\\d.]+))?\\s+(\\S+?)(?:\\s+(\\d+)(?:-(\\d+))?/([\\d.]*)(h|d|wk))?");

    private static final MedicineName MEDICINE = new MedicineName("m", "medicine");
    private static final StatedGroup ADULT = new StatedGroup("adult", "adults", Map.of());
    private static final StatedGroup CHILD = new StatedGroup("child", "children", Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # within what is stated
        500-1000 mg 4/d; <= 4 g 1/d | 1 g 4/d        | none
        500-1000 mg 4/d; <= 4 g 1/d | 500 mg 4/d     | none
        500 mg 2-3/d                | 500 mg 3/d     | none
        10 mg 1/d; 20 mg 1/d        | 15 mg 1/d      | none
        # above a ceiling
        500-1000 mg 4/d; <= 4 g 1/d | 1 g 5/d        | HIGH_DOSE HIGH
        500-1000 mg 4/d; <= 4 g 1/d | 1.5 g 4/d      | HIGH_DOSE HIGH
        <= 4 g 1/d                  | 5 g 1/d        | HIGH_DOSE HIGH
        <= 4 g 1/d                  | 1 g 1/4h       | HIGH_DOSE HIGH
        <= 4 g 1/d                  | 1 g 1/6h       | none
        # a maximum alone says nothing of what is too little
        <= 4 g 1/d                  | 100 mg 1/d     | none
        # the greatest of several ceilings decides: each may be for another use
        <= 2 g 1/d; <= 4 g 1/d      | 3 g 1/d        | none
        <= 2 g 1/d; <= 4 g 1/d      | 5 g 1/d        | HIGH_DOSE HIGH
        # a ceiling for a week
        7.5-25 mg 1/wk; <= 25 mg 1/wk | 10 mg 1/d    | HIGH_DOSE HIGH
        7.5-25 mg 1/wk; <= 25 mg 1/wk | 20 mg 1/wk   | none
        # outside of all that is stated
        10-20 mg 1/d                | 40 mg 1/d      | HIGH_DOSE MODERATE
        10-20 mg 1/d                | 5 mg 1/d       | LOW_DOSE LOW
        10-20 mg 1/d                | 5 mg 2/d       | none
        10 mg 1/d; 40 mg 2/d        | 5 mg 1/d       | LOW_DOSE LOW
        10 mg 1/d; 40 mg 2/d        | 100 mg 1/d     | HIGH_DOSE MODERATE
        # other units of one dimension, by UCUM
        50-100 ug 1/d               | 0.2 mg 1/d     | HIGH_DOSE MODERATE
        50-100 ug 1/d               | 0.075 mg 1/d   | none
        <= 4 g 1/d                  | 4500 mg 1/d    | HIGH_DOSE HIGH
        <= 4 g 1/d                  | 4000000 ug 1/d | none
        """)
    void anOrderIsHeldAgainstWhatIsStatedOfAdults(String stated, String ordered, String alert) {
        Gaps gaps = new Gaps();
        assertThat(written(check(stated(stated, ADULT), ordered, adult(), gaps)))
                .isEqualTo(alert);
        assertThat(gaps.all().toString()).doesNotContain("no amount");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        15 mg/kg 4/d; <= 60 mg/kg 1/d | 300 mg 4/d | 20 | none
        15 mg/kg 4/d; <= 60 mg/kg 1/d | 300 mg 5/d | 20 | HIGH_DOSE HIGH
        15 mg/kg 4/d; <= 60 mg/kg 1/d | 300 mg 4/d | 18 | HIGH_DOSE HIGH
        15 mg/kg 4/d                  | 400 mg 4/d | 20 | HIGH_DOSE MODERATE
        15 mg/kg 4/d                  | 100 mg 4/d | 20 | LOW_DOSE LOW
        10-15 mg/kg 4/d               | 250 mg 4/d | 20 | none
        30-60 mg/kg/d                 | 400 mg 3/d | 20 | none
        30-60 mg/kg/d                 | 500 mg 3/d | 20 | HIGH_DOSE MODERATE
        """)
    void aDoseByWeightIsThatOfThisChild(String stated, String ordered, BigDecimal weight, String alert) {
        assertThat(written(check(stated(stated, CHILD), ordered, child(Optional.of(weight)), new Gaps())))
                .isEqualTo(alert);
    }

    @Test
    void withoutAWeightItIsSaidThatOneIsNeeded() {
        Gaps gaps = new Gaps();
        List<Alert> alerts =
                check(stated("15 mg/kg 4/d; <= 60 mg/kg 1/d", CHILD), "900 mg 4/d", child(Optional.empty()), gaps);
        assertThat(alerts).isEmpty();
        assertThat(reasons(gaps))
                .anyMatch(reason -> reason.startsWith("weight: The patient's weight is not given"))
                .anyMatch(reason -> reason.contains("not evaluated"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10-20 mg 1/d; text Up to 40 mg may be tried. | 40 mg 1/d | could not be read whole: whether the dose is usual was not evaluated
        10-20 mg 1/d; 1 {tablet} 1/d | 40 mg 1/d | none
        10-20 mg 1/d                 | 2 {tablet} 1/d | is counted, and no amount of a substance
        10-20 mg 1/d                 | 2 furlong 1/d  | is no amount in units that can be computed with
        10-20 mg 1/d                 | 5 mL 1/d       | none
        10-20 mg                     | 40 mg 1/d      | cannot all be compared with it
        """)
    void whatCannotBeComparedIsSaidToBeSoAndGivesNoAlert(String stated, String ordered, String reason) {
        Gaps gaps = new Gaps();
        List<Alert> alerts = check(stated(stated, ADULT), ordered, adult(), gaps);
        if (reason.equals("none")) {
            assertThat(alerts).allMatch(a -> a.kind() != Alert.Kind.LOW_DOSE);
        } else {
            assertThat(alerts).isEmpty();
            assertThat(reasons(gaps)).anyMatch(told -> told.contains(reason));
        }
    }

    @Test
    void aCeilingStillHoldsBesideASentenceThatStayedText() {
        assertThat(written(check(
                        stated("<= 4 g 1/d; text Doses of 5 g have been reported.", ADULT),
                        "5 g 1/d",
                        adult(),
                        new Gaps())))
                .isEqualTo("HIGH_DOSE HIGH");
    }

    @Test
    void whatIsStatedOfOthersIsNotHeldAgainstThisPatient() {
        assertThat(check(stated("<= 1 g 1/d", CHILD), "4 g 1/d", adult(), new Gaps()))
                .isEmpty();
        StatedGroup impaired = new StatedGroup(
                "renal",
                "renal impairment",
                Map.of(Measure.CLEARANCE, new Bounds(Optional.empty(), Optional.of(new BigDecimal(30)))));
        List<StatedDose> both = new ArrayList<>(stated("<= 4 g 1/d", ADULT));
        both.addAll(stated("<= 2 g 1/d", impaired));
        assertThat(written(check(both, "3 g 1/d", adult(), new Gaps()))).isEqualTo("none");
        assertThat(written(check(both, "3 g 1/d", withClearance(20), new Gaps())))
                .isEqualTo("HIGH_DOSE HIGH");
        assertThat(written(check(both, "3 g 1/d", withClearance(60), new Gaps())))
                .isEqualTo("none");
    }

    @Test
    void theDosesOfOneSubstanceAreAddedUp() {
        List<StatedDose> stated = stated("500-1000 mg 4/d; <= 4 g 1/d", ADULT);
        assertThat(together(stated, "1 g 3/d", "650 mg 2/d")).isEqualTo("HIGH_DOSE HIGH");
        assertThat(together(stated, "1 g 2/d", "500 mg 4/d")).isEqualTo("none");
        assertThat(together(stated, "1 g 2/d", "500000 ug 5/d")).isEqualTo("HIGH_DOSE HIGH");
        assertThat(together(stated, "1 g 3/d", "2 {tablet} 4/d"))
                .isEqualTo("is not known as an amount of the substance for a day");
    }

    private static String together(List<StatedDose> stated, String... ordered) {
        Gaps gaps = new Gaps();
        List<AskedMedicine> same =
                Arrays.stream(ordered).map(dose -> asked(stated, dose)).toList();
        Optional<Alert> alert = new DoseCheck(adult(), gaps).together(same);
        String reason = "is not known as an amount of the substance for a day";
        return gaps.all().isEmpty()
                ? written(alert.stream().toList())
                : reasons(gaps).stream().anyMatch(r -> r.contains(reason)) && alert.isEmpty() ? reason : "wrong";
    }

    private static List<Alert> check(List<StatedDose> stated, String ordered, Patient patient, Gaps gaps) {
        return new DoseCheck(patient, gaps).alerts(asked(stated, ordered));
    }

    private static AskedMedicine asked(List<StatedDose> stated, String ordered) {
        MedicineFacts facts = new MedicineFacts(
                MEDICINE,
                new MedicineFacts.Description(List.of("medicine"), Set.of(), List.of(), Set.of()),
                new MedicineFacts.Statements(List.of(), List.of(), List.of(), stated));
        Drug drug = new Drug(
                "medicine",
                List.of(facts),
                Map.of(),
                Map.of("medicine", Match.TEXT),
                Set.of(),
                List.of(Set.of("medicine")),
                true);
        ListedMedicine medicine =
                new ListedMedicine(Term.of("medicine"), "", true, List.of(dosage(ordered)), List.of());
        return new AskedMedicine(0, medicine, drug, List.of(facts), List.of());
    }

    private static List<String> reasons(Gaps gaps) {
        return gaps.all().stream().map(u -> u.subject() + ": " + u.reason()).toList();
    }

    /** The alerts as the tables have them; each has the sentence of a stated dose. */
    private static String written(List<Alert> alerts) {
        assertThat(alerts)
                .allMatch(alert -> !alert.sentence().isBlank() && alert.fact().isPresent());
        return alerts.isEmpty()
                ? "none"
                : String.join(
                        "; ",
                        alerts.stream()
                                .map(a -> a.kind() + " " + a.rating().severity())
                                .toList());
    }

    private static List<StatedDose> stated(String all, StatedGroup group) {
        return Arrays.stream(all.split(";"))
                .map(String::strip)
                .map(one -> new StatedDose(
                        new StatedFact(MEDICINE, new StatedFact.Place("MedicationKnowledge/m", "d"), one),
                        List.of(group),
                        Optional.empty(),
                        new Coding().setCode("general"),
                        List.of(),
                        one.startsWith("text ") ? new Dosage().setText(one) : dosage(one)))
                .toList();
    }

    private static Dosage dosage(String written) {
        Matcher m = DOSE.matcher(written);
        assertThat(m.matches()).as(written).isTrue();
        Dosage dosage = new Dosage().setText(written);
        Quantity low = quantity(m.group(2), m.group(4));
        if (m.group(1) != null) {
            Quantity day = new Quantity().setValue(1).setCode(m.group(8));
            return dosage.setMaxDosePerPeriod(new Ratio().setNumerator(low).setDenominator(day));
        }
        Range range = m.group(3) == null ? null : new Range().setLow(low).setHigh(quantity(m.group(3), m.group(4)));
        var component = dosage.addDoseAndRate();
        if (m.group(4).endsWith("/d")) {
            component.setRate(range == null ? low : range);
        } else {
            component.setDose(range == null ? low : range);
        }
        if (m.group(5) != null) {
            var repeat = dosage.getTiming().getRepeat();
            repeat.setFrequency(Integer.parseInt(m.group(5)));
            if (m.group(6) != null) {
                repeat.setFrequencyMax(Integer.parseInt(m.group(6)));
            }
            repeat.setPeriod(m.group(7).isEmpty() ? BigDecimal.ONE : new BigDecimal(m.group(7)));
            repeat.setPeriodUnit(UnitsOfTime.fromCode(m.group(8)));
        }
        return dosage;
    }

    private static Quantity quantity(String value, String code) {
        return new Quantity()
                .setValue(new BigDecimal(value))
                .setSystem("http://unitsofmeasure.org")
                .setCode(code);
    }

    private static Patient adult() {
        return patient(40, Optional.of(new BigDecimal(70)), Optional.empty());
    }

    private static Patient withClearance(int clearance) {
        return patient(40, Optional.of(new BigDecimal(70)), Optional.of(new BigDecimal(clearance)));
    }

    private static Patient child(Optional<BigDecimal> weight) {
        return patient(5, weight, Optional.empty());
    }

    private static Patient patient(int age, Optional<BigDecimal> weight, Optional<BigDecimal> clearance) {
        return new Patient.Builder()
                .ageInYears(Optional.of(new BigDecimal(age)))
                .weight(weight)
                .clearance(clearance)
                .build();
    }
}
