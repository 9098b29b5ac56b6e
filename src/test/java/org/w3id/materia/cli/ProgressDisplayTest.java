package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    @Test
    void logTellsEveryTenthOfTheMonographs() {
        StringWriter out = new StringWriter();
        try (ProgressDisplay progress = new ProgressDisplay(new PrintWriter(out), false)) {
            progress.planned(0, 3, 0);
            progress.planned(15, 2, 1);
            for (int i = 0; i < 15; i++) {
                progress.converted("a.md");
            }
            progress.committing();
        }
        assertThat(out.toString().lines())
                .containsExactly(
                        "converting 15 monographs; 2 unchanged, 1 removed",
                        "converted 2 of 15",
                        "converted 3 of 15",
                        "converted 5 of 15",
                        "converted 6 of 15",
                        "converted 8 of 15",
                        "converted 9 of 15",
                        "converted 11 of 15",
                        "converted 12 of 15",
                        "converted 14 of 15",
                        "converted 15 of 15");
    }

    @Test
    void logTellsEveryTenthAndWhatIsIndexed() {
        StringWriter out = new StringWriter();
        try (ProgressDisplay progress = new ProgressDisplay(new PrintWriter(out), false)) {
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
