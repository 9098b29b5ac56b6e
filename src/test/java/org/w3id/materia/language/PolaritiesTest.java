package org.w3id.materia.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence says of one of its words, which stands in angle brackets in the table. */
class PolaritiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It is used for <gout>.                                             | STATED
                    It is not used for <gout>.                                         | DENIED
                    Uses include, but are not limited to, <gout>.                      | STATED
                    It is used not only for fever but also for <gout>.                 | STATED
                    It does not cure gout, but it relieves <pain>.                     | STATED
                    Its benefit in <gout> has not been established.                    | HYPOTHETICAL
                    Its role in <gout> is not supported by trials.                     | DENIED
                    Off-label it is given for <gout>.                                  | RESTRICTED
                    It was formerly used for <gout>.                                   | HISTORICAL
                    It treats <gout> in patients who have not responded to colchicine. | STATED
                    It is used for migraine with or without <aura>.                    | STATED
                    """)
    void cuesReachOverTheirClause(String marked, Polarity polarity) {
        int at = marked.indexOf('<');
        String text = marked.replace("<", "").replace(">", "");
        Words words = Words.of(text);
        assertThat(Polarities.of(words).at(words.at(at))).isEqualTo(polarity);
    }
}
