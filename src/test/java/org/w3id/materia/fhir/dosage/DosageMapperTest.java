package org.w3id.materia.fhir.dosage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.fhir.SampleMonograph.amount;
import static org.w3id.materia.fhir.SampleMonograph.extent;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fhir.ucum.UcumEssenceService;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.fhir.SampleMonograph;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.scope.MentionedMonographs;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.Vocabulary;

class DosageMapperTest {
    private static final String TEXT = "Reduce the dose as needed.";
    private static final DosageMapper MAPPER = new DosageMapper(scope());

    private static MonographScope scope() {
        return new MonographScope(
                SampleMonograph.MONOGRAPH,
                SampleMonograph.coded(SampleMonograph.facts(Product.Kind.MONOGRAPH)),
                MentionedMonographs.none(),
                new Vocabulary(ConformanceResources.load()));
    }

    @Test
    void whatIsNotComputedIsTextAlone() {
        Dosage dosage = MAPPER.map(Doses.of(TEXT)
                .route(Route.ORAL)
                .schedule(Doses.every(1, null, "1", null, "d"))
                .asNeeded()
                .build());
        assertThat(dosage.getText()).isEqualTo(TEXT);
        assertThat(dosage.hasRoute() || dosage.hasTiming() || dosage.hasAsNeeded())
                .isFalse();
        assertThat(dosage.getExtension()).hasSize(1);
    }

