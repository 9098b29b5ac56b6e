package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.Corpus;
import org.w3id.materia.extract.fact.UndesirableEffect;

/** Effects are written as {@code name/band}, with {@code !} behind those that are serious. */
class EffectExtractorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Common side effects (over 10% of people) include hiccups. | hiccups/very-common",
                "Common side effects (1-10%): hiccups, ankle swelling. | hiccups/common; ankle swelling/common",
                "Less common side effects (<10%) include gout. | gout/uncommon",
                "Common side effects include hiccups, TNF inhibitors and methotrexate. | hiccups/common",
                "Side effects may be influenced by the dose and the duration. |",
                "Less common side effects (1–10%) include gout. | gout/common",
                "Side effects in <1% of patients include gout. | gout/uncommon",
                "Rare side effects (<1%) include gout. | gout/rare",
                "Side effects include dark urine, sweat or tears. | dark urine/-; dark sweat/-; dark tears/-",
                "Side effects include low mood, raised kidney or liver tests. | low mood/-; raised kidney tests/-;"
                        + " raised liver tests/-",
                "Side effects in fewer than 1 in 1\u2009000 patients include gout. | gout/rare",
                "Rare side effects include gout. | gout/rare",
                "Very rare side effects include gout. | gout/very-rare",
                "Side effects include gout (rare) and warts. | gout/rare; warts/-",
                "Common side effects include warts and, rarely, gout. | warts/common; gout/rare",
                "Side effects include warts, more common in smokers. | warts/-",
                "Common side effects (may affect up to 1 in 10 people) include gout. | gout/common",
                "Uncommon side effects (up to 1 in 100) include gout. | gout/uncommon",
                "Side effects in 1 in 10 to 1 in 100 patients include gout. | gout/common",
                "Side effects in ≥ 1/1 000 of patients include gout. | gout/uncommon",
                "Side effects in < 1/10 000 of patients include gout. | gout/very-rare",
                "Side effects in more than one in ten people include gout. | gout/very-common",
                "Side effects in between 0.1 % and 1 % of people include gout. | gout/uncommon",
                "Less common side effects (1-10% or less) include gout. | gout/uncommon",
                "Rare or very rare side effects include gout. | gout/rare",
                "Common or very common side effects include gout. | gout/common",
            })
    void numbersDecideTheBandAndElseTheWords(String sentence, String expected) {
        assertEffects("* " + sentence, expected);
        assertEffects(sentence, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Less common but serious side effects include jaundice. | jaundice/uncommon!",
                "Some people may experience mild hiccups. | mild hiccups/-",
                "Hiccups have been reported. | hiccups/-",
                "Reactions such as hives or wheezing are possible. | hives/-; wheezing/-",
                "Seek help at once if you notice alarming signs such as jaundice or black stools. | jaundice/-!; black"
                        + " stools/-!",
                "Serious reactions are rare. These include jaundice. | jaundice/rare!",
                "Severe rash (rare) can occur. | severe rash/rare!",
                "It does not cause drowsiness. |",
                "No serious side effects have been reported. |",
                "If you experience any unusual or worrying symptoms, contact your doctor immediately. |",
                "These effects are usually mild and go away with time. |",
                "Contact dermatitis and hives. | contact dermatitis/-; hives/-",
                "Thirst, hiccups and tremor can be signs of an overdose. | thirst/-; hiccups/-; tremor/-",
                "Hiccups, wheezing or bruising must be reported the same day. | hiccups/-; wheezing/-; bruising/-",
                "Hearing loss, which can be permanent. | hearing loss/-",
                "Wind, meningitis that is not due to infection, gout. | wind/-; meningitis/-; gout/-",
                "Serious effects whose frequency is not known are gout and jaundice. | gout/-!; jaundice/-!",
                "By infusion: warts, hot flush. | warts/-; hot flush/-",
                "Some complaints, such as hiccups, come from stopping smoking and not from the patch. |",
                "Tremor, commonest in young women, responds to rest. |",
                "This isn't an exhaustive list. |",
                "Increased liver enzymes (ALT, bilirubin). | increased liver enzymes/-; increased alt/-; increased"
                        + " bilirubin/-",
            })
    void sentencesAreReadForWhatTheyStateAndNotForAdviceOrDenials(String sentence, String expected) {
        assertEffects(sentence, expected);
    }

    @Test
    void leadInsAndLabelsGovernTheirLists() {
        String text = """
                Common side effects may include:

                * Hiccups
                * Nausea and vomiting

                **Less common but serious:**

                * Blood disorders (anemia, leukopenia)
                * Liver damage - tell your doctor

                **Gastrointestinal:** Wind, belching

                **Note:** Talk to your pharmacist.
                """;
        assertEffects(
                text,
                "hiccups/common; nausea/common; vomiting/common; blood disorders/uncommon!; anemia/uncommon!;"
                        + " leukopenia/uncommon!; liver damage/uncommon!; wind/-; belching/-");
    }

    @Test
    void numberedSectionsAndSystemOrganClassesAreNoEffects() {
        assertEffects("""
            **6.1 Clinical trials.** Hives (12%).

            **6.2 Epilepsy.** Headache.

            - *Renal and urinary disorders:* cystitis
            """, "hives/very-common; headache/-; cystitis/-");
    }

    @Test
    void tablesSayHowOftenByTheHeadOfTheirRowsOrColumns() {
        assertEffects("""
            | Frequency | Reactions |
            |---|---|
            | 1 in 10 to 1 in 100 | hiccups; warts |
            | < 1 in 1 000 | gout |
            | unknown | tremor |
            """, "hiccups/common; warts/common; gout/rare; tremor/-");
        assertEffects("""
            | ≥ 1/10 | < 1/10 000 |
            |---|---|
            | hiccups; warts | gout |
            """, "hiccups/very-common; warts/very-common; gout/very-rare");
    }

    @Test
    void aLeadInMayBeNothingButABand() {
        assertEffects("""
            Common (1 to 10 %):

            * Hiccups

            Rare (≥ 1 in 10,000 to < 1 in 1,000):

            * Gout, which is often mild
            """, "hiccups/common; gout/rare");
    }

    @Test
    void theItemsOfAListUnderALabelAreItsMembers() {
        assertEffects("""
            * **Mind**
              * Vivid dreams
            * **Skin reactions**
              * Hives
            """, "vivid dreams/-; skin reactions/-; hives/-");
    }

    @Test
    void signsAtWhichToSeekHelpAreEffects() {
        assertEffects(
                "**STOP AND SEE A DOCTOR IF YOU** pass bloody stools, get a blistering rash or have a stiff neck.",
                "bloody stools/-; blistering rash/-; stiff neck/-");
    }

    @Test
    void severalEffectsAtTheHeadOfASentenceUnderALabelAreMembers() {
        assertEffects(
                "* **Stomach problems:** Hiccups, belching, or wind are frequently reported.",
                "stomach problems/-; hiccups/-; belching/-; wind/-");
        assertEffects("* **Tremor:** Shaking is common at higher doses.", "tremor/-");
    }

    @Test
    void labelsThatNameAnEffectAreEffectsAndTheirTextExplainsThem() {
        String text = """
                Common side effects:

                * **Neuropathy:** Tingling, numbness, or pain in the fingers.
                * **Hair loss:** Thinning of the hair.
                * **Sleepiness:** Infrequent, but can occur.
                * **Low platelets:** This is rare but needs a doctor immediately, leading to bleeding.
                """;
        assertEffects(
                text,
                "neuropathy/common; tingling in the fingers/common; numbness in the fingers/common; pain in the"
                        + " fingers/common; hair loss/common; sleepiness/uncommon; low platelets/rare; bleeding/common");
    }

    @Test
    void labelsThatNameAnIngredientSayWhoseEffectsTheyAre() {
        List<UndesirableEffect> effects = Facts.of("Alphadrug + Betadrug", """
                        ### Side Effects

                        * **Alphadrug:** Common: hiccups.
                        * **Betadrug:** Wind, gout.
                        * Warts (more likely with Betadrug)
                        """).effects();
        assertThat(effects)
                .extracting(e -> e.effect() + "@" + e.ingredient().orElse(""))
                .containsExactly("hiccups@alphadrug", "wind@betadrug", "gout@betadrug", "warts@betadrug");
    }

    @Test
    void leafletsNameWhatAPatientFeels() {
        assertEffects(
                "* Common: being sick, not being able to pass water, hives\n* Rare: a rash that causes itching",
                "being sick/common; not being able to pass water/common; hives/common; rash/rare");
    }

    @Test
    void aPartOfAFormularyIsNoEffect() {
        assertEffects("**Side-effects** nausea, headache; *rarely* hepatitis", "nausea/-; headache/-; hepatitis/rare");
        assertEffects("**6.1 Clinical Trials.** Nausea, headache.", "nausea/-; headache/-");
    }

    @Tag("corpus")
    @Test
    void everyEffectQuotesItsPlaceInEveryRealMonograph() {
        for (Corpus.Reading reading : Corpus.readings()) {
            String source = reading.monograph().source().text();
            for (UndesirableEffect effect : reading.facts().effects()) {
                assertThat(effect.effect()).isEqualTo(effect.effect().strip()).isNotEmpty();
                assertThat(effect.evidence().quote())
                        .isEqualTo(effect.evidence().span().in(source));
            }
        }
    }

    private static void assertEffects(String section, String expected) {
        String got = String.join(
                "; ",
                Facts.of("Testdrug", "### Side Effects\n\n" + section + "\n").effects().stream()
                        .map(e -> e.effect() + "/"
                                + e.frequency()
                                        .map(UndesirableEffect.Frequency::code)
                                        .orElse("-")
                                + (e.serious() ? "!" : ""))
                        .toList());
        assertThat(got).isEqualTo(expected == null ? "" : expected);
    }
}
