package org.w3id.materia.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.model.ConceptKey;

class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.of(Map.of(
            PhraseKind.CONDITION,
            List.of(
                    concept("a", "1", "Crohn's disease", "regional enteritis"),
                    concept("b", "K50", "Crohn disease"),
                    concept("a", "2", "leukemia"),
                    concept("a", "3", "cold", "rhinitis"),
                    concept("a", "4", "hay fever", "rhinitis"))));

    @ParameterizedTest
    @CsvSource({
        "crohn's disease, exact",
        "Crohn’s diseases, normalised",
        "regional enteritis, synonym",
    })
    void ruleThatMatchedIsTheReason(String phrase, String reason) {
        assertThat(LEXICON.find(PhraseKind.CONDITION, phrase).get(0).reason()).isEqualTo(reason);
    }

    @Test
    void everyCodeSystemGivesItsConcept() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "crohn's disease"))
                .extracting(c -> c.key().code())
                .containsExactly("1", "K50");
    }

    @Test
    void britishSpellingIsTheSameName() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "leukaemia"))
                .extracting(c -> c.key().code())
                .containsExactly("2");
    }

    @Test
    void nameOfTwoConceptsOfOneSystemIsLeftUncoded() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "rhinitis")).isEmpty();
    }

    @Test
    void partOfANameIsNotTheName() {
        assertThat(LEXICON.find(PhraseKind.CONDITION, "disease")).isEmpty();
        assertThat(LEXICON.find(PhraseKind.CONDITION, "severe leukemia")).isEmpty();
    }

    @Test
    void conceptsCodeOnlyTheirKindOfPhrase() {
        assertThat(LEXICON.find(PhraseKind.DRUG, "leukemia")).isEmpty();
    }

    private static NamedConcept concept(String system, String code, String display, String... synonyms) {
        return new NamedConcept(new ConceptKey(system, code), display, List.of(synonyms), List.of());
    }
}
