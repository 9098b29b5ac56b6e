package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.monograph.Monograph;

class InteractionExtractorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Examplol can interact with lithium, oral anticoagulants, and certain antacids. | lithium; oral anticoagulant; antacid",
                "It may interact with NSAIDs (e.g., ibuprofen, naproxen). | nsaid; ibuprofen; naproxen",
                "It may interact with anticoagulants (blood thinners). | anticoagulant",
                "It interacts with other medications, particularly those affecting the liver or kidneys. | medication affecting liver; medication affecting kidneys",
                "It may interact with drugs that prolong the QT interval or cause drowsiness. | drug that prolongs qt interval; drug that causes drowsiness",
                "Concurrent use with strong CYP3A4 inhibitors or inducers should be avoided. | strong cyp3a4 inhibitor; strong cyp3a4 inducer",
                "It should not be taken with digoxin. | digoxin",
                "It can reduce the effectiveness of oral contraceptives. | oral contraceptive",
                "Rifampicin and carbamazepine can decrease its levels. | rifampicin; carbamazepine",
                "Avoid alcohol while using it. | alcohol",
                "Avoid alcohol while taking antibiotics. | alcohol",
                "Avoid grapefruit juice during treatment. | grapefruit juice",
                "Tell your doctor about all medications, including over-the-counter drugs and herbal supplements. |",
                "It may interact with other medications. |",
                "There is no known interaction with warfarin. |",
                "It does not interact with digoxin. |",
                "Do not use it if you are allergic to penicillins or other beta-lactam antibiotics. |",
                "Take it with food. |",
                "Live vaccines (cholera, typhoid) should not be given. | live vaccine; cholera vaccine; typhoid vaccine",
                "Do not use it within two weeks of discontinuing reserpine. | reserpine",
                "It is contraindicated in those who have recently taken lithium. | lithium",
                "It may interact with drugs that also affect the kidneys or the bone marrow. | drug affecting kidneys; drug affecting bone marrow",
                "It may interact with some medicines, especially those that cause sleepiness or affect the heart. | medicine that causes sleepiness; medicine affecting heart",
                "It may interact with medicines affected by changes in potassium. | medicine affected by changes in potassium",
                "It may interact with medicines used to treat gout. | medicine used to treat gout",
                "It may interact with antiplatelet agents (clopidogrel). | antiplatelet agent; clopidogrel",
                "It may interact with drugs affecting liver enzymes (CYP2C9 inhibitors or inducers). | drug affecting liver enzymes; cyp2c9 inhibitor; cyp2c9 inducer",
                "It may interact with aspirin (a salicylate). | aspirin",
                "Concomitant use of examplol with phenothiazines raises the risk of a tremor. | phenothiazine",
                "Taking it with strong CYP2C9 inhibitors raises its level. | strong cyp2c9 inhibitor",
                "It may enhance the effects of other antihypertensives. | antihypertensive",
                "Patients on lithium need to be careful. | lithium",
                "Many medicines can interact with oral contraceptives. |",
                "The dose depends on other medicines that interact with CYP2C9. |",
                "Examplol is usually given together with lithium. |",
                "It may interact with other immunotherapies or steroid medications. | immunotherapy; steroid medication",
                "Consult a doctor to ensure that it has no interaction with digoxin. | digoxin",
            })
    void sentencesNameWhatInteracts(String sentence, String expected) {
        assertThat(agents("### Precautions\n\n* **Drug interactions:** " + sentence))
                .isEqualTo(split(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can I drink alcohol while taking it? | No, it deepens drowsiness. | alcohol",
                "Can I take it with other cough and cold medicines? | No, ask your pharmacist first. | cough and cold medicine",
                "Can I take it with antacids? | Yes, antacids can safely be taken with it. | ''",
                "Can I take it with food? | No, take it before meals. | ''",
                "Can I take it with other pain relievers? | Talk to a pharmacist about it. Interactions are possible. | pain reliever",
                "Can I take it with antibiotics? | Separate the two by a few hours. | antibiotic",
                "Can I use it with other eye drops? | Wait at least five minutes between them. | eye drop",
                "Can I take it if I'm on lithium? | Some interactions can be harmful. | lithium",
                "Can I take it with allergy medicines? | Yes. Never take two doses at once. | ''",
                "Can I drink alcohol while taking it? | No interaction with alcohol is known, but discuss it with a doctor. | ''",
                "Can I take it with other cold remedies? | Check that there are no harmful interactions. | cold remedy",
            })
    void answersDecideAboutWhatTheirQuestionsName(String question, String answer, String expected) {
        String text = "### FAQs\n\n* **Q: " + question + "** A: " + answer;
        assertThat(agents(text)).isEqualTo(split(expected));
    }

    @Test
    void listsAndTablesUnderAnInteractionHeadingAreRead() {
        String text = """
                ### Precautions

                **Examplol may interact with:**

                * Insulin and hypoglycemic agents (may change glucose)
                * Yohimbine (less effect)

                **Interactions**

                | Agent | What happens |
                |---|---|
                | Ketoconazole, ritonavir | more in the blood |
                | Phenytoin | less in the blood |
                """;
        assertThat(agents(text))
                .containsExactly(
                        "insulin", "hypoglycemic agent", "yohimbine", "ketoconazole", "ritonavir", "phenytoin");
    }

    @Test
    void effectAndManagementAreTheSentencesOwnClauses() {
        List<Interaction> found = interactions(
                "### Precautions\n\nConcurrent use with warfarin may increase the risk of bleeding; monitor the INR.");
        assertThat(found).singleElement().satisfies(i -> {
            assertThat(i.agent()).isEqualTo("warfarin");
            assertThat(i.type()).isEqualTo(Interaction.Type.DRUG_DRUG);
            assertThat(i.effect()).contains("increase the risk of bleeding");
            assertThat(i.management()).contains("monitor the INR");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It may interact with lithium (increased levels), digoxin, and aspirin (reduced effect). | lithium:increased levels; digoxin:; aspirin:reduced effect",
                "Aspirin can increase its levels, while rifampicin reduces its levels. | aspirin:increase its levels; rifampicin:reduces its levels",
                "It may reduce the effects of digoxin and increase the effects of lithium. | digoxin:reduce the effects of digoxin; lithium:increase the effects of lithium",
                "It can interact with cholesterol-lowering drugs. | cholesterol-lowering drug:",
                "It interacts with drugs that prolong the QT interval. | drug that prolongs qt interval:",
                "Its effects may be increased by lithium. | lithium:",
            })
    void eachAgentHasTheEffectThatItsOwnClauseStates(String sentence, String expected) {
        assertThat(interactions("### Precautions\n\n* **Drug interactions:** " + sentence))
                .extracting(i -> i.agent() + ":" + i.effect().orElse(""))
                .containsExactlyInAnyOrder(expected.split("; "));
    }

    @Test
    void managementEndsWhereItsReasonBegins() {
        assertThat(interactions("### Precautions\n\nAvoid alcohol while using it, as it can worsen drowsiness."))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.management()).contains("Avoid alcohol while using it");
                    assertThat(i.effect()).contains("worsen drowsiness");
                });
    }

    @Test
    void cellsBehindAnAgentSayWhatHappensAndWhatToDo() {
        String table = """
                ### Precautions

                **Interactions**

                | Agent | What happens | What to do |
                |---|---|---|
                | Lithium and digoxin | more bleeding | only with caution |
                | Alcohol | damage to the liver; must be avoided | |
                """;
        assertThat(interactions(table))
                .extracting(i -> i.agent() + ": " + i.effect().orElse("-") + "; "
                        + i.management().orElse("-"))
                .containsExactly(
                        "lithium: more bleeding; only with caution",
                        "digoxin: more bleeding; only with caution",
                        "alcohol: damage to the liver; must be avoided");
    }

    @Test
    void anItemThatSaysWhatIsTakenNamesAgents() {
        assertThat(agents(
                        "### Precautions\n\n#### Tell your doctor if you\n\n* have gout\n* take lithium, ciclosporin or"
                                + " a potassium-sparing diuretic"))
                .containsExactly("lithium", "ciclosporin", "potassium-sparing diuretic");
    }

    @Test
    void aListIsNotDeniedByNotBeingComplete() {
        assertThat(agents("### Precautions\n\n**Interactions:** Interactions include, but are not limited to: warfarin;"
                        + " phenytoin (level raised)."))
                .containsExactly("warfarin", "phenytoin");
    }

    @Test
    void aForbiddenMedicineInteracts() {
        assertThat(agents("### Precautions\n\n**Contraindications:** It must not be taken together with riociguat."))
                .containsExactly("riociguat");
    }

    /** Whatever else the sentence names, and only where the medicine beside this one is not what is advised on. */
    @Test
    void aForbiddenMedicineInteractsInEachPatient() {
        assertThat(agents(
                        "### Precautions\n\n**Contraindications:** It is contraindicated in patients with gout, and in"
                                + " those concurrently taking reserpine."))
                .containsExactly("reserpine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Conjugated Estrogens Synthetic B | Conjugated estrogens can interact with lithium. | lithium",
                "Alpha Lipoic Acid | Alpha lipoic acid (ALA) is an acid. Lithium can interact with ALA. | lithium",
                "L-Methyl Folate | L-methylfolate and lithium can interact with certain medications. | lithium",
            })
    void aMedicineDoesNotInteractWithItselfUnderAnotherName(String title, String sentence, String expected) {
        List<Interaction> found = Facts.of(title, "### Precautions\n\n**Interactions:** " + sentence)
                .interactions();
        assertThat(found).extracting(Interaction::agent).containsExactly(expected);
    }

    /** "The antibiotic" is one that the text has named before, and an inhibitor of nothing in particular is no class. */
    @Test
    void whatRefersBackIsNoAgent() {
        assertThat(agents("### Precautions\n\n**Interactions:** Warfarin: check the INR when the antibiotic is stopped."
                        + " Strong inhibitors should be avoided."))
                .containsExactly("warfarin");
    }

    @Test
    void bracketThatSaysWhatAMedicineIsListsNone() {
        assertThat(agents("### Precautions\n\n**Interactions:** It can lower the level of indinavir (an antiviral, a"
                        + " protease inhibitor)."))
                .containsExactly("indinavir");
    }

    @Test
    void subjectOfAdviceOnPatientsIsNoAgent() {
        assertThat(agents("### Precautions\n\nDiuretics should be avoided during pregnancy."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "alcohol,DRUG_ALCOHOL",
        "grapefruit juice,DRUG_FOOD",
        "ginkgo,DRUG_HERB",
        "digoxin,DRUG_DRUG",
    })
    void anAgentTellsTheTypeOfItsInteraction(String agent, Interaction.Type type) {
        List<Interaction> found = interactions("### Precautions\n\nIt may interact with " + agent + ".");
        assertThat(found).extracting(Interaction::type).containsExactly(type);
    }

    @Test
    void theLabelNamesTheIngredientOfACombination() {
        String body = "### Precautions\n\n* **Testamine:** It may interact with digoxin.";
        List<Interaction> found = Facts.of("Examplol + Testamine", body).interactions();
        assertThat(found).extracting(Interaction::ingredient).containsExactly(Optional.of("testamine"));
    }

    @Property(tries = 300)
    void everyQuoteIsTheSourceAtItsSpan(@ForAll @From("texts") String text) {
        Monograph monograph = Facts.monograph("Examplol", "### Precautions\n\n" + text);
        assertThat(FactExtractor.extract(monograph).interactions())
                .allSatisfy(i -> assertThat(i.evidence().quote())
                        .isNotEmpty()
                        .isEqualTo(i.evidence().span().in(monograph.source().text())));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "interacts with",
                "alcohol",
                "(e.g.,",
                ")",
                "(",
                ",",
                "and",
                "or",
                "those affecting",
                "that induce",
                "**",
                "drugs",
                "avoid",
                ":",
                "* ",
                "\n",
                "Q:",
                "?",
                "warfarin",
                "inhibitors",
                "such as",
                "/",
                "may increase",
                "not",
                ".",
                "st. john's wort",
                "|",
                "é");
        return words.list().ofMaxSize(25).map(w -> String.join(" ", w));
    }

    private static List<String> split(String expected) {
        return expected == null || expected.isEmpty()
                ? List.of()
                : Arrays.stream(expected.split(";")).map(String::strip).toList();
    }

    private static List<String> agents(String body) {
        return interactions(body).stream().map(Interaction::agent).toList();
    }

    private static List<Interaction> interactions(String body) {
        return Facts.of("Examplol", body).interactions();
    }
}
