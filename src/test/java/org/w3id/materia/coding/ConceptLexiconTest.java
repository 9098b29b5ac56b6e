package org.w3id.materia.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.model.ConceptKey;

class ConceptLexiconTest {
    private static final List<NamedConcept> CONCEPTS = List.of(
            concept("a", "1", "Crohn's disease", "regional enteritis"),
            concept("b", "K50", "Crohn disease"),
            concept("a", "2", "leukemia"),
            concept("a", "3", "cold", "rhinitis"),
            concept("a", "4", "hay fever", "rhinitis"),
            concept("a", "5", "urinary tract infection"),
            concept("a", "6", "skin disease"),
            concept("a", "7", "viral infectious disease"),
            concept("a", "8", "psoriasis"),
            concept("a", "9", "hypertension"),
            concept("a", "10", "bronchitis"),
            concept("a", "11", "chronic bronchitis"),
            concept("a", "12", "disease by infectious agent", "infection"),
            concept("a", "13", "pain"),
            concept("a", "14", "lung small cell carcinoma"),
            concept("a", "15", "disease"),
            concept("a", "16", "anemia"),
            concept("a", "17", "schizophrenia"),
            concept("a", "18", "contact dermatitis"),
            concept("b", "R69", "Other skin diseases"),
            new NamedConcept(new ConceptKey("a", "19"), "gout", List.of(), List.of(new ConceptKey("c", "G1"))),
            new NamedConcept(new ConceptKey("a", "20"), "fever", List.of(), List.of(new ConceptKey("b", "X"))),
            concept("b", "R50", "Fever"));
    private static final ConceptLexicon LEXICON = ConceptLexicon.of(Map.of(PhraseKind.CONDITION, CONCEPTS));

