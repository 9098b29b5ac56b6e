package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.w3id.materia.model.Finding;

class MonographCheckTest {
    @Test
    void aTextWithoutAnyKnownSectionIsNoMonograph() {
        MonographCheck check = check("# Notes\n\n### Building\n\nRun it.\n");

        assertThat(check.understood()).isEmpty();
        assertThat(check.findings()).extracting(Finding::code).containsExactly("not-a-monograph");
    }

    @Test
    void oneSectionIsEnough() {
        assertThat(check("# Examplol\n\n### Usage\n\nFor gout.\n").understood()).isPresent();
    }

    private static MonographCheck check(String text) {
        return MonographCheck.of("x.md", text.getBytes(StandardCharsets.UTF_8));
    }
}
