package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.Corpus;
import org.w3id.materia.extract.fact.DiseaseStatus;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;

/** Uses are written as their condition; {@code /intent} behind it where it is no treatment, {@code ?} where it is off-label. */
class IndicationExtractorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treat relapsed or refractory (it has come back, or never left) gout | gout | relapsed or refractory",
                "treat recurrent or metastatic gout | recurrent or metastatic gout | ",
                "treat relapsed or refractory gout, and warts | warts | ",
                "treat refractory gout | gout | ",
            })
    void stateOfTheDiseaseIsWhatTheNameDoesNotHold(String quote, String condition, String expected) {
        assertThat(DiseaseStatus.in(quote, condition)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testdrug is used to treat gout and migraine. | gout; migraine",
                "Testdrug is indicated for the management of severe asthma in adults. | asthma",
                "Its main uses include malaria, scabies, and leprosy. | malaria; scabies; leprosy",
                "It helps to relieve symptoms of hay fever. | hay fever",
                "Testdrug is effective against urinary tract infections (UTIs). | urinary tract infections",
                "It ameliorates gout. | gout",
                "It treats several cancers, such as breast, lung and cervical. | cancers; breast cancer; lung cancer; cervical"
                        + " cancer",
                "It treats cancers such as bladder, head and neck, and colon. | cancers; bladder cancer; head and neck"
                        + " cancer; colon cancer",
                "It is used for diabetes mellitus (both type 1 and type 2). | diabetes mellitus; type 1 diabetes"
                        + " mellitus; type 2 diabetes mellitus",
                "It is used for trouble falling asleep (insomnia). | insomnia",
                "It is used to treat leprosy / scabies. | leprosy; scabies",
                "It is used in people with type 1 and type 2 diabetes. | type 1 diabetes; type 2 diabetes",
                "It treats iron or folate deficiency. | iron deficiency; folate deficiency",
                "It is used for the removal of warts. | warts",
                "Testdrug is approved by the authorities for gout. | gout",
                "It is used by men for baldness. | baldness",
                "It is used as emergency contraception. | emergency contraception/prophylaxis",
                "Gout leads to pain and swelling. It eases these symptoms. | pain; swelling",
                "It is used to reduce pain, particularly in conditions like gout. | pain; gout",
                "It is prescribed for conditions such as vertigo or tinnitus. | vertigo; tinnitus",
                "It plays a role in treating respiratory tract infections such as pneumonia. | respiratory tract"
                        + " infections; pneumonia",
                "It is used for infections of the skin and the urinary tract. | skin infections; urinary tract"
                        + " infections",
                "It is used to treat type 2 diabetes, a long-term disease that harms nerves and kidneys. | type 2"
                        + " diabetes",
                "Testdrug relieves pain associated with gout and arthritis. | pain; gout; arthritis",
                "It treats malaria caused by several parasites. | malaria",
                "It relieves irritation caused by dust or smoke. | irritation caused by dust; irritation caused by"
                        + " smoke",
                "It treats megaloblastic anemia caused by folate deficiency. | megaloblastic anemia",
                "It is used in pain, for example migraine or toothache. | pain; migraine; toothache",
                "It treats squamous cell cancer of the head and neck. | squamous cell cancer of the head and neck",
                "It prevents infection in minor burns and cuts. | infection in minor burns/prophylaxis; infection"
                        + " in minor cuts/prophylaxis",
                "It is used to treat eczema complicated by infection. | eczema complicated by infection",
                "It is used in knee surgery and in surgery. | knee surgery/other",
                "It is used to treat migraine, support heart health, and promote sleep. | migraine; heart health"
                        + "/supplement; sleep/supplement",
                "It treats stable angina pectoris. While mainly meant for angina, it also treats gout. | stable angina"
                        + " pectoris; gout",
                "It protects against measles and mumps. It prevents these two childhood illnesses. | measles"
                        + "/prophylaxis; mumps/prophylaxis",
                "It is used for blood sugar control in adults with type 2 diabetes. | type 2 diabetes",
                "It relieves spasms in the stomach and bladder. | spasms in the stomach; spasms in the bladder",
                "It relieves cramps in the hands and feet. | cramps in the hands and feet",
                "It treats inflammatory conditions affecting the skin and eyes. | inflammatory conditions affecting"
                        + " the skin; inflammatory conditions affecting the eyes",
                "It treats bowel disorders characterized by cramps and constipation. | bowel disorders; cramps;"
                        + " constipation",
                "It treats insomnia characterized by restlessness. | insomnia",
                "It is used to treat colitis, particularly that caused by giardiasis or amebiasis. | colitis; colitis"
                        + " caused by giardiasis; colitis caused by amebiasis",
                "It treats Hodgkin's and non-Hodgkin's lymphoma. | hodgkin's lymphoma; non-hodgkin's lymphoma",
                "It treats Crohn's disease and ulcerative colitis. | crohn's disease; ulcerative colitis",
                "It treats chronic-phase (CP) or blast-phase (BP) leukemia. | chronic-phase leukemia; blast-phase"
                        + " leukemia",
                "It is used to treat active secondary progressive disease. | active secondary progressive disease",
                "It is used to still the heart during open-heart surgery. | open-heart surgery/other",
                "It is used to treat pain during dental surgery. | pain during dental surgery",
                "It is used to relieve pain and discomfort. | pain",
                "It is used to relieve discomfort. | discomfort",
                "It is used to lower blood pressure. | blood pressure",
                "It treats hypertension. It is used to lower blood pressure. | hypertension",
            })
    void triggersOpenTheListOfConditions(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is used to prevent and treat rickets. | rickets/prophylaxis; rickets",
                "It reduces the risk of stroke. | stroke/prophylaxis",
                "It lessens your chances of developing gout. | gout/prophylaxis",
                "It minimises the frequency and severity of asthma. | asthma/prophylaxis",
                "It increases the risk of stroke. |",
                "It is used for the prophylaxis and the treatment of malaria. | malaria/prophylaxis; malaria",
                "It is given as a preventive treatment regimen for malaria. | malaria/prophylaxis",
                "It is used for migraine prevention. | migraine/prophylaxis",
                "It is used as an emergency contraceptive to prevent pregnancy. | emergency contraception/prophylaxis",
                "It is used in the palliative treatment of breast cancer. | breast cancer/palliation",
                "Testdrug is used to diagnose tuberculosis. | tuberculosis/diagnosis",
                "It is employed to screen for gastrinoma. | gastrinoma/diagnosis",
                "It is used to support bone health. | bone health/supplement",
                "It is used to support overall health. | overall health/supplement",
                "It is crucial for bone health, vision, and easing cramps. | bone health/supplement; vision"
                        + "/supplement; cramps",
                "It is an essential trace mineral for bone formation. | bone formation/supplement",
                "It is crucial for patients to confirm breast cancer. |",
                "It is given as premedication for endoscopic procedures. | premedication for endoscopic"
                        + " procedures/other",
                "It is used as a topical disinfectant. | disinfection/other",
                "It is used as a sedative and hypnotic. | sedation/other; hypnosis/other",
            })
    void theTriggerTellsTheIntent(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testdrug is not used to treat gout. |",
                "It is not indicated for the treatment of gout or for vertigo. |",
                "It is not suitable for the treatment of gout. |",
                "It is not suitable for all types of warts. |",
                "Testdrug is not recommended in the management of migraine. |",
                "Though not suitable for everyone, it is used to treat gout. | gout",
                "It is not effective against viral infections, such as the common cold. |",
                "It should not be used for migraine. |",
                "It relieves pain rather than treating arthritis. | pain",
                "It doesn't cure asthma, but it eases wheezing. | wheezing",
                "It is not only used for gout but also for migraine. | gout; migraine",
                "While not a cure for psoriasis, it relieves itching. | itching",
            })
    void whatTheTextDeniesIsNoIndication(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is used to treat gout and off-label for hiccups. | gout; hiccups?",
                "It is being studied for dementia. | dementia?",
                "It is used to treat gout. It has been investigated for psoriasis. | gout; psoriasis?",
                "Secondary uses include vertigo. These uses are often off-label. | vertigo?",
                "Some research suggests potential benefits in conditions like gout. | gout?",
            })
    void usesThatAreNotApprovedOrUnderStudyAreOffLabel(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It works by blocking enzymes that cause inflammation. |",
                "Gout is a painful disease of the joints. |",
                "Testdrug is used in combination with other medicines. |",
                "It is used together with diet and exercise. |",
                "It works by reducing the number of parasites in the blood. |",
                "It is effective against many bacteria and fungi. |",
                "It minimizes side effects such as nausea. |",
            })
    void howTheDrugWorksAndWhatItIsAreNoIndications(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Testdrug is indicated in adults and children for sinusitis, otitis media, and cystitis. | sinusitis;"
                        + " otitis media; cystitis",
                "Testdrug is indicated for gout in adults, and for vertigo and raised eye pressure in children. |"
                        + " gout; vertigo; raised eye pressure",
                "It is used for colds, particularly those involving cough and fever. | colds; cough; fever",
                "It relieves pain, brings down fever and stops bleeding. | pain; fever; bleeding",
                "It is used as a digestive aid. | digestive aid/other",
                "It is used together with diet for type 2 diabetes. | type 2 diabetes",
                "It is used alongside other medicines in gout. | gout",
                "It is used with caution in liver failure. |",
                "It is used in combination with other medicines. |",
                "Testdrug is a macrolide antibiotic for pneumonia. | pneumonia",
                "Ask for the choice of medicine for migraine. |",
                "This is only for constipation. | constipation",
                "The use of testdrug for vertigo is old. | vertigo",
                "It saw use as an ophthalmic ointment for keratitis. | keratitis",
                "It is often prescribed when a doctor suspects pneumonia. | pneumonia",
                "It is the mainstay of drug treatment in leprosy. | leprosy",
                "Testdrug is an aid to smoking cessation. | smoking cessation",
            })
    void forWhomWithWhatAndAsWhatItIsUsedMayStandBeforeTheConditions(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is indicated for adults diagnosed with asthma. | asthma",
                "It is indicated for the treatment of adults who have cystitis. | cystitis",
                "It is used in plasma exchange for people diagnosed with myasthenia gravis. | myasthenia gravis",
                "It is part of a preventive regimen in people at high risk of developing malaria. |"
                        + " malaria/prophylaxis",
                "It is prescribed to patients with a long history, potentially including those with gout and anemia. |"
                        + " gout; anemia",
            })
    void whatThePatientsHaveOrRiskIsTheCondition(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is used for the prevention and the treatment of rickets. | rickets/prophylaxis; rickets",
                "It is used for the relief of gout and for the prevention of angina shortly before sport. | gout;"
                        + " angina/prophylaxis",
                "It is used to prevent bronchospasm provoked by cold air. | bronchospasm/prophylaxis",
                "It is used for contraception. | contraception/prophylaxis",
                "It is used for sedation. | sedation/other",
                "It is used to provide muscle relaxation during surgery. | muscle relaxation during surgery/other",
                "It serves as a diagnostic tool in evaluating gastrinoma. | gastrinoma/diagnosis",
                "It harms the stomach and raises the risk of ulcers. Partnerdrug reduces this risk. |"
                        + " ulcers/prophylaxis",
            })
    void purposesAndWhatIsSaidBehindNamesTellTheIntent(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It treats upper and lower respiratory tract infections. | upper respiratory tract infections; lower"
                        + " respiratory tract infections",
                "It treats complicated skin and soft tissue infections. | complicated skin infections; complicated"
                        + " soft tissue infections",
                "It relieves symptoms of the common cold or flu. | common cold; flu",
                "It treats Attention-Deficit/Hyperactivity Disorder (ADHD). | attention-deficit/hyperactivity disorder",
                "It treats extensively drug-resistant tuberculosis. | extensively drug-resistant tuberculosis",
                "It treats Parkinson's disease. It manages Parkinson's symptoms. | parkinson's disease",
                "It helps to loosen and thin mucus in the airways. | mucus in the airways",
                "It treats thyroid cancer. It is used for treating this type of thyroid cancer. | thyroid cancer",
                "It relieves symptoms of slow gastric emptying. | slow gastric emptying",
            })
    void namesAreWholeAndStandOnce(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Claims about its effectiveness in treating gout and anxiety are not supported by evidence. |",
                "It is a form designed for better absorption. |",
                "It helps to maintain the pH of the solution. |",
                "It treats gout. This is often associated with conditions such as psoriasis. | gout",
                "It treats gout. This drug is not approved for the treatment of asthma. | gout",
                "It treats gout. Treatments beyond those listed above are off-label. | gout",
                "It treats migraine. Its use in vertigo was considered off-label. | migraine; vertigo?",
            })
    void whatIsDeniedOrSaidOfSomethingElseDoesNotCount(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It's also approved to treat moderately to severely active ulcerative colitis in adults. | moderately"
                        + " to severely active ulcerative colitis",
                "It treats major depressive disorder and severe combined immunodeficiency. | major depressive"
                        + " disorder; severe combined immunodeficiency",
                "Its uses include, but are not limited to, gout, warts and migraine. | gout; warts; migraine",
                "Its efficacy in treating vertigo has not been established. |",
                "It treats tuberous sclerosis complex. | tuberous sclerosis complex",
                "It treats colds in adults and enuresis in children. | colds; enuresis",
                "It is used to detect lesions in patients with prostate cancer. | lesions/diagnosis; prostate"
                        + " cancer/diagnosis",
            })
    void namesAreWholeWhateverStandsAroundThem(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hypertension; angina; prophylaxis of migraine. | hypertension; angina; migraine/prophylaxis",
                "Adult: cystitis; gout (with a diuretic). Not for asthma. | cystitis; gout",
                "▸ Palliative care (unlicensed): nausea; vertigo. | nausea?; vertigo?",
                "Urticaria, incl. chronic urticaria, where other medicines are ineffective. | urticaria; chronic"
                        + " urticaria",
                "**1.1 Epilepsy.** Adjunctive therapy in adults and children for partial seizures. | epilepsy; partial"
                        + " seizures",
                "**1.2 Limitations of Use.** Not for vertigo. |",
            })
    void terseListsAreUsesAndWhatTheyDenyIsNone(String section, String expected) {
        assertIndications(section, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You can take it for toothache, back pain and a cold. | toothache; back pain; cold",
                "Your child can have the syrup for fever. | fever",
                "Your doctor may also prescribe it for vertigo. | vertigo",
                "It helps to lower your risk of stroke. | stroke/prophylaxis",
            })
    void leafletsSpeakToTheReader(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It treats deficiencies in several nutrients: iron, zinc, and vitamin D. | iron deficiency; zinc"
                        + " deficiency; vitamin d deficiency",
                "It relieves itching in various skin conditions like eczema and psoriasis. | itching; skin conditions;"
                        + " eczema; psoriasis",
                "In hay fever, it relieves sneezing. | hay fever; sneezing",
                "It eases symptoms of hay fever: sneezing and itchy nose. | hay fever; sneezing; itchy nose",
                "It is used to immunize children over 12 months of age against measles and mumps. |"
                        + " measles/prophylaxis; mumps/prophylaxis",
                "It treats inflammatory bowel disease (Crohn's disease and ulcerative colitis). | inflammatory bowel"
                        + " disease; crohn's disease; ulcerative colitis",
                "It treats infections caused by Staphylococcus aureus. | infections caused by staphylococcus aureus",
                "Typical reasons to take it are headache and toothache. | headache; toothache",
                "Allopurinol is used to treat gout. |",
                "It treats gout. Allopurinol may be used to treat hyperuricemia. | gout",
                "It is no longer recommended for vertigo. |",
            })
    void whatListsCausesAndOpeningsNameIsRead(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It treats glaucoma, a disease of the eye, uveitis (swelling in the eye), and iritis. | glaucoma; uveitis;"
                        + " iritis",
                "It treats leprosy, a disease spread by droplets, caused by bacteria and worms. | leprosy",
                "It relieves facial symptoms (itching, swelling) associated with gout. | facial symptoms; gout;"
                        + " itching; swelling",
                "It is used to support heart health, sleep quality, and potentially fight anemia. | heart"
                        + " health/supplement; sleep quality/supplement; anemia",
                "It is crucial for cell growth and repair, nerve transmission, and strong bones. | cell"
                        + " growth/supplement; nerve transmission/supplement; strong bones/supplement",
                "It treats cystitis, excluding tuberculosis, and gout. | cystitis; gout",
                "It treats zinc and vitamin D deficiencies. | zinc deficiency; vitamin d deficiencies",
                "It treats infections affecting the upper and lower respiratory tract. | upper respiratory tract"
                        + " infections; lower respiratory tract infections",
                "It treats conditions affecting the skin (eczema, psoriasis), joints (arthritis), and lungs. | skin"
                        + " conditions; eczema; psoriasis; joint conditions; arthritis; lung conditions",
                "It relieves diarrhea associated with antibiotic use (pseudomembranous colitis). | diarrhea;"
                        + " pseudomembranous colitis",
                "It treats infections caused by bacteria susceptible to penicillin. | infections",
                "It relieves watery eyes often associated with hay fever. | watery eyes; hay fever",
                "It relieves infant colic. | infant colic",
                "It treats infections affecting the skin and mucous membranes. | skin infections; mucous membrane"
                        + " infections",
            })
    void listsGoOnBehindWhatExplainsTheirMembers(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It blocks an enzyme involved in collagen formation. |",
                "It acts on pathways crucial for nerve function. |",
                "It is an enzyme important for bone formation. | bone formation/supplement",
                "It acts as a preservative, preventing the growth of bacteria. |",
                "It is given to people with weakened immune systems. |",
                "It is used as a sedative to relieve anxiety. | anxiety",
                "It is used for the prophylaxis (prevention) and treatment of malaria. | malaria/prophylaxis; malaria",
                "It plays a role in surgical thromboprophylaxis. | surgical thromboprophylaxis/prophylaxis",
                "It has some off-label uses. These include the treatment of vertigo. | vertigo?",
                "Its effect in treating gout is not currently supported by trials. |",
            })
    void whatTheBodyAndExcipientsDoIsNoUse(String sentence, String expected) {
        assertIndications(sentence, expected);
    }

    @Test
    void tablesOfYesAndNoDenyHalf() {
        assertIndications(
                "| Yes | No |\n|---|---|\n| Cystitis; meningitis | Bronchitis; surgery |\n", "cystitis; meningitis");
    }

    @Test
    void aClassAndForWhomOpenAList() {
        assertIndications(
                "Testdrug is a cytotoxic medicine for adults with:\n\n* breast cancer\n* osteosarcoma\n",
                "breast cancer; osteosarcoma");
    }

    @Test
    void preventionIsNotOfTheProceduresThatHarmComesWith() {
        assertIndications("""
                It is used to prevent nausea with:

                * **Chemotherapy:** On the day of it.
                * **Surgery:** Before it.
                """, "nausea/prophylaxis");
    }

    @Test
    void labelsUnderALeadInAreTheConditionsAndTheirTextExplainsThem() {
        String text = """
                Its main uses include:

                * **Gout:** A disease in which crystals cause pain and swelling.
                * **Prevention of stroke:** In people with a high risk.
                * **Skin infections:** such as impetigo and cellulitis.
                * **Note:** Ask your pharmacist about asthma.
                """;
        assertIndications(text, "gout; stroke/prophylaxis; skin infections; impetigo; cellulitis");
    }

    @Test
    void whatExplainsAConditionMayNameAnotherDiseaseAndNotHowTheFirstOneShows() {
        String text = """
            Its main uses include:

            * **Gout:** It reduces swelling and eases the stiffness of joints.
            * **Bowel trouble:** It helps to manage irritable bowel syndrome.
            """;
        assertIndications(text, "gout; bowel trouble; irritable bowel syndrome");
    }

    @Test
    void aLabelThatNamesWhatIsWrongWithASystemIsACondition() {
        assertIndications(
                "Its main uses include:\n\n* **Weakness of the sphincter system:** It helps.\n",
                "weakness of the sphincter system");
    }

    @Test
    void plainItemsUnderALeadInAreTheConditions() {
        assertIndications(
                "Testdrug is used to relieve:\n\n* Toothache\n* Back pain (lumbago)\n* Muscle spasms after surgery\n",
                "toothache; back pain; muscle spasms after surgery");
    }

    @Test
    void placesUnderALeadInOnInfectionsAreInfectionsOfThem() {
        assertIndications(
                "Testdrug is used for infections of the:\n\n* **Ears:** otitis media\n* **Skin:** impetigo, boils\n",
                "ear infections; otitis media; skin infections; impetigo; boils");
    }

    @Test
    void labelsThatNameAnIngredientSayWhoseUsesTheyAre() {
        List<Indication> indications = Facts.of("Alphadrug + Betadrug", """
                        ### Usage

                        Used to treat colds.

                        * **Alphadrug:** It relieves cough.
                        * **Betadrug:** It relieves sneezing.
                        """).indications();
        assertThat(indications)
                .extracting(i -> i.condition() + "@" + i.ingredient().orElse(""))
                .containsExactly("colds@", "cough@alphadrug", "sneezing@betadrug");
    }

    @Test
    void usageBelowTheHeadingOfAnIngredientIsReadAndOtherSectionsAreNot() {
        String body = """
                ### Alphadrug

                **Usage:** It is used to treat gout.

                ### Precautions

                **Pediatric use:** It is used to treat asthma in children.
                """;
        assertThat(Facts.of("Alphadrug + Betadrug", body).indications())
                .extracting(Indication::condition)
                .containsExactly("gout");
    }

    @Test
    void populationsAndPriorTherapyBelongToTheUsesOfTheirSentence() {
        List<Indication> indications = Facts.of("Testdrug", """
                        ### Usage

                        Testdrug is used to treat leukemia in adults. It is given to patients who have already received at least one other therapy.
                        """).indications();
        assertThat(indications).singleElement().satisfies(i -> {
            assertThat(i.condition()).isEqualTo("leukemia");
            assertThat(i.populations())
                    .extracting(PatientGroup::population)
                    .containsExactly(Optional.of(Population.ADULT));
            assertThat(i.priorTherapy()).contains("who have already received at least one other therapy");
        });
    }

    @Test
    void abbreviationsAreReadAsWhatTheyStandFor() {
        assertIndications(
                "It treats irritable bowel syndrome (IBS). It is also used to relieve IBS in adults.",
                "irritable bowel syndrome");
    }

    @Test
    void formulariesListUsesWithoutAVerb() {
        assertIndications(
                "**Indications** gout; arrhythmias (particularly atrial fibrillation, for rate control)",
                "gout; arrhythmias; atrial fibrillation");
        assertIndications("Palliative care: hiccup; breathlessness (unlicensed).", "hiccup; breathlessness?");
    }

    @Test
    void leafletsSayIfWhatThePatientHasItIsUsed() {
        assertIndications(
                "You use it if you have gout. You can buy it for hives and mild eczema.", "gout; hives; eczema");
        assertIndications("""
                #### What Testdrug is and what it is used for

                It kills the bacteria that cause infections of:

                * the bladder and kidneys
                * the chest (bronchitis and pneumonia)\
                """, "bladder infections; kidney infections; chest infections; bronchitis; pneumonia");
    }

    @Property(tries = 300)
    void noTextBreaksTheReader(
            @ForAll
                    @AlphaChars
                    @Chars({' ', ',', '(', ')', ':', '/', '-', '*', '.', '’', 'é', '–'})
                    @StringLength(max = 200)
                    String noise) {
        List<Indication> indications = Facts.of(
                        "Testdrug", "### Usage\n\nUsed to treat " + noise + "\n\n* " + noise + "\n")
                .indications();
        assertThat(indications).allSatisfy(i -> assertThat(i.condition()).isNotBlank());
    }

    @Tag("corpus")
    @Test
    void everyIndicationQuotesItsPlaceInEveryRealMonograph() {
        for (Corpus.Reading reading : Corpus.readings()) {
            String source = reading.monograph().source().text();
            for (Indication indication : reading.facts().indications()) {
                assertThat(indication.condition())
                        .isEqualTo(indication.condition().strip())
                        .isNotEmpty();
                assertThat(indication.evidence().quote())
                        .isEqualTo(indication.evidence().span().in(source));
            }
        }
    }

    private static void assertIndications(String section, String expected) {
        String got = String.join(
                "; ",
                Facts.of("Testdrug", "### Usage\n\n" + section + "\n").indications().stream()
                        .map(IndicationExtractorTest::written)
                        .toList());
        assertThat(got).isEqualTo(expected == null ? "" : expected);
    }

    private static String written(Indication i) {
        return i.condition()
                + (i.intent() == Intent.TREATMENT ? "" : "/" + i.intent().code())
                + (i.status() == ApprovalStatus.OFF_LABEL ? "?" : "");
    }
}
