package org.w3id.materia.safety.dose;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Dosage;
import org.w3id.materia.safety.asked.Patient;
import org.w3id.materia.safety.drug.Match;
import org.w3id.materia.safety.drug.Matched;
import org.w3id.materia.safety.report.Alert;
import org.w3id.materia.safety.report.Gaps;
import org.w3id.materia.safety.stated.Severity;

/** What an order amounts to against all the doses that a monograph states. */
final class RangeCheck {
    /** A sentence that stayed text and may state a dose. */
    private static final Pattern MAY_STATE_A_DOSE = Pattern.compile(
            "\\d\\s*(?:mg|g|mcg|µg|ug|micrograms?|units?|iu|ml|tablets?|capsules?|puffs?|drops?|%|mmol)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Patient patient;
    private final Gaps gaps;

    RangeCheck(Patient patient, Gaps gaps) {
        this.patient = patient;
        this.gaps = gaps;
    }

    /** Outside of everything that is stated for this patient and route. */
    Optional<Alert> outside(List<ApplyingDose> applying, DoseAmounts ordered, AskedMedicine asked) {
        if (applying.stream().anyMatch(RangeCheck::mayStateMore)) {
            gaps.add(
                    asked.drug().label(),
                    "Some sentences about its dosing could not be read whole: whether the dose is usual was not"
                            + " evaluated.");
            return Optional.empty();
        }
        List<ApplyingDose> stated =
                applying.stream().filter(a -> a.dose().isComputed()).toList();
        if (ordered.mostOfADay().isEmpty()
                || stated.stream().noneMatch(ApplyingDose::holds)
                || stated.stream().anyMatch(a -> daily(a).isEmpty() && !isOnce(a))) {
            gaps.add(
                    asked.drug().label(),
                    "Whether the dose is usual was not evaluated: what is stated cannot all be compared with it.");
            return Optional.empty();
        }
        ComparableAmount day = ordered.mostOfADay().get();
        List<ApplyingDose> regular = stated.stream()
                .filter(a -> daily(a).filter(d -> d.mostOfADay().get().isComparable(day))
                        .isPresent())
                .toList();
        if (regular.isEmpty()) {
            return Optional.empty();
        }
        ApplyingDose most = regular.stream()
                .max(Comparator.comparing(a -> daily(a).get().mostOfADay().get().value()))
                .get();
        if (day.exceeds(daily(most).get().mostOfADay().get())) {
            return Optional.of(outside(Alert.Kind.HIGH_DOSE, Severity.MODERATE, most, asked));
        }
        return least(regular)
                .filter(least -> daily(least).get().leastOfADay().get().exceeds(day))
                .map(least -> outside(Alert.Kind.LOW_DOSE, Severity.LOW, least, asked));
    }

    /** The one of the smallest amount; a maximum alone says nothing of what is too little. */
    private Optional<ApplyingDose> least(List<ApplyingDose> regular) {
        return regular.stream()
                .filter(a -> daily(a).get().leastOfADay().isPresent())
                .min(Comparator.comparing(
                        a -> daily(a).get().leastOfADay().get().value()));
    }

    private static boolean mayStateMore(ApplyingDose a) {
        return !a.dose().isComputed()
                && MAY_STATE_A_DOSE.matcher(a.dose().fact().sentence()).find();
    }

    /** A dose that is given once says nothing of a day. */
    private static boolean isOnce(ApplyingDose a) {
        return List.of("single", "loading", "premedication")
                .contains(a.dose().stage().getCode());
    }

    /** What it amounts to in a day, a ceiling among it. */
    private Optional<DoseAmounts> daily(ApplyingDose a) {
        Dosage dosage = a.dose().dosage();
        DoseAmounts amounts = DoseAmounts.of(dosage, patient.weight());
        Optional<ComparableAmount> ceiling = dosage.hasMaxDosePerPeriod()
                ? DoseAmounts.perDay(dosage.getMaxDosePerPeriod(), patient.weight())
                : Optional.empty();
        return ceiling.or(amounts::mostOfADay)
                .map(most ->
                        new DoseAmounts(amounts.least(), amounts.most(), amounts.leastOfADay(), Optional.of(most)));
    }

    private static Alert outside(Alert.Kind kind, Severity severity, ApplyingDose nearest, AskedMedicine asked) {
        String side = kind == Alert.Kind.HIGH_DOSE ? "above" : "below";
        return new Alert(
                kind,
                Alert.Rating.of(severity),
                new Alert.Subject(List.of(asked.number()), "dose " + side + " what is stated"),
                new Alert.Ground(
                        Matched.certainly(Match.MEASURE),
                        Optional.of(nearest.dose().fact()),
                        "The ordered dose of " + asked.drug().label() + " is " + side
                                + " every dose that is stated for such a patient; the nearest is told here."));
    }
}
