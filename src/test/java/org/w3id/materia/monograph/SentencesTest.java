package org.w3id.materia.monograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    static List<Arguments> texts() {
        return List.of(
                Arguments.of("Take one. Then rest.", List.of("Take one.", "Then rest.")),
                Arguments.of("Give 1.5 mg daily. Stop.", List.of("Give 1.5 mg daily.", "Stop.")),
                Arguments.of(
                        "Used for pain (e.g. Headache). Also fever.",
                        List.of("Used for pain (e.g. Headache).", "Also fever.")),
                Arguments.of("Caused by E. coli strains.", List.of("Caused by E. coli strains.")),
                Arguments.of("Contains vitamin C. Take daily.", List.of("Contains vitamin C.", "Take daily.")),
                Arguments.of("Avoid St. John's wort.", List.of("Avoid St. John's wort.")),
                Arguments.of("Is it safe? No. Ask!", List.of("Is it safe?", "No.", "Ask!")),
                Arguments.of("Open (bracket. Next one.", List.of("Open (bracket.", "Next one.")),
                Arguments.of("He said \"stop.\" She did.", List.of("He said \"stop.\"", "She did.")),
                Arguments.of("no end", List.of("no end")),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsAreCutAtTheEndsOfSentences(String text, List<String> sentences) {
        assertThat(Passage.verbatim(text, 0).sentences())
                .extracting(Passage::text)
                .isEqualTo(sentences);
    }
}
