package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.model.Finding;

/** What is announced and not understood is told, with the words and the line; what only says nothing is not. */
class UnreadFindingsTest {
    private static final Set<String> CODES =
            Set.of("risk-kept-as-text", "caution-kept-as-text", "interaction-kept-as-text", "effect-kept-as-text");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Precautions | It must not be used in the way described above. | risk-kept-as-text | the way described above",
                "Precautions | Use with caution in the situations described above. | caution-kept-as-text | the situations described above",
                "Precautions | **Interactions:** Concomitantly with zorblax. | interaction-kept-as-text | zorblax",
                "Side Effects | * Numbness of the left arm down to the tips of the small fingers | effect-kept-as-text | Numbness of the left arm",
            })
    void wordsThatNameNothingAreTold(String section, String sentence, String code, String words) {
        assertThat(findings(section, sentence)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.message()).contains("\"" + words);
            assertThat(f.line()).isEqualTo(9);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Precautions | It must not be used in gout.",
                "Precautions | Use with caution in gout.",
                "Precautions | **Interactions:** It can interact with lithium and other medicines.",
                "Precautions | Use with caution in such patients.",
                "Precautions | **Interactions:** No interactions are known.",
                "Side Effects | * Nausea and headache",
                "Side Effects | * Other side effects that nobody has told of until now in any of the trials",
                "Side Effects | Tell a doctor if something worries you.",
            })
    void whatIsUnderstoodOrSaysNothingIsNot(String section, String sentence) {
        assertThat(findings(section, sentence)).isEmpty();
    }

    private static List<Finding> findings(String section, String sentence) {
        return Facts.of("Testol", "### " + section + "\n\n" + sentence + "\n").findings().stream()
                .filter(f -> CODES.contains(f.code()))
                .toList();
    }
}
