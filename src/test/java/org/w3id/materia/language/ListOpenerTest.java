package org.w3id.materia.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** List openers are one construct, whatever words and commas they have. */
class ListOpenerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    such as gout                                | 2
                    including gout                              | 1
                    including but not limited to gout           | 5
                    including, but not limited to, gout         | 7
                    which may include but are not limited to a  | 8
                    e.g. gout                                   | 1
                    gout                                        | 0
                    """)
    void countsItsTokens(String text, int tokens) {
        assertThat(ListOpener.length(Words.of(text), 0)).isEqualTo(tokens);
    }
}
