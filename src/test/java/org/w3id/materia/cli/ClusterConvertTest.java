package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** Conversion by the terminologies of a cluster, which are what its servers code by. */
@Tag("cluster")
class ClusterConvertTest {
    private static final String RELEASE = "src/test/resources/releases/drugs/atc-2024.csv";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private String[] store;

    @BeforeEach
    void write() throws IOException {
        TestStores.requireCluster();
        ClusterSettings cluster = TestStores.cluster(folder);
        store = new String[] {"--store", cluster.nodes().get(0).toString(), "--store-prefix", cluster.prefix()};
        Files.writeString(
                Files.createDirectory(folder.resolve("monographs")).resolve("amlodipine.md"),
                "---\ntitle: Amlodipine\n---\n\n# Amlodipine\n### Usage\nAmlodipine is used to treat hypertension.\n");
    }

    @Test
    void theFilesAreThoseOfTheSameTerminologiesInADataDirectory() throws IOException {
        assertThat(load("alone")).as(err.toString()).isZero();
        assertThat(convert("alone")).as(err.toString()).isZero();
        assertThat(load("loading", store)).as(err.toString()).isZero();
        assertThat(convert("copied", store)).as(err.toString()).isZero();

        assertThat(files("copied")).isEqualTo(files("alone"));
        assertThat(files("copied").get("MedicationKnowledge.ndjson")).contains("http://www.whocc.no/atc", "C08CA01");
    }

    @Test
    void aDataDirectoryThatIsInUseIsLeftAlone() {
        try (DirectoryLock lock = DirectoryLock.acquire(folder.resolve("used-data"))) {
            assertThat(lock).isNotNull();
            assertThat(convert("used", store)).isEqualTo(2);
        }
        assertThat(err.toString()).contains("used-data");
        assertThat(folder.resolve("used-out")).doesNotExist();
    }

    private int convert(String name, String... more) {
        return run(
                List.of(
                        "convert",
                        folder.resolve("monographs").toString(),
                        "--out",
                        folder.resolve(name + "-out").toString(),
                        "--data",
                        data(name)),
                more);
    }

    private int load(String name, String... more) {
        return run(List.of("load", RELEASE, "--data", data(name)), more);
    }

    private String data(String name) {
        return folder.resolve(name + "-data").toString();
    }

    private int run(List<String> arguments, String... more) {
        return Materia.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve(name + "-out"))) {
            for (Path file : all.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
