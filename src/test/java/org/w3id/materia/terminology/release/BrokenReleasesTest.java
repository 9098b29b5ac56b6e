package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Finding;
import org.w3id.materia.terminology.loaded.ReleaseFormats;
import org.w3id.materia.terminology.loaded.UnusableReleaseException;

class BrokenReleasesTest {
    private static final String TABLE = "id\tlabel\txref\n\"DOID:9000001\"\t\"paper fever\"\t\"MESH:D900001\"\n";

    @TempDir
    Path folder;

    @Test
    void unknownFileNamesTheFormats() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "nothing of interest\n");

        assertThatThrownBy(() -> ReleaseFormats.of(file))
                .isInstanceOf(UnusableReleaseException.class)
                .hasMessageContaining("notes.txt is no release of a known format")
                .hasMessageContaining("RxNorm RRF")
                .hasMessageContaining("FHIR R4 package");
        assertThatThrownBy(() -> ReleaseFormats.of(folder.resolve("missing")))
                .isInstanceOf(UnusableReleaseException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void brokenLinesAreNamedAndTheRestIsRead() throws Exception {
        Path file = folder.resolve("table.tsv");
        byte[] notUtf8 = "\"DOID:9000004\"\t\"caf?\"\t\"MESH:D900004\"\n".getBytes(StandardCharsets.UTF_8);
        notUtf8[new String(notUtf8, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0x81;
        Files.writeString(file, TABLE + "DOID:1 no quotes\n\"ABC:1\"\t\"x\"\t\"MESH:D1\"\n");
        Files.write(file, notUtf8, java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(
                file,
                "\"DOID:9000001\"\t\"another name\"\t\"MESH:D900005\"\n\"DOID:9000005\"\t\"last\"\t\"MESH:D900006\"\n",
                java.nio.file.StandardOpenOption.APPEND);

        CollectedRelease release = CollectedRelease.of(file);

        assertThat(release.codes()).containsExactly("DOID:9000001", "DOID:9000005");
        assertThat(release.findings()).extracting(Finding::line).containsExactly(3, 4, 5, 6);
        assertThat(release.findings().get(0).toString())
                .startsWith(file + ":3: error: A row has three quoted columns")
                .endsWith("[line-not-understood]");
    }

    @Test
    void quoteThatIsNotClosedLosesItsLineAlone() throws Exception {
        Path file = Files.writeString(
                folder.resolve("atc.csv"), "atc_code,atc_name\nZ01AA01,\"open\nZ01AA02,inkol\nZ01AA03,\"a, b\"\n");

        CollectedRelease release = CollectedRelease.of(file);

        assertThat(release.codes()).containsExactly("Z01AA02", "Z01AA03");
        assertThat(release.findings()).extracting(Finding::line).containsExactly(2);
    }

    @Test
    void releaseJoinsMillionsOfRowsCompactly() throws Exception {
        RowsByNumber rows = new RowsByNumber();
        for (int i = 0; i < 300_000; i++) {
            rows.add(i % 100_000 * 1_000_000_007L, "row " + i);
        }

        assertThat(rows.numbers()).hasSize(100_000);
        assertThat(rows.of(7 * 1_000_000_007L)).containsExactly("row 7", "row 100007", "row 200007");
        assertThat(rows.of(5)).isEmpty();
    }
}
