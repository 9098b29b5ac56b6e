package org.w3id.materia.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

class DosingFindingsTest {
    private static final Set<String> CODES = Set.of("dose-suspicious", "dose-kept-as-text");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 20 mg three times daily by mouth, not exceeding 40 mg per day.",
                "Take 20 mg once daily by mouth. The maximum daily dose is 10 mg.",
                "Give 2 mg intravenously. The maximum single dose is 1 mg.",
                "Take 50 mcg once daily by mouth. Elderly patients take the usual dose. Later 100 mg are taken once daily by mouth.",
            })
    void dosesThatContradictEachOtherAreWarnedOf(String dosage) {
        assertThat(findings(dosage)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("dose-suspicious");
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.line()).isEqualTo(8);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 20 mg twice daily by mouth, not exceeding 40 mg per day.",
                "Take 20 mg once daily by mouth. The maximum daily dose is 0.1 g.",
                "Take 500 mg once daily by mouth. Later 1 g is taken once daily by mouth.",
                "* **Adults:** 20 mg once daily.\n* **Children:** The maximum daily dose is 10 mg.",
            })
    void dosesThatAgreeAreNot(String dosage) {
        assertThat(findings(dosage)).isEmpty();
    }

    @Test
    void amountThatStaysTextIsSaid() {
        assertThat(findings("The dose is raised in steps of 5 mg."))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("dose-kept-as-text");
                    assertThat(f.severity()).isEqualTo(Severity.INFORMATION);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The dose is raised in steps of 5 mg. | its amounts are no doses that are given",
                "**Lithium:** 5 mg once daily. | it stands under words that make it no dose of this medicine",
            })
    void sentenceWithoutAnUnreadWordSaysWhyItIsNoDose(String dosage, String why) {
        assertThat(findings(dosage))
                .filteredOn(f -> f.code().equals("dose-kept-as-text"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains(why));
    }

    private static List<Finding> findings(String dosage) {
        return Facts.of("Testdrug", "### Dosage\n" + dosage + "\n").findings().stream()
                .filter(f -> CODES.contains(f.code()))
                .toList();
    }
}
