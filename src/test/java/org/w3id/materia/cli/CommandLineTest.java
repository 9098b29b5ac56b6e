package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.store.DirectoryLock;
import picocli.CommandLine;

@Tag("slow")
class CommandLineTest {
    private static final String SAMPLES = "fhir-resources/monographs";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checkOfTheSamplesFindsNothingToWarnOf() {
        assertThat(run("check", SAMPLES)).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("25 of 25 files read")
                .contains("mogamulizumab.md: Mogamulizumab (monograph)");
    }

    @Test
    void checkShowsFactsBesideTheSentencesThatGaveNone() throws Exception {
        Files.writeString(folder.resolve("testdrug.md"), """
                ---
                title: Testdrug
                ---
                # Testdrug
                ### Usage
                Testdrug is used to treat gout.
                It came to market long ago.
                ### Dosage
                Take 50 mg twice daily by mouth.
                * **Elderly:** Take 25 mg once daily by mouth.
                * **Children:** Take 5 mg of frumious fluid.
                """);

        run("check", folder.toString());
        assertThat(out.toString())
                .contains("  Usage\n    testdrug.md:6: indication: gout (treatment)\n")
                .contains("    testdrug.md:7: no fact: It came to market long ago.\n")
                .contains("    testdrug.md:9: dose: 50 mg; 2 × every 1 day; oral\n")
                .contains("    testdrug.md:10: dose: Elderly: 25 mg; 1 × every 1 day; oral [Elderly]\n")
                .containsPattern(
                        "testdrug.md:11: dosing as text: Take 5 mg .*not understood: .*frumious.*\\[Children]\n")
                .contains("of 3 statements about dosing 2 read whole (66 %); of 11 lines 10 used by facts");
    }

