package org.w3id.materia.fhir.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstanceNameTest {
    @ParameterizedTest
    @CsvSource({
        "Cefixime, cefixime, cefixime",
        "béta-lun, beta-lun, beta lun",
        "vitamin b12 (as x), vitamin-b12-as-x, vitamin b12 as x",
        "'-iron/zinc-', iron-zinc, iron zinc"
    })
    void slugIsPlainAndTextHasSpaces(String name, String id, String text) {
        assertThat(SubstanceName.of(name).id()).isEqualTo(id);
        assertThat(SubstanceName.of(name).text()).isEqualTo(text);
    }

    @Test
    void longNameIsCutAndStaysUnique() {
        SubstanceName first = SubstanceName.of("very long name ".repeat(10) + "one");
        SubstanceName second = SubstanceName.of("very long name ".repeat(10) + "two");
        assertThat(first.id()).hasSize(64).isNotEqualTo(second.id());
        assertThat(first.text()).endsWith("one");
    }

    @Test
    void nameWithoutLatinLettersHasAnIdToo() {
        assertThat(SubstanceName.of("阿司匹林").id())
                .matches("x[0-9a-f]{8}")
                .isNotEqualTo(SubstanceName.of("青霉素").id());
    }
}
