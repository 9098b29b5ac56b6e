package org.w3id.materia.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages and clearances in the words of facts. */
class PhraseTest {
    @ParameterizedTest
    @CsvSource({
        "children under 12 years, 11.9, true, true",
        "children under 12 years, 12, false, true",
        "below 18 years, 17, true, true",
        "age 65 years and over, 65, true, true",
        "age 65 years and over, 64.9, false, true",
        "adolescents from 12 to 17 years, 17.5, true, true",
        "adolescents from 12 to 17 years, 18, false, true",
        "infants under 6 months, 0.4, true, true",
        "infants under 6 months, 0.6, false, true",
        "elderly, 70, true, true",
        "elderly, 60, false, true",
        "children, 10, true, true",
        "children with fever, 10, true, false",
        "long treatment of children, 10, true, false",
        "newborn infants, 0.01, true, true",
        "newborn infants, 1, false, true",
    })
    void agesAreRead(String words, BigDecimal years, boolean contains, boolean isWhole) {
        AgePhrase phrase = AgePhrase.parse(words).orElseThrow();
        assertThat(phrase.contains(years)).isEqualTo(contains);
        assertThat(phrase.isWhole()).isEqualTo(isWhole);
    }

    @ParameterizedTest
    @CsvSource({
        "creatinine clearance below 15 ml/min, 14, true",
        "creatinine clearance below 15 ml/min, 15, false",
        "creatinine clearance of 15 to 29 ml/min, 29, true",
        "creatinine clearance of 15 to 29 ml/min, 30, false",
        "egfr < 30 ml/min/1.73 m2, 29, true",
    })
    void clearancesAreRead(String words, BigDecimal clearance, boolean contains) {
        assertThat(ClearancePhrase.parse(words).orElseThrow().contains(clearance))
                .isEqualTo(contains);
    }

    @Test
    void whatSaysMoreOrNoNumberIsNoClearance() {
        assertThat(ClearancePhrase.parse("severe renal impairment")).isEmpty();
        assertThat(ClearancePhrase.parse("creatinine clearance below 30 ml/min in patients on dialysis"))
                .isEmpty();
        assertThat(AgePhrase.parse("renal impairment")).isEmpty();
    }
}
