package org.w3id.materia.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormTest {
    @ParameterizedTest
    @CsvSource({
        "Anaemia, anemia",
        "oesophageal tumours, esophageal tumor",
        "diarrhoea, diarrhea",
        "Sézary's disease, Sezary disease",
        "dermatoses, dermatosis",
        "allergies, allergy",
        "rashes, rash",
        "headaches, headache",
        "gastro-oesophageal reflux, gastro esophageal reflux",
        "haemorrhoids, hemorrhoid",
    })
    void spellingsOfOneNameHaveOneForm(String one, String other) {
        assertThat(NameForm.of(one)).isEqualTo(NameForm.of(other));
    }

    @Test
    void everyBritishSpellingHasAMark() {
        assertThat(NameForm.SPELLING).allSatisfy(rule -> assertThat(NameForm.MARKS)
                .anySatisfy(mark -> assertThat(rule[0]).contains(mark)));
    }

    @ParameterizedTest
    @CsvSource({"sinusitis, sinus", "measles, mea", "type 1 diabetes, type 2 diabetes", "heart failure, failure"})
    void otherNamesHaveOtherForms(String one, String other) {
        assertThat(NameForm.of(one)).isNotEqualTo(NameForm.of(other));
        assertThat(NameForm.unordered(NameForm.of(one))).isNotEqualTo(NameForm.unordered(NameForm.of(other)));
    }

    @ParameterizedTest
    @CsvSource({"cancer of the breast, breast cancer", "ulcers in the stomach, stomach ulcer"})
    void orderOfWordsDoesNotCountInTheUnorderedForm(String one, String other) {
        assertThat(NameForm.unordered(NameForm.of(one))).isEqualTo(NameForm.unordered(NameForm.of(other)));
    }
}
