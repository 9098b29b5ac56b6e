package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
    @Test
    void logTellsEveryTenthAndWhatIsIndexed() {
        StringWriter out = new StringWriter();
        try (LoadProgress progress = new LoadProgress(new PrintWriter(out), false)) {
            progress.started("release.zip", 10_000);
            progress.progressed(999);
            progress.progressed(1);
            progress.progressed(4500);
            progress.progressed(4500);
            progress.indexing("http://trees.example", 12_000);
            progress.ended();
        }
        assertThat(out.toString().lines())
                .containsExactly(
                        "loading release.zip (10 KiB)",
                        "read 10 % of release.zip",
                        "read 55 % of release.zip",
                        "read 100 % of release.zip",
                        "indexing 12000 concepts of http://trees.example");
    }
}
