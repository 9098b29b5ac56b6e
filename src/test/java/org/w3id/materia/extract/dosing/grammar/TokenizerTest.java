package org.w3id.materia.extract.dosing.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200mg             | 200 mg",
                "1,000 mg          | 1000 mg",
                "days 1,8,15       | days 1 , 8 , 15",
                "1,0000            | 1,0000",
                "2.5 mL            | 2.5 ml",
                ".5 mg             | 0.5 mg",
                "1½ tablets        | 1.5 tablets",
                "¼ tablet          | 0.25 tablet",
                "10–20 µg/m²       | 10 - 20 ug / m2",
                "the 2nd dose      | the 2nd dose",
                "CYP3A4            | cyp3a4",
                "don’t             | don't",
                "5 mg.             | 5 mg .",
            })
    void textIsCutIntoWordsNumbersAndSymbols(String text, String expected) {
        Tokens tokens = Tokens.of(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(
                    tokens.isDigits(i) && !tokens.word(i).startsWith("0")
                            ? tokens.number(i).orElseThrow().toPlainString()
                            : tokens.word(i));
        }
        assertThat(String.join(" ", words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "two,2",
        "twelve,12",
        "half a,0.5",
        "one-half,0.5",
        "one and a half,1.5",
        "1/2,0.5",
        "3/4,0.75",
        "2 million,2000000",
        "1.5 million,1500000",
        "4 billion,4000000000"
    })
    void numbersAreReadInWordsAndFractions(String text, String expected) {
        assertThat(NumberParser.NUMBER.parse(Tokens.of(text), 0).orElseThrow().value())
                .isEqualByComparingTo(expected);
    }
}
