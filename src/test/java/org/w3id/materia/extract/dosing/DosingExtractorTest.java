package org.w3id.materia.extract.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.dosing.sentence.Notation;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;

/** Monographs' Dosage sections: what labels, lists and earlier sentences add to a dose. */
class DosingExtractorTest {
    @Test
    void labelsGivePatientsRouteAndCondition() throws Exception {
        assertThat(computed("**Adults:**\n\n* **Hypertension (oral):** 5 mg once daily.\n"))
                .containsExactly("5 mg 1x/1d oral [adult] hypertension");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancelled",
                "Ignore this",
                "Disregard the following",
                "Void",
                "Outdated advice",
                "Tablets (hypothetical)",
                "Calves",
                "Not valid any more"
            })
    void aLabelThatTakesBackLetsNoDoseStand(String label) throws Exception {
        assertThat(computed("**" + label + ":** 5 mg once daily.\n")).isEmpty();
        assertThat(computed(label + ": 5 mg once daily.\n")).isEmpty();
    }

    @Test
    void anAnimalsBiteIsNoAnimal() throws Exception {
        assertThat(computed("**Dog bites:** 5 mg once daily.\n")).containsExactly("5 mg 1x/1d - []");
    }

    @Test
    void whatATextSaysOfItselfTakesNothingBack() throws Exception {
        assertThat(
                        computed(
                                "This is a summary and should not be interpreted as a prescription:\n\n* Adults: 5 mg once daily.\n"))
                .containsExactly("5 mg 1x/1d - [adult]");
    }

    @Test
    void impairmentWinsOverAge() throws Exception {
        assertThat(computed("**Adults:**\n\n* **Severe renal impairment (CrCl <30 mL/min):** 5 mg once daily.\n"))
                .containsExactly("5 mg 1x/1d - [renal]");
    }

    @Test
    void weightBandsNarrowThePatientsAboveThem() throws Exception {
        List<DoseStatement> doses = statements("**Children:** By weight:\n\n* 10-20 kg: 100 mg\n* 21-30 kg: 200 mg\n");
        assertThat(doses.stream().filter(d -> d.amount().isPresent()).map(DosingExtractorTest::notation))
                .containsExactly("100 mg - [child]", "200 mg - [child]");
        assertThat(doses.get(1).groups().get(0).weight().map(Notation::of)).contains("10..20 kg");
    }

    @Test
    void aLeadInGivesTheRhythmOfItsList() throws Exception {
        assertThat(computed("It is given by mouth twice daily as follows:\n\n* Adults: 20 mg\n* Children: 10 mg\n"))
                .containsExactly("20 mg 2x/1d oral [adult]", "10 mg 2x/1d oral [child]");
    }

    @Test
    void aWayThatIsKeptForSomethingIsNoRoute() throws Exception {
        assertThat(computed("The usual dose is 5 mg twice daily. It is given intravenously only in emergencies."))
                .containsExactly("5 mg 2x/1d - []");
        assertThat(computed("The usual dose is 5 mg twice daily. It is rarely given rectally."))
                .containsExactly("5 mg 2x/1d - []");
    }

    @Test
    void theSectionsOnlyRouteHoldsForSentencesWithoutOne() throws Exception {
        assertThat(computed("The drug is injected intramuscularly. The dose is 50 mg every 2 weeks."))
                .containsExactly("50 mg 1x/2wk intramuscular []");
    }

    @Test
    void theOnlyRouteThatTheTextNamesHoldsForItsDoses() throws Exception {
        String use = "# Xamplin\n\n### Usage\nXamplin %s cough.\n\n### Dosage\nThe dose is 50 mg every 8 hours.";
        assertThat(read(use.formatted("tablets treat"))).first().satisfies(d -> assertThat(d.route())
                .contains(Route.ORAL));
        assertThat(read(use.formatted("is given orally or intravenously for")))
                .first()
                .satisfies(d -> assertThat(d.route()).isEmpty());
    }

    @Test
    void aDeniedRouteIsNoRoute() throws Exception {
        assertThat(computed("The drug is not given intravenously. The dose is 50 mg every 2 weeks."))
                .containsExactly("50 mg 1x/2wk - []");
    }

    @Test
    void byMouthHoldsForAllWhereTheMonographKnowsNoOtherWay() throws Exception {
        String doses =
                "* Most infections: 250 mg by mouth every 8 hours.\n* Severe infections: 500 mg every 8 hours.\n";
        assertThat(computed(doses).get(1)).startsWith("500 mg 1x/8h oral");
        assertThat(computed(doses + "\nThe injection is kept for hospitals.\n").get(1))
                .startsWith("500 mg 1x/8h - ");
        assertThat(computed(doses + "\nApply the gel sparingly.\n").get(1)).startsWith("500 mg 1x/8h - ");
    }

    @Test
    void noOtherRouteIsGivenOnFromOneDoseToTheNext() throws Exception {
        assertThat(computed("* Coma: 200 mg intravenously once.\n* Adults: 50 mg once daily.\n"))
                .contains("50 mg 1x/1d - [adult]");
        assertThat(computed("* Children: 5 mg rectally once daily.\n* Adults: 10 mg once daily.\n"))
                .contains("10 mg 1x/1d - [adult]");
    }

    @Test
    void theRouteOfAnotherMedicineHidesNoneOfThisOne() throws Exception {
        String intravenous = "Xamplin is given as an intravenous infusion.\n\n* Lymphoma: 75 mg every 3 weeks.\n\n";
        assertThat(computed(intravenous + "Beforehand dexamethasone 8 mg by mouth is taken.\n"))
                .containsExactly("75 mg 1x/3wk intravenous [] lymphoma");
        assertThat(computed(intravenous + "The tablets are for maintenance by mouth.\n"))
                .containsExactly("75 mg 1x/3wk - [] lymphoma");
    }

    @Test
    void aDeniedRouteHidesNoneThatIsStated() throws Exception {
        assertThat(computed("It is injected intramuscularly, never intravenously. The dose is 50 mg every 2 weeks."))
                .containsExactly("50 mg 1x/2wk intramuscular []");
    }

    @Test
    void aSentenceGovernsItsLabelWhereOthersNameOtherRoutes() throws Exception {
        assertThat(computed("""
                            **Capsules:** The capsules are taken orally. The dose is 5 mg once daily.

                            **Ampoules:** 2 mg intravenously once daily.
                            """)).containsExactly("5 mg 1x/1d oral []", "2 mg 1x/1d intravenous []");
    }

    @Test
    void thePartOnAdministrationTellsTheWay() throws Exception {
        assertThat(computed(
                        "**Adults:** 1 g every 8 hours.\n\n**Administration:** Slow i.v. injection over 5 minutes.\n"))
                .containsExactly("1 g 1x/8h intravenous [adult]");
    }

    @Test
    void aColumnOfParticularPatientsHoldsTheirDoses() throws Exception {
        assertThat(computed("""
                            | Disease | CrCl 25 to 50 mL/min | CrCl less than 25 mL/min |
                            |---|---|---|
                            | Gout | 20 mg once daily or 40 mg every other day | 10 mg once daily |
                            """))
                .containsExactly(
                        "20 mg 1x/1d - [renal] gout", "40 mg 1x/2d - [renal] gout", "10 mg 1x/1d - [renal] gout");
        assertThat(computed("""
                            | Disease | Adults | Children |
                            |---|---|---|
                            | Gout | 20 mg once daily | 10 mg once daily |
                            """)).containsExactly("20 mg 1x/1d - [adult] gout", "10 mg 1x/1d - [child] gout");
    }

    @Test
    void aColumnThatTellsChangesOrFluidsHoldsNoDoses() throws Exception {
        assertThat(computed("""
                            | Age | Initial dose | Increment every 2 weeks | Usual |
                            |---|---|---|---|
                            | 2 to 5 years | 4 mg/kg twice daily | 3 mg/kg twice daily | 12 mg/kg twice daily |
                            """)).containsExactly("initial 4 mg/kg 2x/1d - [child]", "12 mg/kg 2x/1d - [child]");
        assertThat(computed("""
                            | Ratio | Bolus | Rate change |
                            |---|---|---|
                            | 1.2 to 1.4 | 30 units/kg | + 2 units/kg/h |
                            """)).containsExactly("loading 30 [iU]/kg - []");
    }

    @Test
    void aHeadThatMeasuresARateHoldsDosesUnderTheNameOfWhatIsMeasured() throws Exception {
        List<DoseStatement> stated = statements("| Glucose (mmol/L) | Rate (units/h) |\n|---|---|\n| 4-8 | 1 |\n");
        assertThat(stated).singleElement().satisfies(s -> {
            assertThat(notation(s)).isEqualTo("1 [iU]/h - []");
            assertThat(s.scope().path()).contains("Glucose (mmol/L) 4-8");
        });
    }

    @Test
    void ofHeadsInSeveralRowsTheLowestNamesTheColumn() throws Exception {
        assertThat(computed("""
                            <table><tr><th rowspan="2">Patient</th><th colspan="2">Infusion</th></tr>
                            <tr><th>Rate</th><th>Ceiling</th></tr>
                            <tr><td>Adult</td><td>0.2 units/kg/h</td><td>12 units/h</td></tr></table>
                            """)).containsExactly("0.2 [iU]/kg/h max ..12 [iU]/1 h intravenous [adult]");
    }

    @Test
    void pointsInTimeAreNoRhythm() throws Exception {
        assertThat(computed("| Patient | Dose | Schedule |\n|---|---|---|\n| Adult | 20 mcg | 0, 1, and 6 months |\n"))
                .containsExactly("20 ug - [adult]");
    }

    @Test
    void aRouteThatABracketPrefersIsNotThatOfTheLabel() throws Exception {
        assertThat(computed("**By mouth (but inhalation preferred):** adult 4 mg twice daily.\n"))
                .containsExactly("4 mg 2x/1d oral [adult]");
    }

    @Test
    void theLengthOfARowHoldsForAllItsDoses() throws Exception {
        assertThat(computed("""
                            | Disease | Dose | Duration |
                            |---|---|---|
                            | Gout | 40 mg once daily; or 20 mg twice daily | Up to 8 weeks |
                            """))
                .containsExactly("40 mg 1x/1d for ..8 wk - [] gout", "20 mg 2x/1d for ..8 wk - [] gout");
    }

    @Test
    void aHeadTellsHowTheTotalIsDivided() throws Exception {
        assertThat(computed("| Weight | Daily dose, in two divided doses |\n|---|---|\n| 10-20 kg | 30 mg/kg |\n"))
                .containsExactly("30 mg/kg/d 2x/1d - [-]");
    }

    @Test
    void ofTwoAgesTheOneAfterBirthIsTheBand() throws Exception {
        List<DoseStatement> doses = statements("""
                                               **Neonates and infants under 3 months**

                                               | Gestation | Postnatal age | Dose |
                                               |---|---|---|
                                               | < 30 weeks | < 2 weeks | 20 mg/kg |
                                               | < 30 weeks | \u2265 2 weeks | 30 mg/kg |
                                               """);
        assertThat(doses)
                .extracting(DosingExtractorTest::notation)
                .containsExactly("20 mg/kg - [neonate]", "30 mg/kg - [neonate,infant]");
        assertThat(doses.get(0).groups().get(0).age().map(Notation::of)).contains("..2 wk");
        assertThat(doses.get(0).scope().context().orElseThrow()).contains("< 30 weeks");
    }

    @Test
    void aWeightAloneIsOneOfThePatientsBefore() throws Exception {
        assertThat(computed("Adult, body-weight up to 70 kg, 6 g once daily; 70 kg and over, 9 g once daily."))
                .containsExactly("6 g 1x/1d - [adult]", "9 g 1x/1d - [adult]");
    }

    @Test
    void agesUnderChildrenNameTheirPart() throws Exception {
        assertThat(computed("**Children**\n\n* 6 to 11 months: 2 mg\n* 2 to 6 years: 4 mg\n* 12 to 17 years: 8 mg\n"))
                .containsExactly("2 mg - [infant]", "4 mg - [child]", "8 mg - [adolescent]");
    }

    @Test
    void stepsOfATitrationAreOfTheBeginning() throws Exception {
        assertThat(computed("**Titration**\n\n* Day 1: 5 mg once daily\n* Day 2: 5 mg twice daily\n"))
                .containsExactly("initial 5 mg 1x/1d - []", "initial 5 mg 2x/1d - []");
        assertThat(computed("""
                            | With | Weeks 1 and 2 | Weeks 3 and 4 | Maintenance dose |
                            |---|---|---|---|
                            | Nothing | 5 mg once daily | 10 mg once daily | 20 mg once daily |
                            """))
                .containsExactly(
                        "initial 5 mg 1x/1d for 2 wk - []",
                        "initial 10 mg 1x/1d for 2 wk - []",
                        "maintenance 20 mg 1x/1d - []");
    }

    @Test
    void aSingleDoseUnderALabelIsWhatTheLabelSays() throws Exception {
        assertThat(computed("* **Loading dose:** A single dose of 60 mg.\n")).containsExactly("loading 60 mg - []");
    }

    @Test
    void aLeadInThatIsOnlyNoAdviceForbidsNothing() throws Exception {
        assertThat(computed("This should not be considered medical advice:\n\n* 5 mg once daily.\n"))
                .containsExactly("5 mg 1x/1d - []");
        assertThat(computed("Children must not be given this:\n\n* 5 mg once daily.\n"))
                .isEmpty();
    }

    @Test
    void stepsOfATreatmentHaveTheirOrder() throws Exception {
        assertThat(statements("Take 5 mg twice daily for two weeks, then once weekly."))
                .extracting(d -> d.dose().sequence())
                .containsExactly(Optional.of(1), Optional.of(2));
        assertThat(statements("Take 5 mg twice daily."))
                .extracting(d -> d.dose().sequence())
                .containsExactly(Optional.empty());
    }

    @Test
    void whatASentenceSaysOfItsSiblingIsNotThatDoses() throws Exception {
        assertThat(computed("* **Adults:** 5 mg IV over 1 hour once daily.\n* **Elderly:** 2 mg once daily.\n"))
                .containsExactly("5 mg 1x/1d over 1 h intravenous [adult]", "2 mg 1x/1d - [elderly]");
    }

    @Test
    void amountsOutsideOfTheSectionAreNoInstruction() throws Exception {
        String text = "# X\n\n### Precautions\nDo not take more than 4 g per day. Warfarin 5 mg once daily is fine.\n";
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Insulin", "Antibiotic", "Oral corticosteroids", "Potassium", "Vitamin D"})
    void aLabelThatNamesAClassOrASubstanceLetsNoDoseStandBelowIt(String label) throws Exception {
        assertThat(computed("**" + label + ":** 20 mg once daily.\n")).isEmpty();
        assertThat(computed(label + ": 20 mg once daily.\n")).isEmpty();
    }

    /** By how much is a second amount, for whom it is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"doubled in severe infections", "halved in the elderly"})
    void aDoseThatIsMultipliedForSomeStaysText(String change) throws Exception {
        assertThat(computed("500 mg twice daily, " + change + ".\n")).isEmpty();
    }

    @Test
    void aLabelAboutAnotherDrugLetsNoDoseStandBelowIt() throws Exception {
        assertThat(computed("* **Clopidogrel:** 600 mg once daily.\n* **Hydration:** 1 L over 2 hours.\n"))
                .isEmpty();
        assertThat(computed("* **With clopidogrel:** 5 mg once daily.\n")).containsExactly("5 mg 1x/1d - []");
    }

    @Test
    void theLabelsAboveADoseAreItsPath() throws Exception {
        DoseStatement dose = statements("**Adults**\n\n* **Immediate-release:** 5 mg once daily.\n")
                .get(0);
        assertThat(dose.scope().context()).contains("Adults › Immediate-release");
    }

    @ParameterizedTest
    @CsvSource({
        "With clopidogrel, With clopidogrel",
        "Adults with a BMI above 40 kg/m², Adults with a BMI above 40 kg/m²",
        "Night workers, Night workers",
        "Adults,",
        "Oral tablets,",
        "Recommended dosage,",
        "Hypertension,",
        "Maintenance,",
        "Before use ask for professional advice,",
    })
    void aLabelThatNoSlotHoldsIsACondition(String label, String condition) throws Exception {
        DoseStatement dose =
                statements("* **" + label + ":** 5 mg once daily.\n").get(0);
        assertThat(dose.isComputed()).isTrue();
        assertThat(dose.scope().conditions()).isEqualTo(condition == null ? List.of() : List.of(condition));
    }

    @Test
    void aBandBesideThatOfTheLabelIsTheWholeOfItsPatients() throws Exception {
        List<DoseStatement> doses = statements("Weight 10-20 kg: 250 mg; 20-40 kg: 500 mg.\n");
        assertThat(doses)
                .extracting(d -> d.scope().groups().get(0).words())
                .containsExactly("Weight 10-20 kg", "20-40 kg");
    }

    @Test
    void whatWasNotReadIsKept() throws Exception {
        DoseStatement dose = statements("In dogs, 5 mg once daily.").get(0);
        assertThat(dose.isComputed()).isFalse();
        assertThat(dose.unread()).containsExactly("dogs");
    }

    @Test
    void timesOfTheDayAreNoMoreThanDoses() throws Exception {
        assertThat(computed("Take 5 mg once daily in the evening or at bedtime."))
                .containsExactly("5 mg 1x/1d - []");
        assertThat(computed("Take 5 mg twice daily, in the morning and evening."))
                .containsExactly("5 mg 2x/1d MORN EVE - []");
    }

    @Test
    void severalRoutesAreSeveralStatements() throws Exception {
        List<DoseStatement> doses = statements("* **Pain (IM/IV):** 2 mg every 4 hours.\n");
        assertThat(doses.stream().map(d -> d.route().orElseThrow()))
                .containsExactly(Route.INTRAMUSCULAR, Route.INTRAVENOUS);
    }

    @Test
    void aReferenceWithReserveStaysText() throws Exception {
        assertThat(computed("""
                            **Adults:** 10 mg once daily.

                            **Children:** The dosage is the same as for adults, but adjusted by weight.
                            """)).containsExactly("10 mg 1x/1d - [adult]");
    }

    @Test
    void aComparedPopulationIsNotTheOneThatIsTreated() throws Exception {
        assertThat(computed("**Adolescents:** As for adults, 10 mg once daily.\n"))
                .containsExactly("10 mg 1x/1d - [adolescent]");
    }

    @Test
    void aMaximumLabelMakesCeilings() throws Exception {
        assertThat(computed("* Initial dose: 4 mg once daily\n* Maximum dose: 56 mg/day\n"))
                .containsExactly("initial 4 mg 1x/1d - []", "maximum max ..56 mg/1 d - []");
    }

    @Test
    void everySentenceOfTheSectionIsThere() throws Exception {
        List<DoseStatement> doses = statements("Doses vary. The usual dose is 5 mg daily. Ask your doctor.");
        assertThat(doses.stream().map(DoseStatement::text))
                .containsExactly("Doses vary.", "The usual dose is 5 mg daily.", "Ask your doctor.");
        assertThat(doses.get(0).amount()).isEmpty();
    }

    @Test
    void sideEffectsGiveNoDoses() throws Exception {
        assertThat(read("# X\n\n### Side Effects\nSeen at 40 mg once daily.\n")).isEmpty();
    }

    @Test
    void evidenceQuotesTheSource() throws Exception {
        String text = "# X\n\n### Dosage\n* **Adults:** The *usual* dose is **5 mg** once daily.\n";
        DoseStatement dose = read(text).get(0);
        assertThat(dose.evidence().quote()).isEqualTo("The *usual* dose is **5 mg** once daily.");
        assertThat(dose.evidence().span().in(text)).isEqualTo(dose.evidence().quote());
        assertThat(dose.text()).isEqualTo("The usual dose is 5 mg once daily.");
    }

    @Test
    void unrelatedTextChangesNoDose() throws Exception {
        String dose = "**Adults:** 5 mg once daily for 7 days.\n";
        List<String> alone = computed(dose);
        assertThat(computed("It depends on many things.\n\n" + dose + "\nKeep it in the fridge.\n"))
                .isEqualTo(alone);
    }

    @Test
    void aDoseByReferenceIsTheOneOfThePatientsThatItNames() throws Exception {
        String adults =
                "**Adults:**\n\n* **Cystitis:** 20 mg once daily for 5 days.\n* **Prostatitis:** 20 mg twice daily.\n\n";
        assertThat(computed(adults + "**Children over 12 years:** The dosage is the same as for adults.\n"))
                .containsSubsequence("20 mg 1x/1d for 5 d - [child] cystitis", "20 mg 2x/1d - [child] prostatitis");
        assertThat(computed(adults + "**Elderly:**\n\n* **Prostatitis:** Same dosage as adults.\n"))
                .contains("20 mg 2x/1d - [elderly] prostatitis")
                .noneMatch(d -> d.startsWith("20 mg 1x/1d") && d.contains("elderly"));
    }

    @Test
    void aReferenceSaysWhatItRefersTo() throws Exception {
        DoseStatement child = statements(
                        "Adults take 20 mg once daily.\n\nChildren over 12 years receive the adult dose.")
                .get(1);
        assertThat(child.scope().path()).endsWith("Adults take 20 mg once daily.");
        assertThat(child.evidence().quote()).contains("Children over 12 years receive the adult dose");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The dose is 20 mg. Repeat every 6 to 8 hours if needed.                     | 20 mg 1x/6..8h as needed - []
            The usual dose is 20 mg. It is given every 8 hours for 5 days.              | 20 mg 1x/8h for 5 d - []
            Apply a thin layer to the affected skin. Use up to three times daily.       | 1 {application} ..3x/1d topical []
            The dose is 20 mg twice daily. Treatment should not exceed 10 days.         | 20 mg 2x/1d for ..10 d - []
            The dose is 20 mg twice daily. Do not use for more than 7 days.             | 20 mg 2x/1d for ..7 d - []
            The dose is 20 mg twice daily. Treatment usually lasts 2-3 weeks.           | 20 mg 2x/1d for 2..3 wk - []
            The dose is 20 mg twice daily. The maximum duration is 14 days.             | 20 mg 2x/1d for ..14 d - []
            The dose is 20 mg twice daily for 3 days. Treatment lasts 5 days.           | 20 mg 2x/1d for 3 d - []
            The dose is 20 mg twice daily. Treatment usually lasts 6 weeks, with a maximum duration of 9 weeks. | 20 mg 2x/1d - []
            The dose is 20 mg. Blood counts are checked every 2 weeks.                  | 20 mg - []
            The dose is 20 mg. It should not be given every 8 hours.                    | 20 mg - []
            The dose is 20 mg. Ibuprofen is given every 8 hours.                        | 20 mg - []
            The dose is 20 mg twice daily. In severe cases treatment lasts 5 days.      | 20 mg 2x/1d - []
            The dose is 20 mg twice daily. The pain usually lasts 3 days.               | 20 mg 2x/1d - []
            The dose is 20 mg twice daily. Treatment with ibuprofen lasts 3 days.       | 20 mg 2x/1d - []
            The dose is 20 mg twice daily. The first course lasts 3 days.               | 20 mg 2x/1d - []
            The loading dose is 20 mg. Treatment lasts 5 days.                          | loading 20 mg - []
            A single dose of 20 mg is taken. Treatment may be repeated every 4 weeks.   | single 20 mg - []
            """)
    void aSentenceOfWhichEveryWordIsReadCompletesTheDoseBeforeIt(String text, String expected) throws Exception {
        assertThat(computed(text)).containsExactly(expected);
    }

    @Test
    void aCompletionReachesNoOtherParagraphAndNothingBehindAnAmountThatWasNotRead() throws Exception {
        assertThat(computed("The dose is 20 mg twice daily.\n\nTreatment lasts 5 days."))
                .containsExactly("20 mg 2x/1d - []");
        assertThat(computed("* The dose is 20 mg twice daily.\n* Treatment lasts 5 days."))
                .containsExactly("20 mg 2x/1d - []");
        assertThat(computed("The dose is 20 mg twice daily. Ibuprofen 400 mg helps. Treatment lasts 5 days."))
                .containsExactly("20 mg 2x/1d - []");
    }

    @Test
    void aCompletionBeforeAListHoldsForItsDoses() throws Exception {
        assertThat(
                        computed(
                                "Treatment is by weight and lasts 10 days. The doses are as follows:\n\n* 10-20 kg: 20 mg once daily\n"))
                .containsExactly("20 mg 1x/1d - [-]");
        assertThat(
                        computed(
                                "It is given twice daily for ten days. The doses are as follows:\n\n* Children: 20 mg twice daily\n"))
                .containsExactly("20 mg 2x/1d for 10 d - [child]");
    }

    @Test
    void aCompletionIsQuotedWithItsDose() throws Exception {
        DoseStatement dose = statements(
                        "The dose is 20 mg twice daily. Treatment lasts 5 days or until the rash clears.")
                .get(0);
        assertThat(dose.text()).endsWith("Treatment lasts 5 days or until the rash clears.");
        assertThat(dose.evidence().quote()).isEqualTo("The dose is 20 mg twice daily.");
        assertThat(dose.scope().conditions()).containsExactly("until the rash clears");
    }

    @Test
    void whatIsNeededIsTheChangeAndNotTheDose() throws Exception {
        assertThat(statements("If needed, the dose can be increased to two tablets three times daily."))
                .first()
                .satisfies(d -> assertThat(d.asNeeded()).isFalse())
                .satisfies(d -> assertThat(d.scope().conditions()).containsExactly("If needed"));
        assertThat(statements("Take 20 mg once daily, or twice daily if needed."))
                .first()
                .satisfies(d -> assertThat(d.asNeeded()).isFalse());
        assertThat(statements("Take one puff as needed, increased to two puffs if required."))
                .allSatisfy(d -> assertThat(d.asNeeded()).isTrue());
        assertThat(statements("Take 20 mg twice daily as needed.")).first().satisfies(d -> assertThat(d.asNeeded())
                .isTrue());
    }

    @Test
    void aLabelNamesThePartOfTheFirstStepAlone() throws Exception {
        assertThat(computed("**Initial dose:** 20 mg once daily for 3 days, then 10 mg once daily."))
                .last()
                .satisfies(d -> assertThat(d).doesNotContain("initial"));
        assertThat(computed("**Ovulation induction:** 20 mg once daily.")).containsExactly("20 mg 1x/1d - []");
    }

    @Test
    void aSiteThatTheUseIsToldOfIsNoRoute() throws Exception {
        assertThat(
                        read(
                                "# Xamplin\n\n### Usage\nXamplin brings blood to the affected areas.\n\n### Dosage\n400 mg twice daily."))
                .first()
                .satisfies(d -> assertThat(d.route()).isEmpty());
    }

    @Test
    void theRouteThatAnItemCallsTypicalIsThatOfItsDoses() throws Exception {
        String elsewhere = "* **Dementia:** 5 mg by mouth once daily.\n* **Poisoning:** ";
        assertThat(computed(elsewhere + "Intramuscular or intravenous administration is typical. The dose is 2 mg."))
                .contains("2 mg intramuscular [] poisoning", "2 mg intravenous [] poisoning");
        assertThat(computed(
                        elsewhere + "Intramuscular or intravenous administration may be preferred. The dose is 2 mg."))
                .contains("2 mg - [] poisoning");
    }

    @Test
    void aSentenceOnDivisionGovernsTheTotalsBelowItsLabel() throws Exception {
        String text = "**Gout:**\n\n* Adults: 20 mg/day\n* Children: 5 mg/day\n\n";
        assertThat(computed(
                        "#### Gout\n\nThe total daily dose is given in two divided doses.\n\n* Adults: 20 mg/day\n"))
                .containsExactly("20 mg/d 2x/1d - [adult] gout");
        assertThat(computed(text + "**Fever:** The total daily dose is given in two divided doses.\n"))
                .allSatisfy(d -> assertThat(d).doesNotContain("2x"));
        assertThat(
                        computed(
                                "#### Gout\n\nThe total daily dose is not given in two divided doses.\n\n* Adults: 20 mg/day\n"))
                .containsExactly("20 mg/d - [adult] gout");
    }

    @Test
    void impairedPatientsKeepTheLimitOfWeightOfTheirLabel() throws Exception {
        DoseStatement dose = statements(
                        "**Renal impairment (adults and children weighing 40 kg or more):**\n\n* Creatinine clearance below 10 mL/min: 5 mg once daily\n")
                .stream()
                .filter(DoseStatement::isComputed)
                .findFirst()
                .orElseThrow();
        assertThat(dose.groups()).hasSize(1);
        assertThat(dose.groups().get(0).weight().map(Notation::of)).contains("40.. kg");
        assertThat(dose.groups().get(0).clearance()).isPresent();
    }

    @Test
    void aTableByWhatIsTakenBesidesHasDosesOfThisDrug() throws Exception {
        assertThat(computed("| Inhibitor | Dose |\n|---|---|\n| Clarithromycin | 5 mg once daily |\n"))
                .containsExactly("5 mg 1x/1d - []");
        assertThat(computed("| Drug | Dose |\n|---|---|\n| Clarithromycin | 5 mg once daily |\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In children the dose is not the same as for adults.",
                "Children receive half the adult dose.",
                "In children, doses lower than the adult dose are used.",
                "Children should never receive the adult dose.",
                "Children receive up to the adult dose.",
                "Children: the usual adult dose, but not in renal impairment.",
                "The dose is the same as for adults.",
                "Pneumonia in children: same dose as adults.",
                "Children: one third of the adult dose."
            })
    void whatIsNoPlainReferenceGivesNoDose(String reference) throws Exception {
        assertThat(computed("**Adults (cystitis):** 20 mg once daily.\n\n" + reference))
                .hasSize(1);
    }

    private static List<String> computed(String dosage) throws Exception {
        return statements(dosage).stream()
                .filter(DoseStatement::isComputed)
                .map(DosingExtractorTest::notation)
                .toList();
    }

    private static List<DoseStatement> statements(String dosage) throws Exception {
        return read("---\ntitle: Xamplin\n---\n\n# Xamplin\n\n### Dosage\n" + dosage);
    }

    private static List<DoseStatement> read(String text) throws Exception {
        Monograph monograph = MonographReader.read("x.md", text.getBytes(StandardCharsets.UTF_8));
        return FactExtractor.extract(monograph).dosing();
    }

    private static String notation(DoseStatement d) {
        String groups = d.groups().stream()
                .map(g -> g.population().map(p -> p.code()).orElse("-"))
                .collect(Collectors.joining(",", "[", "]"));
        return Notation.of(d.dose(), d.maxima()) + " "
                + d.route().map(Route::code).orElse("-") + " " + groups
                + d.indication().map(i -> " " + i).orElse("");
    }
}
