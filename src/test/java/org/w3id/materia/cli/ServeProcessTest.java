package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as an operator has it: a process, its output, HTTP and signals. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("process")
class ServeProcessTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void samplesAreServedAndTheSecondStartConvertsNothing() throws Exception {
        try (Running first = Running.start(
                folder,
                List.of("serve", "--port", "0", "--data", folder.resolve("d").toString()))) {
            assertThat(first.announced).startsWith("Materia ").contains(" serves 25 medicines (");
            assertThat(first.get("fhir/MedicationKnowledge/mogamulizumab").body())
                    .contains("\"text\":\"Mogamulizumab\"");
            assertThat(first.get("health/ready").statusCode()).isEqualTo(200);
            assertThat(first.get("fhir/Nothing/1").statusCode()).isEqualTo(404);
            assertThat(first.stop()).isEqualTo(TERMINATED);
            assertThat(first.log()).contains("25 monographs converted, 0 unchanged");
        }
        try (Running second = Running.start(
                folder,
                List.of("serve", "--port", "0", "--data", folder.resolve("d").toString()))) {
            assertThat(second.get("fhir/MedicationKnowledge?_summary=count").body())
                    .contains("\"total\":25");
            second.stop();
            assertThat(second.log()).contains("0 monographs converted, 25 unchanged");
        }
    }

    /** One data directory from start to start: a start takes seconds, so that each shows all that it can. */
    @Test
    void aStartTakesUpWhatHasChangedSinceTheLast() throws Exception {
        Path monographs = Files.createDirectory(folder.resolve("m"));
        Files.writeString(monographs.resolve("alpha.md"), monograph("Alpha", "paper fever"));
        Files.writeString(monographs.resolve("beta.md"), monograph("Beta", "fever"));
        Files.write(monographs.resolve("broken.md"), new byte[] {(byte) 0xC3, 0x28});
        String data = folder.resolve("d").toString();
        List<String> samples = List.of("serve", "--port", "0", "--data", data);
        List<String> own = new ArrayList<>(samples);
        own.addAll(List.of("--monographs", monographs.toString()));

        try (Running first = Running.start(folder, own)) {
            assertThat(first.announced)
                    .as("unusable files do not harm the rest")
                    .contains(" serves 2 medicines (");
            assertThat(first.get("fhir/MedicinalProductIndication").body()).doesNotContain("DOID:9000001");
            first.stop();
            assertThat(first.log())
                    .contains("The data directory is " + folder.resolve("d").toAbsolutePath())
                    .contains("broken.md:1: error: ", "[not-utf-8]");
        }
        samplesDoNotTakeThePlaceOfMonographsOfOnesOwn(samples);
        load("id\tlabel\txref\n\"DOID:9000001\"\t\"paper fever\"\t\"MESH:D900001\"\n", data);
        try (Running second = Running.start(folder, own)) {
            assertThat(second.get("fhir/MedicinalProductIndication").body()).contains("DOID:9000001", "D900001");
            second.stop();
            assertThat(second.log()).as("a load").contains(" 0 unchanged, 0 removed, 1 not usable");
        }
        Files.writeString(monographs.resolve("beta.md"), monograph("Beta", "cough"));
        try (Running third = Running.start(folder, own)) {
            third.stop();
            assertThat(third.log()).as("a change of one file").contains("1 monographs converted, 2 unchanged");
        }
    }

    private void samplesDoNotTakeThePlaceOfMonographsOfOnesOwn(List<String> samples) throws Exception {
        try (Running forgotten = Running.start(folder, samples)) {
            assertThat(forgotten.announced).isNull();
            assertThat(forgotten.process.waitFor()).isEqualTo(2);
            assertThat(forgotten.log()).contains("medicines of your own", "--monographs", "--data");
        }
    }

    private void load(String table, String data) throws Exception {
        Path file = Files.writeString(folder.resolve("table.tsv"), table);
        try (Running loaded = Running.start(folder, List.of("load", file.toString(), "--data", data))) {
            assertThat(loaded.announced).contains("Human Disease Ontology, 1 concepts");
            assertThat(loaded.process.waitFor()).isZero();
        }
    }

    @Test
    void folderThatIsNotThereEndsWithItsNameAndExitCodeTwo() throws Exception {
        Path absent = folder.resolve("absent");
        try (Running run = Running.start(
                folder,
                List.of(
                        "serve",
                        "--port",
                        "0",
                        "--monographs",
                        absent.toString(),
                        "--data",
                        folder.resolve("d").toString()))) {
            assertThat(run.announced).isNull();
            assertThat(run.process.waitFor()).isEqualTo(2);
            assertThat(run.log()).contains(absent.toString(), "does not exist");
        }
    }

    private static String monograph(String name, String condition) {
        return "---\ntitle: " + name + "\n---\n\n# " + name + "\n### Usage\n" + name + " is used to treat " + condition
                + ".\n";
    }

    private static final class Running implements AutoCloseable {
        private final Process process;
        private final Path log;
        private final String announced;

        private Running(Process process, Path log, String announced) {
            this.process = process;
            this.log = log;
            this.announced = announced;
        }

        static Running start(Path folder, List<String> arguments) throws IOException {
            Path log = Files.createTempFile(folder, "log", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    // What starts and ends is faster without the second compiler.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    productClassPath(),
                    Materia.class.getName()));
            command.addAll(arguments);
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            return new Running(process, log, out.readLine());
        }

        /** Without the tests' own settings, those of logging among them. */
        private static String productClassPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.contains("test-classes"))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            String base = announced.substring(announced.indexOf("http://"), announced.lastIndexOf("fhir"));
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(base + path)).build(),
                            HttpResponse.BodyHandlers.ofString());
        }

        int stop() throws InterruptedException {
            process.destroy();
            return process.waitFor();
        }

        String log() throws IOException {
            return Files.readString(log);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
