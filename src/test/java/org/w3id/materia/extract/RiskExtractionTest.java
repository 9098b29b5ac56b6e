package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.extract.fact.Caution;
import org.w3id.materia.extract.fact.Contraindication;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.monograph.Monograph;

/** Risks are written as {@code strength:condition}, cautions with the strength {@code caution}. */
class RiskExtractionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testol is contraindicated in patients with gout. | contraindicated:gout",
                "Testol must not be used in individuals with gout or acute scurvy. | contraindicated:gout;"
                        + " contraindicated:acute scurvy",
                "Do not take Testol if you are allergic to it or to penicillin. | contraindicated:allergy to testol;"
                        + " contraindicated:allergy to penicillin",
                "Patients with gout should not take this medicine. | contraindicated:gout",
                "Pregnant women should avoid this drug. | contraindicated:pregnancy",
                "Postpone treatment in patients with gout. | caution:gout",
                "Do not take oral iron. | contraindicated:oral iron",
                "Do not inject intravenously or intradermally. | contraindicated:intravenous administration;"
                        + " contraindicated:intradermal administration",
                "Use in children should be avoided. | contraindicated:children",
                "Use in children is generally avoided. | not-recommended:children",
                "Testol is not recommended during pregnancy or breastfeeding. | not-recommended:pregnancy;"
                        + " not-recommended:breastfeeding",
                "Women should not breastfeed during treatment. | contraindicated:breastfeeding",
                "Use with caution in patients with impaired liver or kidney function. | caution:impaired liver"
                        + " function; caution:impaired kidney function",
                "People with gout may need to avoid this medicine. | caution:gout",
                "Consult your doctor before use if you are pregnant. | caution:pregnancy",
                "The safety in children has not been established. | caution:children",
                "It should be used in pregnancy only if the benefit outweighs the risk. | caution:pregnancy",
                "Avoid in pregnancy unless there is no alternative. | not-recommended:pregnancy",
                "Avoid in pregnancy unless a doctor has prescribed it. | contraindicated:pregnancy",
                "Testol should be avoided in gout where possible. | not-recommended:gout",
                "Testol is not used in pregnancy unless clearly needed. | caution:pregnancy",
                "**Gout:** Avoid, because attacks are likely. | contraindicated:gout",
                "Testol may also worsen gout. | caution:gout",
                "**Warnings:** Fungal rashes are possible. | caution:fungal rashes",
                "There is an increased risk of cardiac side effects. | caution:cardiac side effects",
                "**Hyperuricaemia:** People with high uric acid levels (hyperuricaemia) should not take it. |"
                        + " contraindicated:hyperuricaemia",
            })
    void wordsDecideHowFirmlyTheTextWarns(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testol is not contraindicated in gout. |",
                "Testol is used in gout when a gold salt cannot be taken. |",
                "Two of them together, for instance Testol with beriberin, are not recommended. |",
                "Breastfeeding is not a contraindication. |",
                "**Pregnancy and breastfeeding:** Pregnancy is not a contraindication. Breastfeeding is compatible"
                        + " with treatment. |",
                "**Contraindications:** There are no known contraindications. |",
                "Avoid alcohol. |",
                "**Pregnancy:** Weigh the benefits against the risks to mother and child. | caution:pregnancy",
                "**Gout:** Use with caution, as Testol can bring on scurvy. | caution:gout",
                "Treatment is possible in gout. |",
                "Avoid contact with clothing or carpets; rinse thoroughly with water. |",
                "Specific contraindications vary depending on the salt form. |",
                "Once-daily dosing is not recommended for children. | caution:children",
                "Do not use it for more than 7 days. |",
                "It is not recommended for children under a certain age. | caution:children",
                "**Gout:** Not recommended for use in the third week. | caution:gout",
                "**Drug interactions:** Use caution with warfarin. |",
            })
    void denialsReassuranceAndInteractionsAreNoRisks(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testol should not be taken with warfarin. | contraindicated:warfarin",
                "It should also not be used concurrently with azathioprine or mercaptopurine. |"
                        + " contraindicated:azathioprine; contraindicated:mercaptopurine",
                "Concurrent use with enzyme inducers (phenytoin, rifampicin) should be avoided. |"
                        + " contraindicated:enzyme inducers; contraindicated:phenytoin; contraindicated:rifampicin",
                "Avoid taking Testol with triptans. | contraindicated:triptans",
                "Avoid strong CYP3A4 inhibitors or inducers. | contraindicated:strong cyp3a4 inhibitors;"
                        + " contraindicated:strong cyp3a4 inducers",
                "It should not be used with medicines including, but not limited to, warfarin and ketoconazole. |"
                        + " contraindicated:warfarin; contraindicated:ketoconazole",
                "**Interactions:** Dihydroergotamine: the combination should be avoided in gout. |"
                        + " contraindicated:dihydroergotamine",
                "Omeprazole weakens the effect and should be avoided. | contraindicated:omeprazole",
                "Live vaccines should not be given. | contraindicated:live vaccines",
                "It is contraindicated in patients currently taking a monoamine oxidase inhibitor. |"
                        + " contraindicated:monoamine oxidase inhibitor",
                "Testol must never be given intravenously. | contraindicated:intravenous administration",
                "It is not for intrathecal use. | contraindicated:intrathecal administration",
                "Prolonged use of Testol should be avoided. | contraindicated:prolonged use",
                "Testol is not usually given intravenously. |",
                "Ocular or subconjunctival injection must not be used. | contraindicated:ocular injection;"
                        + " contraindicated:subconjunctival injection",
                "Beta-blockers such as propranolol should not be taken with Testol. | contraindicated:beta-blockers;"
                        + " contraindicated:propranolol",
                "Strong CYP3A4 inhibitors, among them ketoconazole, should be avoided. | contraindicated:strong cyp3a4"
                        + " inhibitors; contraindicated:ketoconazole",
                "Testol should not be applied to open wounds or the mucous membranes. | contraindicated:open wounds;"
                        + " contraindicated:mucous membranes",
            })
    void otherDrugsAndWaysOfUseAreContraindicatedWhereTheTextForbidsThem(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was generally contraindicated in pregnancy. | not-recommended:pregnancy",
                "It is not known whether it should be avoided in asthma. |",
                "There is no need to avoid it in asthma. |",
                "It can be used in gout unless the patient is dehydrated. |",
                "It is considered safe in pregnancy, but consult a doctor. | caution:pregnancy",
                "No dosage adjustment is needed in renal impairment. However, close monitoring is advised. |"
                        + " caution:renal impairment",
                "The dose depends on the hepatic class (Child-Pugh class B). |",
                "Monitoring related to renal and hepatic function is advised. |",
                "It carries a risk of dependence and misuse, potentially leading to overdose. | caution:dependence;"
                        + " caution:misuse",
                "Never use it on a child without medical advice. | caution:children",
                "Use in children is generally not recommended without medical advice. | not-recommended:children",
                "**Photosensitivity:** Avoid prolonged sun exposure. | caution:prolonged sun exposure;"
                        + " caution:photosensitivity",
                "Abrupt withdrawal should be avoided. | caution:abrupt withdrawal",
                "People with gout should exercise caution and potentially avoid it. | caution:gout",
                "Testol can worsen asthma. | caution:asthma",
                "**Pregnancy:** Not known to be harmful. **Gout:** Watch for kidney stones. | caution:gout",
                "**Mood:** Watch for suicidal thoughts. | caution:suicidal thoughts",
                "Stop using it if a rash or hives develop. | caution:rash; caution:hives",
                "Rinse with water if contact with the eyes occurs. |",
                "It may cause low blood cell counts (anaemia, neutropenia). | caution:low blood cell counts;"
                        + " caution:anaemia; caution:neutropenia",
                "**Long-term use:** Prolonged use can cause cataracts. | caution:cataracts; caution:long-term use",
            })
    void whatIsDeniedLeftOpenOrOnlySaidOnTheWayIsNotServedAsForbidden(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Liver disease associated with a clotting disorder and a relevant risk of bleeding |"
                        + " contraindicated:liver disease associated with a clotting disorder and a relevant risk of"
                        + " bleeding",
                "Creatinine clearance below 15 mL/min; mechanical heart valves, for lack of data |"
                        + " contraindicated:creatinine clearance below 15 ml/min; contraindicated:mechanical heart valves",
                "Thrombocytopenia caused by heparin within the past 100 days | contraindicated:thrombocytopenia caused"
                        + " by heparin within the past 100 days",
                "Strong CYP3A4 inhibitors: itraconazole, ketoconazole | contraindicated:itraconazole;"
                        + " contraindicated:ketoconazole; contraindicated:strong cyp3a4 inhibitors",
                "Alcohol abuse | contraindicated:alcohol abuse",
                "have, or have had more than once, a stomach ulcer | contraindicated:stomach ulcer",
                "Second- or third-degree heart block | contraindicated:second-degree heart block;"
                        + " contraindicated:third-degree heart block",
                "People who are dehydrated | contraindicated:dehydration",
            })
    void itemsOfAListOfContraindicationsAreReadWhole(String item, String expected) {
        assertRisks("### Precautions\n\n**Contraindications:**\n\n* " + item, expected);
    }

    @Test
    void leafletsAddressThePatient() {
        assertRisks(
                """
                ### Precautions

                **DO NOT TAKE THIS MEDICINE IF YOU**

                - are in the last 3 months of pregnancy
                - have chickenpox

                **TELL YOUR DOCTOR IF YOU**

                - have asthma or gout
                - smoke, or are dehydrated\
                """,
                "contraindicated:last 3 months of pregnancy; contraindicated:chickenpox; caution:asthma; caution:gout;"
                        + " caution:smoking; caution:dehydration");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can I use Testol on open wounds?** A: No. It is for intact skin. | contraindicated:open wounds",
                "Can I take Testol if I have gout?** A: No, ask a doctor. | contraindicated:gout",
                "Can I take Testol if I have gout?** A: Yes. |",
                "Can I take Testol with other medicines?** A: No. |",
            })
    void anAnswerThatDeniesForbidsWhatWasAskedFor(String question, String expected) {
        assertRisks("### FAQs\n\n* **Q: " + question, expected);
    }

    @Test
    void columnsOfWarningsListALineAState() {
        assertRisks(
                """
                ### Precautions

                <table>
                <tr><th>Contraindicated</th><th>Caution</th></tr>
                <tr><td>gout<br>acute scurvy</td><td><ul><li>asthma</li><li>porphyria; glaucoma</li></ul></td></tr>
                </table>
                """,
                "contraindicated:gout; contraindicated:acute scurvy; caution:asthma; caution:porphyria; caution:glaucoma");
    }

    @Test
    void cellsBesideAnotherMedicineWarnOfNobody() {
        assertRisks("""
                ### Precautions

                Caution: asthma.

                | Drug | Effect | Action |
                |---|---|---|
                | Warfarin | bleeding, bruises | check the INR |
                | Verapamil<br>Diltiazem | bradycardia | avoid |
                """, "contraindicated:verapamil; contraindicated:diltiazem; caution:asthma");
    }

    @Test
    void headsOfNumberedSectionsAndTheHarmsThatTheyTellAreWarnedOf() {
        assertRisks(
                """
                ### Precautions

                **4 Contraindications.** None.

                **5.1 Gout and Hives.** Monitor patients with asthma. **5.2 Low Blood Counts.** Anemia and neutropenia have been reported.
                Call at once if a fever develops.
                """,
                "caution:asthma; caution:gout; caution:hives; caution:anemia; caution:neutropenia; caution:low blood counts");
    }

    @Test
    void rowsThatAdjustWarnOfWhatTheyBeginWith() {
        assertRisks("""
                ### Dosage

                **Renal adjustment**

                | eGFR (mL/min) | Dose |
                |---|---|
                | below 30 | halve the dose |

                **Others**

                | State | Do |
                |---|---|
                | Hypothyroidism | reduce dose |
                | Gout | no change |
                | ≥ 80 years | smallest effective dose |
                """, "caution:egfr below 30 ml/min; caution:hypothyroidism; caution:≥ 80 years");
    }

    @Test
    void aRowThatForbidsForbidsWhatItsFirstCellNames() {
        assertRisks("""
                ### Precautions

                **Interactions**

                | Agent | What to do |
                |---|---|
                | Ketoconazole, ritonavir | combination not recommended |
                | Trimethoprim | must be avoided |
                | Aspirin | only with caution |
                """, "not-recommended:ketoconazole; not-recommended:ritonavir; contraindicated:trimethoprim");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Use with caution in asthma, as it can narrow the airways. | caution:asthma",
                "Patients with gout should be monitored, because the risk of kidney stones is raised. | caution:gout",
                "There is a risk of seizures; monitoring is advised. | caution:seizures",
                "Patients with kidney disease generally do not require dosage adjustments. |",
                "Older adults may be more sensitive to side effects such as falls. | caution:older adults",
            })
    void reasonsAreNoCautions(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testol is not approved for children under 12 years of age. | not-recommended:children under 12 years"
                        + " of age",
                "The use of Testol in patients 75 years and older is generally not recommended. |"
                        + " not-recommended:patients 75 years and older",
                "Children below 2 years must not take it. | contraindicated:children below 2 years",
            })
    void agesStayWithTheirPopulation(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @Test
    void aLabelOfCautionGovernsItsList() {
        assertRisks(
                "### Precautions\n\n**Caution is needed in:**\n\n* brittle scurvy\n* allergy to aspirin",
                "caution:brittle scurvy; caution:allergy to aspirin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Testol is contraindicated in",
                "Testol should never be taken by people with",
                "Treatment must be avoided in patients who have",
            })
    void aSentenceThatBreaksOffForbidsWhatItsListNames(String label) {
        assertRisks(
                "### Precautions\n\n**" + label + ":**\n\n* gout\n* beriberi",
                "contraindicated:gout; contraindicated:beriberi");
    }

    @Test
    void aSentenceThatIsALabelSaysHowFirmlyItsListForbids() {
        assertRisks(
                "### Precautions\n\n**Testol must not be used in:**\n\n* Active scurvy\n* Lesions at risk of beriberi\n"
                        + "* Treatment with warfarin or heparin, except while changing over",
                "contraindicated:active scurvy; contraindicated:lesions at risk of beriberi;"
                        + " contraindicated:warfarin; contraindicated:heparin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**Contraindications:** Gout, scurvy and beriberi. | contraindicated:gout; contraindicated:scurvy;"
                        + " contraindicated:beriberi",
                "**Pregnancy and Breastfeeding:** Testol is contraindicated. | contraindicated:pregnancy;"
                        + " contraindicated:breastfeeding",
                "**Infusion reactions:** Careful monitoring is essential. | caution:infusion reactions",
                "**Driving and operating machinery:** Testol may cause drowsiness. | caution:driving and operating"
                        + " machinery",
                "**Elderly:** Older adults may need a lower dose. | caution:elderly",
                "**Renal impairment:** Watch people with kidney disease. | caution:kidney disease",
                "**Gout:** It should not be used in patients with gout. | contraindicated:gout",
                "**Pregnancy:** 5 mg a day is suitable in pregnancy; high-dose courses are not recommended. |"
                        + " caution:pregnancy",
            })
    void labelsNameTheRiskOfWhatStandsUnderThem(String item, String expected) {
        assertRisks("### Precautions\n\n* " + item, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testol is contraindicated in severe, unstable, or uncontrolled gout. | contraindicated:severe gout;"
                        + " contraindicated:unstable gout; contraindicated:uncontrolled gout",
                "Testol is contraindicated in patients with a history of stroke, active gout, or hypersensitivity to"
                        + " nuts. | contraindicated:history of stroke; contraindicated:active gout;"
                        + " contraindicated:hypersensitivity to nuts",
                "Testol is contraindicated in patients with a personal or family history of gout. |"
                        + " contraindicated:personal history of gout; contraindicated:family history of gout",
                "Testol is contraindicated in patients with hypersensitivity to nuts, cerebrovascular accident, or"
                        + " raised heart rates. | contraindicated:hypersensitivity to nuts;"
                        + " contraindicated:cerebrovascular accident; contraindicated:raised heart rates",
                "It must not be used in people with gout, or those who are pregnant. | contraindicated:gout;"
                        + " contraindicated:pregnancy",
                "Do not use it if you're allergic to nuts. | contraindicated:allergy to nuts",
                "Testol is contraindicated in people with an allergy to either nuts or eggs. | contraindicated:allergy"
                        + " to nuts; contraindicated:allergy to eggs",
                "Patients with gout should avoid products containing testol. | contraindicated:gout",
                "Use caution in renal impairment, but it is contraindicated in severe impairment. |"
                        + " contraindicated:severe renal impairment; caution:renal impairment",
            })
    void membersOfAListShareOnlyWhatIsTheirs(String sentence, String expected) {
        assertRisks("### Precautions\n\n* **Contraindications:** " + sentence, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Concomitant use should be avoided.",
                "Testol is not approved by any regulatory agencies.",
                "Testol should not be used in everyday medical practice.",
                "Testol must not be used in any form.",
                "While effective against lice, it is not suitable for everyone.",
                "Patients with gout should avoid alcohol.",
            })
    void wordsThatNameNoStateAreNoContraindication(String sentence) {
        assertThat(Facts.of("Testol", "### Precautions\n\n* " + sentence).contraindications())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testol is contraindicated in children with viral infections or gout. | viral"
                        + " infections/CHILD/children; gout/CHILD/children",
                "Testol is contraindicated in neonates with jaundice. | jaundice/NEONATE/neonates",
                "Testol is contraindicated in patients with gout. | gout",
                "Testol is contraindicated in children under 12. | children under 12",
            })
    void stateOfOneGroupIsContraindicatedForThatGroupAlone(String sentence, String expected) {
        assertThat(Facts.of("Testol", "### Precautions\n\n* " + sentence).contraindications())
                .extracting(c -> c.condition()
                        + c.populations().stream()
                                .map(g -> "/" + g.population().orElseThrow() + "/" + g.words())
                                .collect(Collectors.joining()))
                .containsExactly(expected.split("; "));
    }

    @Test
    void leadInGivesItsStrengthToTheList() {
        assertRisks(
                "### Precautions\n\nTestol should not be used in patients with:\n\n* gout\n* acute scurvy\n",
                "contraindicated:gout; contraindicated:acute scurvy");
    }

    @Test
    void contraindicationsComeFromAnswersAndCautionsDoNot() {
        assertRisks(
                "### FAQs\n\n"
                        + "* **Q: Is it safe in pregnancy?** A: No, Testol is contraindicated during pregnancy. Children"
                        + " should be monitored.\n",
                "contraindicated:pregnancy");
    }

    @Test
    void groupNamedBeforeIsMeantByThisGroup() {
        assertRisks("""
                ### Dosage

                The safety in children has not been established. Use is not recommended in this population.
                """, "not-recommended:children");
    }

    @Test
    void kindFollowsThePhrase() {
        MonographFacts facts = Facts.of(
                "Testol",
                "### Precautions\n\n"
                        + "* Testol is contraindicated in pregnancy, breastfeeding, infants, allergy to nuts, and"
                        + " gout.\n");
        assertThat(facts.contraindications())
                .extracting(Contraindication::kind)
                .containsExactly(
                        RiskKind.PREGNANCY, RiskKind.LACTATION, RiskKind.AGE, RiskKind.ALLERGY, RiskKind.CONDITION);
    }

    @Property
    void noTextFailsAndEveryQuoteStandsWhereItSays(@ForAll("warnings") String body) {
        Monograph monograph = Facts.monograph("Testol", "### Precautions\n\n" + body);
        MonographFacts facts = FactExtractor.extract(monograph);
        assertThat(Stream.concat(
                        facts.contraindications().stream().map(Contraindication::evidence),
                        facts.cautions().stream().map(Caution::evidence)))
                .allSatisfy(e -> assertThat(e.quote())
                        .isEqualTo(e.span().in(monograph.source().text()))
                        .isNotBlank());
    }

    @Provide
    Arbitrary<String> warnings() {
        Arbitrary<String> piece = Arbitraries.of(
                "contraindicated",
                "not recommended",
                "avoid",
                "caution",
                "in",
                "with",
                "patients",
                "gout",
                "pregnancy",
                "breastfeeding",
                "**",
                "* ",
                "\n",
                "\n\n",
                ":",
                ", ",
                ".",
                " ",
                " ",
                "(",
                ")",
                "and",
                "or",
                "if you are",
                "allergic to",
                "it",
                "?",
                "risk of",
                "hypersensitivity or allergy to",
                "this population",
                "—",
                "no",
                "A:");
        return piece.list().ofMaxSize(40).map(p -> String.join("", p));
    }

    @Test
    void wordsThatNameNothingUnderstoodAreReportedWithTheirLine() {
        List<String> findings = Facts.of(
                        "Testol", "### Precautions\n\nTestol must not be used in the way described above.\n")
                .findings()
                .stream()
                .filter(f -> f.code().equals("risk-kept-as-text"))
                .map(f -> f.line() + " " + f.message())
                .toList();
        assertThat(findings).singleElement().satisfies(f -> assertThat(f)
                .startsWith("9 ")
                .contains("\"the way described above\" was not understood"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Severe (CrCl below 30 mL/min) @ avoid use | contraindicated:severe renal impairment",
                "below 15 @ contraindicated | contraindicated:creatinine clearance below 15 ml/min",
                "Liver: severe disease before treatment @ not recommended orally |"
                        + " not-recommended:severe liver disease",
                "moderate @ half of the dose | caution:moderate renal impairment",
            })
    void rowThatForbidsKeepsTheStateOfItsFirstCell(String row, String expected) {
        assertRisks(
                "### Dosage\n\n| Renal function (CrCl in mL/min) | Dose |\n|---|---|\n| " + row.replace('@', '|')
                        + " |\n",
                expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**Warnings and Interactions:** Use caution in patients with gout. | caution:gout",
                "**Warnings:** There's a risk of gout, slight increases in urea, and hives. |"
                        + " caution:gout; caution:slight increases in urea; caution:hives",
                "**Warnings:** Nosebleeds may occur. | caution:nosebleeds",
                "**Nosebleeds:** Bleeding may occur. | caution:nosebleeds",
                "**Fatal accidents:** Keep it out of reach; caution in children. |"
                        + " caution:children; caution:fatal accidents",
                "**Frail infants:** Breathing is monitored in infants born early. | caution:frail infants",
                "**Surgery:** It is paused before operations with a high risk of bleeding. | caution:surgery",
                "**Caution:** gout; asthma; the elderly. | caution:gout; caution:asthma; caution:elderly",
                "Patients are observed for hives. |",
            })
    void risksAmongPrecautionsAreCautions(String text, String expected) {
        assertRisks("### Precautions\n\n* " + text, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It must not be applied to raw, infected or inflamed skin. | contraindicated:raw skin;"
                        + " contraindicated:infected skin; contraindicated:inflamed skin",
                "Avoid applying it to broken or badly damaged skin. | contraindicated:broken skin;"
                        + " contraindicated:badly damaged skin",
                "Avoid applying it to the face. |",
                "Chalk should not be taken orally within an hour of it. |",
                "It should be avoided by people allergic to *L. acidophilus* or milk. | contraindicated:allergy to"
                        + " l acidophilus; contraindicated:allergy to milk",
            })
    void placesAndRoutesThatAreForbiddenArePreciselyThose(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    @Test
    void weaknessThatForbidsInItsSevereFormIsStillToBeHeeded() {
        assertRisks(
                "### Dosage\n\n**Renal impairment:** The dose is halved at a clearance of 30 to 59 mL/min. Testol must"
                        + " not be used when it is below 30 mL/min.",
                "contraindicated:creatinine clearance below 30 ml/min; caution:renal impairment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Further contraindications exist, including scurvy, gout and urinary retention. | contraindicated:scurvy;"
                        + " contraindicated:gout; contraindicated:urinary retention",
                "The known risks include scurvy and gout. | caution:scurvy; caution:gout",
                "It is contraindicated in patients with gout; those who have had a splenectomy; and women with"
                        + " undiagnosed bleeding. | contraindicated:gout; contraindicated:splenectomy;"
                        + " contraindicated:undiagnosed bleeding",
                "Caution in patients with asthma, particularly those with scurvy. | caution:asthma; caution:scurvy",
                "Safety is unknown in some groups (e.g., pregnant women, children). | caution:pregnancy;"
                        + " caution:children",
                "Inform your doctor of any allergies to shellfish or other seafood before taking it. |"
                        + " caution:allergies to shellfish; caution:allergies to other seafood",
                "Inform your doctor about all medicines that you take. |",
            })
    void whatIsListedBehindAWordForRisksIsRead(String sentence, String expected) {
        assertRisks("### Precautions\n\n* **Other:** " + sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Currently, this medicine is not recommended for pregnant women. | not-recommended:pregnancy",
                "It is advised to avoid breastfeeding while taking it. | not-recommended:breastfeeding",
                "While no dosage adjustment is needed, people with gout should be monitored. | caution:gout",
                "Testol is used when sulindac is contraindicated. |",
                "Prolonged use without supervision is not recommended. | not-recommended:prolonged use",
                "Prolonged use needs careful monitoring. | caution:prolonged use",
                "**Gout:** Avoid contact with the eyes. | caution:gout",
                "**Pregnancy:** Avoid contact entirely. | contraindicated:pregnancy",
                "Contraindications include gout, use in premature infants, and scurvy. | contraindicated:gout;"
                        + " contraindicated:premature infants; contraindicated:scurvy",
                "Contraindications include asthma (increased risk of anaphylaxis). | contraindicated:asthma",
                "Caution in patients with gout or those on a low-salt diet. | caution:gout; caution:low-salt diet",
                "Intramuscular injection should be given with care. |",
                "**Grapefruit juice:** Drink it with care. |",
                "**Liver function:** It is monitored at regular intervals. | caution:liver function",
                "**Liver function:** Use with caution in liver disease. | caution:liver disease",
                "**Tendon rupture risk:** Stop treatment at once. | caution:tendon rupture",
                "It is not recommended for children under 2 years or weighing less than 12 kg. |"
                        + " not-recommended:children under 2 years; not-recommended:children weighing less than 12 kg",
                "It is contraindicated within 10 days of stopping an MAO inhibitor. | contraindicated:mao inhibitor",
                "It can worsen gout or lead to scurvy. | caution:gout; caution:scurvy",
                "If your child has had a seizure, ask a doctor. | caution:seizure",
            })
    void whomAWarningIsAboutIsSaidInManyWays(String sentence, String expected) {
        assertRisks("### Precautions\n\n* " + sentence, expected);
    }

    /** A text whose parts stand under labels, in a section of the medicine's name. */
    @Test
    void partsUnderLabelsAreRead() {
        MonographFacts facts = Facts.of("Testol", """
                # Testol

                * **Usage:** Testol is used to treat gout.
                * **Side Effects:** Common side effects include hives and nausea.
                * **Precautions:** People with asthma should consult a doctor. It can interact with warfarin.
                """);
        assertThat(facts.cautions()).extracting(Caution::condition).containsExactly("asthma");
        assertThat(facts.interactions()).extracting(Interaction::agent).containsExactly("warfarin");
        assertThat(facts.effects()).extracting(UndesirableEffect::effect).containsExactly("hives", "nausea");
    }

    @Test
    void leafletsTellWithClausesWhichStateIsMeant() {
        assertRisks(
                """
                ### Precautions

                #### Do not take Testol

                * if you are allergic to nuts or any of the other ingredients
                * if you are taking, or have taken in the last week, a beta-blocker
                * if you are taking another medicine called warfarin
                * if you have a cough that began after a cold
                * if you have a skin disease that is not being treated, such as impetigo
                * if you are trying for a baby

                **Be careful. Talk to your pharmacist before you take it if:**

                * you have ever had a bad reaction to eggs
                * you are about to have, or have just had, an operation (such as dental surgery)

                The capsules contain gelatine.

                #### How to store Testol

                Keep it out of the sight of children.\
                """,
                "contraindicated:allergy to nuts; contraindicated:allergy to any of the other ingredients;"
                        + " contraindicated:beta-blocker; contraindicated:warfarin;"
                        + " contraindicated:cough that began after a cold; contraindicated:skin disease that is not being treated;"
                        + " contraindicated:impetigo; contraindicated:trying for a baby; caution:bad reaction to eggs;"
                        + " caution:operation; caution:dental surgery");
    }

    @Test
    void formulariesNameTheirPartsWithoutAColon() {
        assertRisks(
                """
                ### Precautions

                **Cautions** gout; recent stroke; monitor liver function; avoid abrupt withdrawal

                Contra-indications porphyria, heart block; epilepsy (unless well controlled)

                **Breast-feeding** amount too small to be harmful

                Contraindicated: none in mild asthma. 2 to 3 days after a stroke.

                **Interactions include:** warfarin (bleeding); levodopa and opioids (antagonism, avoid).\
                """,
                "contraindicated:porphyria; contraindicated:heart block; contraindicated:epilepsy;"
                        + " contraindicated:2 to 3 days after a stroke; contraindicated:levodopa;"
                        + " contraindicated:opioids;"
                        + " caution:gout; caution:recent stroke; caution:abrupt withdrawal");
    }

    private static void assertRisks(String body, String expected) {
        MonographFacts facts = Facts.of("Testol", body);
        List<String> risks = Stream.concat(
                        facts.contraindications().stream().map(c -> c.strength().code() + ":" + c.condition()),
                        facts.cautions().stream().map(c -> "caution:" + c.condition()))
                .toList();
        assertThat(String.join("; ", risks)).isEqualTo(expected == null ? "" : expected);
    }
}
