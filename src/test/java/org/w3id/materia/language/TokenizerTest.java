package org.w3id.materia.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens cover the text: nothing is lost, nothing is there twice. */
class TokenizerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    liver/kidney disease (e.g. cirrhosis). | liver / kidney disease ( e.g. cirrhosis ) .
                    1,000 mg/kg, then 5-10 mg              | 1,000 mg/kg , then 5-10 mg
                    nausea as well as “vomiting”           | nausea and “ vomiting ”
                    pain — severe; fever                   | pain — severe ; fever
                    """)
    void cutsText(String text, String tokens) {
        assertThat(Tokenizer.of(text).stream().map(Token::text).collect(Collectors.joining(" ")))
                .isEqualTo(tokens);
    }

    @Property
    void everyCharacterHasOneToken(
            @ForAll
                    @StringLength(max = 40)
                    @CharRange(from = 'a', to = 'e')
                    @Chars({' ', ',', '.', '(', ')', '/', '-', '—', '1', ':', '\''})
                    String text) {
        int at = 0;
        for (Token token : Tokenizer.of(text)) {
            assertThat(text.substring(at, token.start())).isBlank();
            assertThat(token.end()).isGreaterThan(token.start());
            at = token.end();
        }
        assertThat(text.substring(at)).isBlank();
    }
}
