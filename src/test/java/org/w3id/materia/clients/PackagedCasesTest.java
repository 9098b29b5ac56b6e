package org.w3id.materia.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.clients.Program.Ended;

/**
 * What users of this and of other products reported, against the jar as it is shipped: the requests of {@code cases/requests.txt}, and what
 * takes more than one request. M1 to M19 and the minor ones are a newcomer's and an integrator's, plain numbers those of the field.
 */
@Tag("process")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path REQUESTS = Path.of("src/test/resources/cases/requests.txt");

    @TempDir
    static Path folder;

    private static Process process;
    private static String base;
    private static final List<Integer> BEFORE_THE_FIRST_IMPORT = new ArrayList<>();

    /** @param holds what the answer must hold */
    record Case(String name, String method, String path, List<String> headers, String body, int status, String holds) {
        @Override
        public String toString() {
            return name + ": " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Program.require(
                jar() != null, "the packaged jar", "run mvn verify, which names it in the property materia.jar");
        writeMonographs();
        Ended load = run(Map.of(), releases(), "load", "--data", data());
        assertThat(load.output()).contains("MultiAxialHierarchy.csv", "Windows-1252");
        int port = freePort();
        base = "http://127.0.0.1:" + port + "/fhir";
        process = new ProcessBuilder(command(
                        "serve", "--monographs", monographs().toString(), "--data", data(), "--port", "" + port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        askUntilReady();
    }

    /** Before the first import is committed, whatever is asked. */
    private static void askUntilReady() throws Exception {
        while (true) {
            try {
                HttpResponse<String> answer = get("MedicinalProductContraindication?subject=Medication/warfarin");
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    assertThat(answer.body()).contains("OperationOutcome");
                    assertThat(get("metadata").statusCode()).isEqualTo(200);
                } else {
                    assertThat(JSON.readTree(answer.body()).get("total").asInt())
                            .isPositive();
                }
                BEFORE_THE_FIRST_IMPORT.add(answer.statusCode());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                assertThat(process.isAlive()).as("the server").isTrue();
            }
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    @Order(1)
    void m1UntilTheFirstImportIsCommittedNothingIsAnsweredWithNothing() {
        assertThat(BEFORE_THE_FIRST_IMPORT).contains(503).endsWith(200);
    }

    @Order(2)
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAnswerHoldsWhatItShould(Case asked) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/" + escaped(asked.path())))
                .method(
                        asked.method(),
                        asked.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(asked.body()));
        if (!asked.body().isEmpty()) {
            request.header("Content-Type", "application/fhir+json");
        }
        for (String header : asked.headers()) {
            request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(asked.status());
        for (String expected : asked.holds().split(" ; ")) {
            check(expected.strip(), answer);
        }
    }

    private static void check(String expected, HttpResponse<String> answer) throws IOException {
        if (expected.isEmpty()) {
            return;
        } else if (expected.startsWith("/")) {
            String[] parts = expected.split(" = ", 2);
            JsonNode found = JSON.readTree(answer.body()).at(parts[0]);
            assertThat(found.isMissingNode() ? "absent" : found.asText())
                    .as("%s in %s", parts[0], answer.body())
                    .isEqualTo(parts[1]);
        } else if (expected.startsWith("no \"")) {
            assertThat(answer.body()).doesNotContain(JSON.readValue(expected.substring(3), String.class));
        } else if (expected.startsWith("\"")) {
            assertThat(answer.body()).contains(JSON.readValue(expected, String.class));
        } else {
            String[] parts = expected.split(" ~ ", 2);
            assertThat(answer.headers().firstValue(parts[0]).orElse("")).contains(parts[1]);
        }
    }

    static Stream<Case> cases() throws IOException {
        return Files.readAllLines(REQUESTS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(PackagedCasesTest::parsed);
    }

    /** The request may have bars of its own: the name is in front of the first, status and contents are behind the last two. */
    private static Case parsed(String line) {
        Matcher parts = Pattern.compile(
                        "(.*?) \\| ([A-Z]+) (.*?)((?: \\+ [A-Za-z-]+: .*?)*)(?: >> (.*))? \\| (\\d{3}) \\|(.*)")
                .matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        List<String> headers = Stream.of(parts.group(4).split(" \\+ "))
                .filter(h -> !h.isEmpty())
                .toList();
        return new Case(
                parts.group(1),
                parts.group(2),
                parts.group(3),
                headers,
                parts.group(5) == null ? "" : parts.group(5),
                Integer.parseInt(parts.group(6)),
                parts.group(7));
    }

    @Test
    @Order(3)
    void m8m9m16OneEditedNumberIsOneChangedFactAndARemovalIsTold() throws Exception {
        HttpResponse<InputStream> stream = CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + "/changes")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(toCommit(events)).isEmpty();
            String before =
                    get("_history?_count=1").headers().firstValue("ETag").orElseThrow();
            assertThat(send("_history?_count=1", "If-None-Match", before).statusCode())
                    .isEqualTo(304);
            String since = JSON.readTree(get("_history?_count=1").body())
                    .at("/meta/lastUpdated")
                    .asText();
            Path warfarin = monographs().resolve("warfarin.md");
            Files.writeString(warfarin, Files.readString(warfarin).replace("5 mg once daily", "6 mg once daily"));
            assertThat(toCommit(events))
                    .containsExactlyInAnyOrder(
                            "updated MedicationKnowledge/warfarin",
                            "updated Binary/warfarin",
                            "updated Composition/warfarin",
                            "updated DocumentReference/warfarin",
                            "updated Provenance/warfarin");
            assertThat(send("_history?_count=1", "If-None-Match", before).statusCode())
                    .isEqualTo(200);
            Files.delete(monographs().resolve("caffeine-paracetamol.md"));
            assertThat(toCommit(events)).contains("deleted MedicationKnowledge/caffeine-paracetamol");
            assertThat(exportedAsDeleted(since))
                    .contains("MedicationKnowledge/caffeine-paracetamol")
                    .doesNotContain("MedicationKnowledge/paracetamol\"");
            assertThat(get("MedicationKnowledge/caffeine-paracetamol").statusCode())
                    .isEqualTo(410);
        }
    }

    /** The changes up to the next commit. */
    private static Set<String> toCommit(BufferedReader events) throws IOException {
        Set<String> changes = new TreeSet<>();
        String kind = "";
        for (String line = events.readLine(); ; line = events.readLine()) {
            assertThat(line).as("the stream goes on").isNotNull();
            if (line.startsWith("event: ")) {
                kind = line.substring(7);
            } else if (line.startsWith("data: ")) {
                if (kind.equals("commit")) {
                    return changes;
                }
                changes.add(kind + " "
                        + JSON.readTree(line.substring(6)).get("resource").asText());
            }
        }
    }

    private static String exportedAsDeleted(String since) throws Exception {
        String location = send("$export?_since=" + since.replace("+", "%2B"), "Prefer", "respond-async")
                .headers()
                .firstValue("Content-Location")
                .orElseThrow();
        HttpResponse<String> manifest;
        do {
            manifest = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(location)).build(), HttpResponse.BodyHandlers.ofString());
        } while (manifest.statusCode() == 202);
        String url = JSON.readTree(manifest.body()).at("/deleted/0/url").asText();
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    @Order(4)
    void m10WhatIsLoadedWithoutADataFolderIsWhatIsServedWithoutOne() throws Exception {
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Ended load = run(environment, List.of("src/test/resources/releases/fhir/codesystem.json"), "load");
        assertThat(load.status()).as(load.output()).isZero();
        Ended listed = run(environment, List.of(), "load", "--list");
        assertThat(listed.output()).contains("http://example.org/paper");
        int port = freePort();
        Process second =
                started(environment, "serve", "--monographs", monographs().toString(), "--port", "" + port);
        try {
            assertThat(second.inputReader().readLine()).contains(" serves ");
            assertThat(CLIENT.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                                                    + "/fhir/CodeSystem?url=http://example.org/paper"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("\"total\":1");
        } finally {
            second.destroy();
            second.waitFor();
        }
        Ended forgotten = run(environment, List.of(), "serve", "--port", "0");
        assertThat(forgotten.status()).as("M18").isEqualTo(2);
        assertThat(forgotten.output()).contains("medicines of your own", "--monographs");
    }

    @Test
    @Order(5)
    void minorWhatIsWrongIsSaidAndRefused() throws Exception {
        String taken = base.replaceAll(".*:(\\d+)/.*", "$1");
        refused("in use", "--port", taken);
        refused("--port", "--port", "99999");
        refused("--public-base", "--port", "0", "--public-base", "foo");
        refused("--monographs", "--port", "0", "--monographs", "");
        refused("--change-listeners", "--port", "0", "--change-listeners", "-1");
        Ended nothing = run(
                Map.of(),
                List.of(),
                "load",
                "--list",
                "--data",
                folder.resolve("none").toString());
        assertThat(nothing.output()).isNotBlank();
    }

    private static void refused(String reason, String... options) throws Exception {
        Ended refused = run(
                Map.of(),
                List.of(options),
                "serve",
                "--data",
                folder.resolve("other").toString());
        assertThat(refused.status()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains(reason);
    }

    @Test
    @Order(6)
    void minorConvertWritesOrdinaryFiles() throws Exception {
        Path out = folder.resolve("out");
        Ended convert = run(Map.of(), List.of(), "convert", monographs().toString(), "--out", out.toString());
        assertThat(convert.output()).contains("10 monographs converted to");
        try (Stream<Path> files = Files.walk(out)) {
            Path any = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Path ordinary = Files.createFile(folder.resolve("ordinary"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(any)))
                    .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(ordinary)));
        }
    }

    private static String jar() {
        return System.getProperty("materia.jar");
    }

    private static Path monographs() {
        return folder.resolve("m");
    }

    private static String data() {
        return folder.resolve("d").toString();
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // What starts and ends is faster without the second compiler; PackagedJarTest has it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process started(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended run(Map<String, String> environment, List<String> more, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = command(arguments);
        command.addAll(more);
        return Program.run(command, Path.of("."), environment);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, "Accept", "application/fhir+json");
    }

    private static HttpResponse<String> send(String path, String header, String value)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + "/" + path))
                        .header(header, value)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String escaped(String path) {
        return path.replace(" ", "%20").replace("|", "%7C").replace("<", "%3C").replace(">", "%3E");
    }

    private static void writeMonographs() throws IOException {
        Files.createDirectory(monographs());
        write("paracetamol", "Paracetamol", "pain", "500 mg every 6 hours");
        write("warfarin", "Warfarin", "thrombosis", "5 mg once daily");
        write("aspirin", "Aspirin", "fever", "300 mg once daily");
        write("ketorolac", "Ketorolac", "pain", "10 mg every 8 hours");
        write("warfare-paste", "Warfare Paste", "blisters", "1 application once daily");
        write("amoxycillin", "Amoxycillin", "pneumonia", "500 mg every 8 hours");
        write("caffeine-paracetamol", "Caffeine + Paracetamol", "migraine", "1 tablet once daily");
        Files.writeString(monographs().resolve("testol.md"), "\n" + text("Testol", "gout", "10 mg once daily"));
        Files.writeString(
                monographs().resolve("testamin.md"),
                text("Testamin", "gout", "20 mg once daily").replace('\n', '\r'));
        Files.writeString(
                monographs().resolve("ordered.md"),
                text("Ordered", "gout", "10 mg once daily")
                        + "\n### Side Effects\n* **Common:** zoster, nausea, anemia.\n");
        Files.writeString(monographs().resolve("README.md"), "# Our monographs\n\nHow they are kept.\n");
        Files.writeString(monographs().resolve("CHANGELOG.md"), "# Changes\n\n- Paracetamol: dose in children.\n");
        Files.writeString(monographs().resolve("notes.md"), "# Notes\n\nTo be looked at in spring.\n");
        Files.writeString(
                monographs().resolve("hydrofoil.md"),
                "---\ntitle: Hydrofoil\n---\n\n# Hydrofoil\n\nI cannot provide a monograph of this.\n");
    }

    private static void write(String id, String name, String condition, String dose) throws IOException {
        Files.writeString(monographs().resolve(id + ".md"), text(name, condition, dose));
    }

    private static String text(String name, String condition, String dose) {
        String interaction =
                name.equals("Aspirin") ? "\n### Interactions\n* **Warfarin:** bleeding is more likely.\n" : "";
        return """
            ---
            title: %1$s
            ---

            # %1$s

            ### Usage
            %1$s is used to treat %2$s.

            ### Dosage
            * **Adults:** %3$s.

            ### Precautions
            * **Contraindications:** %1$s is contraindicated in patients with epilepsy.
            * **Caution:** it should be used with caution in patients with liver disease.
            %4$s\
            """.formatted(name, condition, dose, interaction);
    }

    /** Small ones, in the forms that publishers gave theirs. */
    private static List<String> releases() throws IOException {
        Path before = loinc("Loinc_2.72", "MultiAxialHierarchy/MultiAxialHierarchy.csv", "");
        Path after = loinc(
                "Loinc_2.78",
                "ComponentHierarchyBySystem/ComponentHierarchyBySystem.csv",
                "LP99990-1,1,LP99990-1,LP99992-7,Pens\n");
        Path unii = folder.resolve("UNII_Records_2Nov2026.txt");
        Files.write(unii, "UNII\tPT\tRN\nCCCC333344\tBÉTATEST\t1-1-1\n".getBytes(Charset.forName("windows-1252")));
        Path map = Files.writeString(folder.resolve("map.json"), """
            {"resourceType":"ConceptMap","url":"http://example.org/map","status":"active",
             "sourceUri":"http://example.org/vs/source","targetUri":"http://example.org/vs/target",
             "group":[{"source":"http://example.org/paper","target":"http://example.org/cloth",
              "element":[{"code":"blotting","target":[{"code":"sponge","equivalence":"equivalent"}]}]}]}
            """);
        return Stream.of(
                        Path.of("src/test/resources/releases/snomed"),
                        Path.of("src/test/resources/releases/fhir/codesystem.json"),
                        before,
                        after,
                        unii,
                        map)
                .map(Path::toString)
                .toList();
    }

    private static Path loinc(String name, String hierarchy, String more) throws IOException {
        Path release = folder.resolve(name);
        Path table = release.resolve("LoincTable/Loinc.csv");
        Path file = release.resolve("AccessoryFiles").resolve(hierarchy);
        Files.createDirectories(table.getParent());
        Files.createDirectories(file.getParent());
        Files.writeString(table, "LOINC_NUM,COMPONENT,LONG_COMMON_NAME\n99901-1,Ink,Ink in Paper\n");
        Files.writeString(
                file,
                "PATH_TO_ROOT,SEQUENCE,IMMEDIATE_PARENT,CODE,CODE_TEXT\n,1,,LP99990-1,Stationery\n"
                        + "LP99990-1,1,LP99990-1,LP99991-9,Ink\nLP99990-1.LP99991-9,1,LP99991-9,99901-1,Ink Ppr\n"
                        + more);
        return release;
    }
}