    @ParameterizedTest
    @CsvSource({
        "crohn's disease, exact, 1",
        "Crohn’s diseases, normalised, 1",
        "leukaemias, normalised, 2",
        "infections of the urinary tract, normalised, 5",
        "small-cell carcinoma of the lung, normalised, 14",
        "regional enteritis, synonym, 1",
        "skin conditions, variant, 6",
        "disorders of the skin, broader, ",
        "viral infections, variant, 7",
        "moderate to severe psoriasis, broader, 8",
        "plaque psoriasis, broader, 8",
        "acute bronchitis, broader, 10",
        "chronic bronchitis, exact, 11",
        "joint infections, broader, 12",
        "pain after surgery, broader, 13",
        "pain associated with arthritis, broader, 13",
        "anemia associated with chronic illness, broader, 16",
        "uncontrolled hypertension, broader, 9",
        "poison ivy, broader, 18",
        "other skin diseases, broader, 6",
        "relapsed or refractory psoriasis, broader, 8",
        "advanced or thinning bronchitis, broader, ",
        "non-ulcerating bronchitis, broader, 10",
        "acute non-viral infectious disease, broader, ",
        "surgery-related pain, broader, 13",
        "arthritis-related to gout, broader, ",
        "pain in the elbow and shoulder, broader, 13",
        "pain and swelling in the elbow, broader, ",
        "chronic bronchitis without sputum, broader, 11",
        "acute exacerbation of chronic bronchitis, broader, 11",
        "gout flares, broader, 19",
        "risk of a relapse of schizophrenia, broader, ",
        "psoriatic skin disease, broader, 6",
    })
    void ruleThatMatchedIsTheReason(String phrase, String reason, String code) {
        List<CodedConcept> found = LEXICON.find(PhraseKind.CONDITION, phrase);
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found.get(0))
                    .extracting(c -> c.key().code(), CodedConcept::reason)
                    .containsExactly(code, reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "disease",
                "rare disease of cattle or horses",
                "ocular hypertension",
                "non-cancer leukemia or psoriasis",
                "psoriasis and gout",
                "symptoms of schizophrenia",
                "complications of chronic bronchitis",
                "non-gout",
                "history of gout",
                "agitation associated with schizophrenia",
                "resistance to infection",
                "risk of infection",
                "remission in leukemia",
                "pain-free",
                "feverish",
            })
    void phraseThatIsNoKindOfAConceptStaysUncoded(String phrase) {
        assertThat(LEXICON.find(PhraseKind.CONDITION, phrase).stream()
                        .filter(c -> !c.key().code().equals("15")))
                .isEmpty();
    }

    @Test
    void everyCodeSystemGivesItsConcept() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "crohn's disease"))
                .extracting(c -> c.key().code())
                .containsExactly("1", "K50");
    }

    @Test
    void namesakeInAnotherCodeSystemIsACodingToo() {
        ConceptLexicon lexicon = conditions(
                concept("a", "1", "urticaria", "hives"), concept("b", "2", "Urticaria"), concept("b", "3", "Wheal"));
        assertThat(codings(lexicon, "hives")).containsExactly("1 synonym", "2 shared-name");
        assertThat(codings(lexicon, "severe hives")).containsExactly("1 broader", "2 broader");
    }

    @Test
    void synonymThatAnotherCodeSystemHoldsApartIsNoCoding() {
        ConceptLexicon lexicon = conditions(
                concept("a", "1", "bronchitis", "lower respiratory infection"),
                concept("b", "2", "Lower respiratory infection"),
                concept("b", "3", "Bronchitis"));
        assertThat(codings(lexicon, "lower respiratory infections")).containsExactly("2 normalised");
        assertThat(codings(lexicon, "bronchitis")).containsExactly("1 exact", "3 exact");
    }

    @Test
    void cancerIsAMalignantTumor() {
        ConceptLexicon lexicon = conditions(concept("a", "1", "Malignant tumor of prostate"));
        assertThat(codings(lexicon, "prostate cancers")).containsExactly("1 variant");
        assertThat(codings(lexicon, "prostate tumors")).isEmpty();
    }

    private static ConceptLexicon conditions(NamedConcept... concepts) {
        return ConceptLexicon.of(Map.of(PhraseKind.CONDITION, List.of(concepts)));
    }

    private static List<String> codings(ConceptLexicon lexicon, String phrase) {
        return lexicon.find(PhraseKind.CONDITION, phrase).stream()
                .map(c -> c.key().code() + " " + c.reason())
                .toList();
    }

    @Test
    void nameOfTwoConceptsOfOneSystemIsLeftUncoded() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "rhinitis")).isEmpty();
        assertThat(LEXICON.find(PhraseKind.CONDITION, "severe rhinitis")).isEmpty();
    }

    @Test
    void crossReferenceOfAConceptIsACodingOfItsSystem() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "gout"))
                .extracting(c -> c.key().code(), CodedConcept::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("19", "exact"),
                        org.assertj.core.groups.Tuple.tuple("G1", "cross-reference"));
        assertThat(LEXICON.find(PhraseKind.CONDITION, "severe gout"))
                .extracting(CodedConcept::reason)
                .containsExactly("broader", "broader-cross-reference");
    }

    @Test
    void conceptWithTheNameGoesBeforeACrossReference() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "fever"))
                .extracting(c -> c.key().code(), CodedConcept::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("20", "exact"),
                        org.assertj.core.groups.Tuple.tuple("R50", "exact"));
    }

    @Test
    void conceptOfTwoSourcesHasTheNamesOfBoth() {
        ConceptLexicon both = ConceptLexicon.of(Map.of(
                PhraseKind.CONDITION,
                List.of(concept("a", "1", "tinea pedis"), concept("a", "1", "Tinea pedis", "athlete's foot"))));
        assertThat(both.find(PhraseKind.CONDITION, "athlete's foot"))
                .singleElement()
                .extracting(c -> c.display().orElseThrow(), CodedConcept::reason)
                .containsExactly("tinea pedis", "synonym");
    }

    @Test
    void conceptsCodeOnlyTheirKindOfPhrase() {
        assertThat(LEXICON.find(PhraseKind.DRUG, "leukemia")).isEmpty();
    }

    private static NamedConcept concept(String system, String code, String display, String... synonyms) {
        return new NamedConcept(new ConceptKey(system, code), display, List.of(synonyms), List.of());
    }
}
