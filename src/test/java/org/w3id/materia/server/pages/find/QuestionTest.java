package org.w3id.materia.server.pages.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        for hypertension | FOR | hypertension
        Used for high blood pressure | FOR | high blood pressure
        contraindicated in pregnancy | CONTRAINDICATED | pregnancy
        Which medicines are contraindicated in pregnancy? | CONTRAINDICATED | pregnancy
        contra-indicated for asthma | CONTRAINDICATED | asthma
        interacts with warfarin | INTERACTS | warfarin
        what drugs interact  with  warfarin? | INTERACTS | warfarin
        class: anticoagulant | CLASS | anticoagulant
        containing paracetamol | INGREDIENT | paracetamol
        """)
    void aQuestionInWordsIsUnderstood(String words, Question.Kind kind, String about) {
        assertThat(Question.inWords(words)).contains(new Question(kind, about));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paracetamol", "for", "", "formoterol", "classic tablets", "interferon"})
    void aNameIsNoQuestion(String words) {
        assertThat(Question.inWords(words)).isEmpty();
    }

    @Test
    void aFormAsksByItsParameter() {
        assertThat(Question.inForm(Map.of("interacts-with", " warfarin ")))
                .contains(new Question(Question.Kind.INTERACTS, "warfarin"));
        assertThat(Question.inForm(Map.of("for", " ", "q", "x"))).isEmpty();
    }

    @Test
    void pregnancyIsAskedByItsCodeToo() {
        assertThat(new Question(Question.Kind.CONTRAINDICATED, "pregnancy").queries())
                .extracting(FhirQuery::url)
                .containsExactly(
                        "DetectedIssue?condition:text=pregnancy&strength=contraindicated,not-recommended",
                        "DetectedIssue?code=PREG&strength=contraindicated,not-recommended");
    }

    @Test
    void signsOfASearchAreWords() {
        assertThat(new Question(Question.Kind.FOR, "a,b|c").queries())
                .extracting(FhirQuery::parameters)
                .containsExactly(Map.of("disease:text", "a\\,b\\|c"));
    }
}