    @Test
    void aDoseIsNamedByWhatItSaysAndTheSecondOfTwoEqualOnesByAnotherName() {
        DoseStatement statement = Doses.of(TEXT).build();
        DosageMapper first = new DosageMapper(scope());
        String id = first.map(statement).getId();
        assertThat(id).matches(SampleMonograph.MONOGRAPH.source().id() + "-[0-9a-f]{12}");
        assertThat(first.map(statement).getId()).isNotEqualTo(id);
        DosageMapper again = new DosageMapper(scope());
        assertThat(again.map(Doses.of("helps").build()).getId()).isNotEqualTo(id);
        assertThat(again.map(statement).getId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "min", "s"})
    void amountOverAShortTimeIsASpeed(String perTime) {
        Dosage.DosageDoseAndRateComponent component = doseAndRate(amount("5", "5", "mg", "kg", perTime));
        assertThat(component.hasDose()).isFalse();
        assertThat(component.getRateQuantity().getCode()).isEqualTo("mg/kg/" + perTime);
        assertThat(component.getRateQuantity().getSystem()).isEqualTo("http://unitsofmeasure.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "wk"})
    void aTotalIsARatioAndNeverADose(String perTime) {
        Dosage.DosageDoseAndRateComponent component = doseAndRate(amount("15", "15", "mg", "kg", perTime));
        assertThat(component.hasDose()).isFalse();
        assertThat(component.getRateRatio().getNumerator().getValue()).isEqualByComparingTo("15");
        assertThat(component.getRateRatio().getNumerator().getCode()).isEqualTo("mg/kg");
        assertThat(component.getRateRatio().getDenominator().getValue()).isEqualByComparingTo("1");
        assertThat(component.getRateRatio().getDenominator().getCode()).isEqualTo(perTime);
    }

    @Test
    void aTotalThatIsARangeIsARangeOfRates() {
        Dosage.DosageDoseAndRateComponent component = doseAndRate(amount("15", "30", "mg", "kg", "d"));
        assertThat(component.hasDose()).isFalse();
        assertThat(component.getRateRange().getLow().getCode()).isEqualTo("mg/kg/d");
        assertThat(component.getRateRange().getHigh().getValue()).isEqualByComparingTo("30");
    }

    @Test
    void whatGovernsADoseIsItsContextAndInItsText() {
        DoseStatement.Scope scope = new DoseStatement.Scope(
                List.of(),
                Optional.empty(),
                List.of("Renal impairment", "Prophylaxis:"),
                List.of("if tolerated"),
                Optional.empty());
        Dosage dosage = MAPPER.map(dose().build().within(scope));
        assertThat(dosage.getText()).isEqualTo("Renal impairment › Prophylaxis: " + TEXT);
        assertThat(dosage.getExtensionString("https://w3id.org/materia/fhir/StructureDefinition/context"))
                .isEqualTo("Renal impairment › Prophylaxis:");
        assertThat(dosage.getAdditionalInstructionFirstRep().getText()).isEqualTo("if tolerated");
    }

    @Test
    void stepsAreNumbered() {
        DoseStatement first = dose().build();
        assertThat(MAPPER.map(first).hasSequence()).isFalse();
        assertThat(MAPPER.map(first.giving(first.dose().withSequence(2))).getSequence())
                .isEqualTo(2);
    }

    @Test
    void daysOfTheWeekAreTheirCodes() {
        Schedule schedule = new Schedule(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("mon", "fri"),
                List.of(),
                Optional.empty());
        assertThat(repeat(schedule).getDayOfWeek())
                .extracting(d -> d.getValue().toCode())
                .containsExactly("mon", "fri");
    }

    @Test
    void upToIsARangeWithoutLowerEnd() {
        Dosage.DosageDoseAndRateComponent component = doseAndRate(amount(null, "10", "mg", null, null));
        assertThat(component.getDoseRange().hasLow()).isFalse();
        assertThat(component.getDoseRange().getHigh().getValue()).isEqualByComparingTo("10");
    }

    @Test
    void rangeTheWrongWayRoundStaysText() {
        Dosage dosage = MAPPER.map(
                Doses.of(TEXT).amount(amount("10", "5", "mg", null, null)).build());
        assertThat(dosage.hasDoseAndRate()).isFalse();
        assertThat(dosage.getText()).isEqualTo(TEXT);
    }

    @Test
    void countedFormHasAReadableUnit() {
        Quantity quantity =
                doseAndRate(amount("2", "2", "{tablet}", null, null)).getDoseQuantity();
        assertThat(quantity.getCode()).isEqualTo("{tablet}");
        assertThat(quantity.getUnit()).isEqualTo("tablet");
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "1.50, 1.5", "0.020, 0.02", "100, 100"})
    void numbersAreWrittenPlainly(String stated, String written) {
        assertThat(doseAndRate(amount(stated, stated, "mg", null, null))
                        .getDoseQuantity()
                        .getValue())
                .isEqualTo(new BigDecimal(written));
    }

    @Test
    void ceilingIsPerDayWhereNoTimeIsStated() {
        Dosage dosage = MAPPER.map(Doses.of(TEXT)
                .maximumPerPeriod(amount("4", "4", "g", null, null), "1", "d")
                .build());
        assertThat(dosage.getMaxDosePerPeriod().getNumerator().getCode()).isEqualTo("g");
        assertThat(dosage.getMaxDosePerPeriod().getDenominator().getCode()).isEqualTo("d");
        assertThat(dosage.getMaxDosePerPeriod().getDenominator().getValue()).isEqualByComparingTo("1");
    }

    @Test
    void ceilingByBodyWeightKeepsItsTimeInTheDenominator() {
        Dosage dosage = MAPPER.map(Doses.of(TEXT)
                .maximumPerPeriod(amount(null, "60", "mg", "kg", null), "1", "wk")
                .maximumPerAdministration(amount(null, "20", "mg", "kg", null))
                .build());
        assertThat(dosage.getMaxDosePerPeriod().getNumerator().getCode()).isEqualTo("mg/kg");
        assertThat(dosage.getMaxDosePerPeriod().getDenominator().getCode()).isEqualTo("wk");
        assertThat(dosage.getMaxDosePerAdministration().getCode()).isEqualTo("mg/kg");
    }

    @Test
    void ceilingThatIsARangeStaysText() {
        Dosage dosage = MAPPER.map(Doses.of(TEXT)
                .maximumPerPeriod(amount("3", "4", "g", null, null), "1", "d")
                .build());
        assertThat(dosage.hasMaxDosePerPeriod()).isFalse();
    }

    @Test
    void intervalWithRangeIsAPeriodWithMaximum() {
        TimingRepeatComponent repeat = repeat(Doses.every(1, null, "4", "6", "h", "AC"));
        assertThat(repeat.getFrequency()).isEqualTo(1);
        assertThat(repeat.getPeriod()).isEqualByComparingTo("4");
        assertThat(repeat.getPeriodMax()).isEqualByComparingTo("6");
        assertThat(repeat.getPeriodUnit().toCode()).isEqualTo("h");
        assertThat(repeat.getWhen().get(0).getCode()).isEqualTo("AC");
    }

    @Test
    void upToThreeTimesHasNoFrequency() {
        TimingRepeatComponent repeat = repeat(Doses.every(null, 3, "1", null, "d"));
        assertThat(repeat.hasFrequency()).isFalse();
        assertThat(repeat.getFrequencyMax()).isEqualTo(3);
    }

    @Test
    void frequencyWithoutPeriodStaysText() {
        Dosage dosage = MAPPER.map(
                dose().schedule(Doses.every(3, null, null, null, "d")).build());
        assertThat(dosage.hasTiming()).isFalse();
    }

    @Test
    void cycleDaysAreAnExtensionOfTheTiming() {
        Schedule schedule = new Schedule(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(1, 8, 15),
                Optional.of(28));
        List<Extension> extensions =
                MAPPER.map(dose().schedule(schedule).build()).getTiming().getExtension();
        assertThat(extensions.get(0).getUrl()).endsWith("/StructureDefinition/timing-daysOfCycle");
        assertThat(extensions.get(0).getExtension())
                .allMatch(e -> e.getUrl().equals("day"))
                .extracting(e -> e.getValue().primitiveValue())
                .containsExactly("1", "8", "15");
        assertThat(((Quantity) extensions.get(1).getValue()).getValue()).isEqualByComparingTo("28");
    }

    @Test
    void atLeastIsADurationAndUpToStaysText() {
        TimingRepeatComponent repeat = MAPPER.map(
                        dose().administration(extent("60", null, "min")).build())
                .getTiming()
                .getRepeat();
        assertThat(repeat.getDuration()).isEqualByComparingTo("60");
        assertThat(repeat.getDurationUnit().toCode()).isEqualTo("min");
        assertThat(repeat.hasDurationMax()).isFalse();
        assertThat(MAPPER.map(dose().administration(extent(null, "60", "min")).build())
                        .hasTiming())
                .isFalse();
    }

    @Test
    void courseToldInDosesIsACount() {
        TimingRepeatComponent three = MAPPER.map(
                        dose().course(extent("3", "3", "{dose}")).build())
                .getTiming()
                .getRepeat();
        assertThat(three.getCount()).isEqualTo(3);
        assertThat(three.hasCountMax()).isFalse();
        assertThat(three.hasBounds()).isFalse();
        TimingRepeatComponent range = MAPPER.map(
                        dose().course(extent("2", "3", "{dose}")).build())
                .getTiming()
                .getRepeat();
        assertThat(range.getCount()).isEqualTo(2);
        assertThat(range.getCountMax()).isEqualTo(3);
        // Without a number there is no highest number: the text alone says "up to three doses".
        assertThat(MAPPER.map(dose().course(extent(null, "3", "{dose}")).build())
                        .hasTiming())
                .isFalse();
    }

    @Test
    void courseIsADurationOrARange() {
        assertThat(MAPPER.map(dose().course(extent("7", "7", "d")).build())
                        .getTiming()
                        .getRepeat()
                        .getBoundsDuration()
                        .getValue())
                .isEqualByComparingTo("7");
        assertThat(MAPPER.map(dose().course(extent(null, "5", "d")).build())
                        .getTiming()
                        .getRepeat()
                        .getBoundsRange()
                        .hasLow())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Route.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void everyNamedRouteHasASnomedCtCode(Route route) {
        List<Coding> codings =
                MAPPER.map(dose().route(route).build()).getRoute().getCoding();
        assertThat(codings)
                .extracting(Coding::getSystem)
                .containsExactly("https://w3id.org/materia/fhir/CodeSystem/route", "http://snomed.info/sct");
        assertThat(codings.get(0).getCode()).isEqualTo(route.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mg",
                "g",
                "ug",
                "ng",
                "mL",
                "L",
                "[iU]",
                "meq",
                "mmol",
                "kBq",
                "MBq",
                "mCi",
                "%",
                "{tablet}",
                "{puff}",
                "mg/kg",
                "mg/m2",
                "mg/kg/d",
                "ug/kg/min",
                "[iU]/kg/h",
                "{drop}/d",
                "mL/min",
                "a",
                "mo",
                "wk",
                "d",
                "kg"
            })
    void unitIsValidUcumAndHasAName(String ucum) throws Exception {
        try (InputStream essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            assertThat(new UcumEssenceService(essence).validate(ucum)).isNull();
        }
        assertThat(UnitName.of(ucum)).isNotBlank().doesNotContain("{", "[");
    }

    private static Doses dose() {
        return Doses.of(TEXT).amount(amount("5", "5", "mg", null, null));
    }

    private static TimingRepeatComponent repeat(Schedule schedule) {
        return MAPPER.map(dose().schedule(schedule).build()).getTiming().getRepeat();
    }

    private static Dosage.DosageDoseAndRateComponent doseAndRate(Amount amount) {
        return MAPPER.map(Doses.of(TEXT).amount(amount).build()).getDoseAndRateFirstRep();
    }
}