    @Test
    void checkNamesFileLineAndReasonOfWhatIsUnusable() throws Exception {
        Files.write(folder.resolve("broken.md"), "# A\nx\n\0".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(run("check", folder.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("broken.md:3: error: ", "[nul-character]");
    }

    @Test
    void checkWarnsOfMissingSections() throws Exception {
        Files.writeString(
                folder.resolve("short.md"), "---\ntitle: Short\n---\n# Short\n### Usage\nUsed to treat pain.\n");

        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("short.md: warning: There is no section 'dosage'. [section-missing]");
    }

    @Test
    void checkAsJsonHasFactsWithTheirEvidence() throws Exception {
        assertThat(run("check", "--json", SAMPLES)).isZero();

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("monographs")).hasSize(25);
        JsonNode indication =
                report.get("monographs").get(0).get("facts").get("indications").get(0);
        JsonNode section = report.get("monographs").get(0).get("sections").get(2);
        assertThat(section.get("kind").asText()).isEqualTo("usage");
        assertThat(section.get("sentences").asInt())
                .isGreaterThanOrEqualTo(section.get("withoutFact").size());
        assertThat(indication.get("intent").asText()).isIn("treatment", "prophylaxis");
        assertThat(indication.get("evidence").get("span").get("end").asInt())
                .isGreaterThan(
                        indication.get("evidence").get("span").get("start").asInt());
    }

    @Test
    void checkAsPagesShowsWhatWasReadAndWhatStayedTextInTheText() throws Exception {
        Files.writeString(folder.resolve("exemplol.md"), """
            # Exemplol
            ### Usage
            Exemplol is used to treat hypertension. It tastes of chalk & salt.
            ### Dosage
            Adults: 5 mg by mouth once daily. Take 2 mg zorbo glim the rises.
            """);
        Files.writeString(folder.resolve("empty.md"), "");
        Path report = folder.resolve("report");
        run("check", folder.toString(), "--html", report.toString());

        Document overview = Jsoup.parse(Files.readString(report.resolve("index.html")));
        assertThat(overview.select("table a").eachAttr("href")).containsExactly("medicines/exemplol.html");
        assertThat(overview.text()).contains("empty.md");
        Document page = Jsoup.parse(Files.readString(report.resolve("medicines/exemplol.html")));
        assertThat(page.select("mark[data-f^=read-]").eachText()).contains("treat hypertension");
        assertThat(page.select("mark[data-f^=stayed-text-]").text()).contains("Take 2 mg zorbo glim the rises.");
        assertThat(page.select("mark[data-f^=no-fact-]").eachText()).contains("It tastes of chalk & salt.");
        assertThat(page.select(".STAYED_TEXT").text()).contains("not understood:", "zorbo", "(line 5)");
        assertThat(report.resolve("pages/pages.css")).isNotEmptyFile();
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        assertThat(run("check", folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("absent", "does not exist");
    }

    @Test
    void convertingTwiceGivesTheSameBytes() throws Exception {
        assertThat(run("convert", SAMPLES, "--out", folder.resolve("a").toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("convert", SAMPLES, "--out", folder.resolve("b").toString()))
                .isZero();

        Map<String, String> first = contents(folder.resolve("a"));
        assertThat(first)
                .containsKeys("MedicationKnowledge.ndjson", "DetectedIssue.ndjson", "StructureDefinition.ndjson");
        assertThat(contents(folder.resolve("b"))).isEqualTo(first);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void convertNamesAFileThatCannotBeReadAndConvertsTheOthers() throws Exception {
        Path monographs = Files.createDirectory(folder.resolve("m"));
        Files.copy(Path.of(SAMPLES, "amlodipine.md"), monographs.resolve("amlodipine.md"));
        Files.createSymbolicLink(
                monographs.resolve("broken.md"), Path.of("/proc/self/mem")); // Opens, and fails to be read.

        assertThat(run(
                        "convert",
                        monographs.toString(),
                        "--out",
                        folder.resolve("a").toString()))
                .isEqualTo(1);

        assertThat(err.toString()).contains("broken.md", "cannot be read").doesNotContain("cannot write");
        assertThat(out.toString()).contains("1 monographs converted");
        assertThat(folder.resolve("a/MedicationKnowledge.ndjson")).content().contains("amlodipine");
    }

    @Test
    void convertWritesAPackage() {
        assertThat(run("convert", SAMPLES, "--format", "package", "--out", folder.toString()))
                .as(err.toString())
                .isZero();

        assertThat(folder.resolve("materia.monographs-" + ThisRelease.get().version() + ".tgz"))
                .isNotEmptyFile();
    }

    @Test
    void formatThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(run("convert", SAMPLES, "--out", folder.resolve("a").toString(), "--format", "yaml"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--format is ndjson, json or package, not 'yaml'");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void loadedTerminologyCodesWhatIsConverted() throws Exception {
        Path monographs = Files.createDirectory(folder.resolve("m"));
        Files.writeString(
                monographs.resolve("gamma.md"),
                "---\ntitle: Gamma\n---\n# Gamma\n### Usage\nGamma treats paper fever.\n");
        String data = folder.resolve("data").toString();
        convert(monographs, data, "before");
        assertThat(run("load", table("paper fever").toString(), "--data", data))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("Human Disease Ontology, 1 concepts, 1 codes of other systems, 0 lines not understood");
        convert(monographs, data, "after");

        String indication = contents(folder.resolve("after")).get("MedicinalProductIndication.ndjson");
        assertThat(contents(folder.resolve("before")).get("MedicinalProductIndication.ndjson"))
                .contains("paper fever")
                .doesNotContain("DOID:9000001");
        assertThat(indication)
                .contains("\"code\":\"DOID:9000001\",\"display\":\"paper fever\"")
                .contains(
                        "\"valueCode\":\"cross-reference\"}],\"system\":\"http://id.nlm.nih.gov/mesh\",\"code\":\"D900001\"}");
    }

    @Test
    void loadingAgainChangesNothing() throws Exception {
        String data = folder.resolve("data").toString();
        String table = table("paper fever").toString();
        assertThat(run("load", table, "--data", data)).isZero();
        assertThat(out.toString()).doesNotContain("nothing changed");
        assertThat(run("load", table, "--data", data)).isZero();
        assertThat(out.toString()).contains("; loaded before, nothing changed");
    }

    @Test
    void whatIsLoadedIsListedAndTakenBack() throws Exception {
        String data = folder.resolve("data").toString();
        String system = "http://purl.obolibrary.org/obo/doid.owl";
        assertThat(run("load", table("paper fever").toString(), "--data", data, "--list"))
                .isZero();
        assertThat(out.toString()).contains("CodeSystem " + system + ", ");

        assertThat(run("load", "--remove", system, "--data", data)).isZero();
        assertThat(out.toString()).contains("removed CodeSystem " + system);
        assertThat(run("load", "--remove", system, "--data", data)).isEqualTo(2);
        assertThat(err.toString()).contains(system + " is not loaded");
    }

    @Test
    void listOfNothingSaysSoAndNamesTheDirectory() {
        Path data = folder.resolve("data");
        assertThat(run("load", "--list", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("Nothing is loaded.", "The data directory is " + data.toAbsolutePath());
    }

    @Test
    void damagedTerminologyIsNamedBeforeAnythingIsCodedWithoutIt() throws Exception {
        Path data = folder.resolve("data");
        assertThat(run("load", table("paper fever").toString(), "--data", data.toString()))
                .isZero();
        try (var files = Files.walk(data.resolve("terminologies"))) {
            Files.writeString(
                    files.filter(f -> f.endsWith("header.json")).findFirst().orElseThrow(), "{\"resourceT");
        }

        assertThat(run(
                        "convert",
                        SAMPLES,
                        "--data",
                        data.toString(),
                        "--out",
                        folder.resolve("a").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is damaged or of another version. Delete it and load the releases again.");
    }

    @Test
    void loadNamesTheFilesThatItReadAndThoseThatItDidNot() throws Exception {
        Path release = folder.resolve("Loinc_2.78");
        Files.createDirectories(release.resolve("LoincTable"));
        Files.write(
                release.resolve("LoincTable/Loinc.csv"),
                "LOINC_NUM,COMPONENT,LONG_COMMON_NAME\n99901-1,Ink,Encre séchée\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(release.resolve("LoincTable/MapTo.csv"), "LOINC,MAP_TO,COMMENT\n");
        Files.writeString(release.resolve("Part.csv"), "PartNumber,PartTypeName,PartName\n");

        assertThat(run(
                        "load",
                        release.toString(),
                        "--data",
                        folder.resolve("data").toString()))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "1 concepts, 0 lines not understood",
                        "  read: LoincTable/Loinc.csv, Part.csv",
                        "  not read: LoincTable/MapTo.csv");
        assertThat(err.toString())
                .contains("Loinc.csv:2: warning: From this line on, 1 lines are not UTF-8 and were read as"
                        + " Windows-1252.");
    }

    @Test
    void loadNamesLinesThatItDoesNotUnderstand() throws Exception {
        Path table = table("paper fever");
        Files.writeString(table, "nonsense\n", java.nio.file.StandardOpenOption.APPEND);

        assertThat(run(
                        "load",
                        table.toString(),
                        "--data",
                        folder.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains(table + ":3: error: ");
        assertThat(out.toString()).contains("1 concepts", "1 lines not understood");
    }

    @Test
    void loadOfAnUnknownFormatSaysWhatIsKnown() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello\n");

        assertThat(run("load", file.toString(), "--data", folder.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("notes.txt is no release of a known format. Known: Disease Ontology");
    }

    @Test
    void loadsIntoOneDataDirectoryDoNotOverlap() throws Exception {
        Path data = folder.resolve("data");
        String table = table("paper fever").toString();
        DirectoryLock other = DirectoryLock.acquireForLoad(data);
        try {
            assertThat(run("load", table, "--data", data.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("Another load into " + data, "is under way. Wait until it has ended.");
        } finally {
            other.close();
        }
    }

    private Path table(String name) throws Exception {
        return Files.writeString(
                folder.resolve("table.tsv"), "id\tlabel\txref\n\"DOID:9000001\"\t\"" + name + "\"\t\"MESH:D900001\"\n");
    }

    private void convert(Path monographs, String data, String out) {
        assertThat(run(
                        "convert",
                        monographs.toString(),
                        "--data",
                        data,
                        "--out",
                        folder.resolve(out).toString()))
                .as(err.toString())
                .isZero();
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("materia " + ThisRelease.get().version())
                .matches("materia \\d+\\.\\d+\\.\\d+");
    }

    private int run(String... arguments) {
        CommandLine line =
                Materia.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static Map<String, String> contents(Path folder) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
