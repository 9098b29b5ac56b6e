package org.w3id.materia.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names found by their normal form. */
class NameBookTest {
    private static final NameBook BOOK = NameBook.get();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Crohn’s disease               | DISEASE
                    non hodgkin lymphoma          | DISEASE
                    major depressive disorder     | DISEASE
                    severe combined immunodeficiency | DISEASE
                    ramipril                      | DRUG
                    bevaciximab                   | DRUG
                    ACE inhibitors                | DRUG_CLASS
                    antibiotics                   | DRUG_CLASS
                    grapefruit juice              | FOOD
                    blood pressure                | MEASURE
                    Plasmodium falciparum         | ORGANISM
                    """)
    void namesAreOfTheirKind(String name, NameKind kind) {
        assertThat(BOOK.kinds(name)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "carcinoma, true",
        "fractures, true",
        "syndrome, true",
        "imaging, false",
        "antibody, false",
        "kidney, false"
    })
    void headsOfDiseasesAreThoseThatHardlyAnythingElseHas(String word, boolean head) {
        assertThat(BOOK.isDiseaseHead(word)).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({"statutory", "guideline", "vaccine", "lead", "histamine", "routine", "cholesterol"})
    void otherWordsAreNoDrugs(String word) {
        assertThat(BOOK.isDrug(word)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    major depressive disorder in adults | 3
                    type 2 diabetes mellitus            | 4
                    hypertension and angina             | 1
                    something unheard of                | 0
                    """)
    void theLongestNameCounts(String text, int tokens) {
        assertThat(BOOK.longest(Words.of(text), 0).map(NameBook.Found::tokens).orElse(0))
                .isEqualTo(tokens);
    }
}
