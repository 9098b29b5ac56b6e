package org.w3id.materia.terminology.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
    @ParameterizedTest
    @CsvSource({
        "1.2, 1.10",
        "1, 1.0",
        "2025-12, 2026-01",
        "20251201, 20260105",
        "12012025, 01052026", // RxNorm
        "01052026, 02022026",
        "http://snomed.info/sct/900000000000207008/version/20250101, http://snomed.info/sct/900000000000207008/version/20260101",
        "a, b",
    })
    void olderComesBeforeNewer(String older, String newer) {
        assertThat(Versions.ORDER.compare(older, newer)).isNegative();
        assertThat(Versions.ORDER.compare(newer, older)).isPositive();
        assertThat(Versions.ORDER.compare(null, older)).isNegative();
    }

    @Test
    void wildcardsStandForTheirPlaces() {
        assertThat(Versions.fits("1.x", "1.2.3")).isTrue();
        assertThat(Versions.fits("1.x", "2.0")).isFalse();
        assertThat(Versions.fits("1.2", "1.2.3")).isFalse();
        assertThat(Versions.fits(null, "7")).isTrue();
        assertThat(Versions.fits("7", null)).isFalse();
    }
}
