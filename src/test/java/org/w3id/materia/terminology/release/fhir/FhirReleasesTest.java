package org.w3id.materia.terminology.release.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.terminology.release.CollectedRelease;

class FhirReleasesTest {
    private static final String PACKAGES = "materia.test.fhir-packages";

    @TempDir
    Path folder;

    @Test
    void folderOfFilesIsReadWhole() throws Exception {
        CollectedRelease release = CollectedRelease.ofFixture("fhir");

        assertThat(release.resources())
                .extracting(MetadataResource::fhirType)
                .containsExactly("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem", "ValueSet");
        assertThat(release.systems()).isEmpty();
    }

    @Test
    void brokenResourceIsNamedWithItsLineAndTheOthersAreRead() throws Exception {
        CollectedRelease release = CollectedRelease.of(CollectedRelease.fixture("fhir/several.ndjson"));

        assertThat(release.resources()).hasSize(3);
        assertThat(release.findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::line)
                .containsExactly(2, 4);
        assertThat(release.findings())
                .filteredOn(f -> f.severity() == Severity.INFORMATION)
                .singleElement()
                .satisfies(f -> assertThat(f.message()).startsWith("1 resources are no"));
    }

    @Test
    void elementsThatR4DoesNotKnowAreReported() throws Exception {
        Path file = Files.writeString(
                folder.resolve("r5.json"),
                "{\"resourceType\":\"CodeSystem\",\"url\":\"http://example.org/x\",\"versionAlgorithmString\":\"semver\"}");

        CollectedRelease release = CollectedRelease.of(file);

        assertThat(release.resources()).hasSize(1);
        assertThat(release.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.message()).contains("versionAlgorithmString");
        });
    }

    @Test
    void codeSystemOfMoreThanFiveThousandConceptsIsGivenConceptByConcept() throws Exception {
        CollectedRelease release = CollectedRelease.of(codeSystem(6_000, 0));

        assertThat(release.resources()).isEmpty();
        assertThat(release.codes()).hasSize(6_000);
        assertThat(release.system().getUrl()).isEqualTo("http://example.org/large");
        assertThat(release.system().getConcept()).isEmpty();
    }

    @Test
    void streamedCodeSystemGivesWhatTheWholeOneDoes() throws Exception {
        CollectedRelease held = CollectedRelease.of(codeSystem(6_000, 0));
        CollectedRelease streamed = CollectedRelease.of(codeSystem(6_000, 3_000));

        assertThat(streamed.findings()).isEmpty();
        assertThat(streamed.system().getProperty()).hasSize(3);
        assertThat(streamed.codes()).containsExactlyElementsOf(held.codes());
        for (String code : held.codes()) {
            assertThat(streamed.concept(code).parents())
                    .isEqualTo(held.concept(code).parents());
            assertThat(streamed.concept(code).isInactive())
                    .isEqualTo(held.concept(code).isInactive());
            assertThat(streamed.concept(code).isAbstract())
                    .isEqualTo(held.concept(code).isAbstract());
            assertThat(streamed.values(code, "weight")).isEqualTo(held.values(code, "weight"));
            assertThat(streamed.names(code)).isEqualTo(held.names(code));
        }
        assertThat(streamed.concept("c11").parents()).containsExactly("c10", "c0");
        assertThat(streamed.concept("c11").isInactive()).isTrue();
        assertThat(streamed.concept("c10").isAbstract()).isTrue();
        assertThat(streamed.values("c11", "weight")).containsExactly("1.50");
        assertThat(streamed.names("c11")).containsExactly("Begriff 11");
    }

    @Test
    void codeSystemThatIsCutOffIsReportedAndNotGivenInPart() throws Exception {
        Path whole = codeSystem(6_000, 3_000);
        String text = Files.readString(whole);
        Path cut = Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() - 400_000));

        CollectedRelease release = CollectedRelease.of(cut);

        assertThat(release.systems()).isEmpty();
        assertThat(release.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void packageIsReadFromItsArchive() throws Exception {
        Path file = pack("4.0.1");

        CollectedRelease release = CollectedRelease.of(file);

        assertThat(release.resources()).extracting(MetadataResource::getUrl).containsExactly("http://example.org/a");
    }

    @Test
    void packageOfAnotherVersionOfFhirIsRefused() throws Exception {
        Path file = pack("5.0.0");

        assertThatThrownBy(() -> CollectedRelease.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a package of FHIR [\"5.0.0\"]");
    }

    /** Real packages, where a folder with them is named. */
    @Test
    void publishedTerminologyIsReadWithoutErrors() throws Exception {
        String packages = System.getProperty(PACKAGES);
        Assumptions.assumeTrue(packages != null, "-D" + PACKAGES + " names no folder with FHIR packages");
        try (java.util.stream.Stream<Path> files = Files.list(Path.of(packages))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tgz")).toList()) {
                CollectedRelease release = CollectedRelease.of(file);
                assertThat(release.resources()).isNotEmpty();
                assertThat(release.findings())
                        .noneSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
            }
        }
    }

    /** Concepts in groups of two, the second inside the first; {@code padding} makes each definition that long. */
    private Path codeSystem(int concepts, int padding) throws IOException {
        Path file = folder.resolve("large-" + padding + ".json");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("""
                    {"resourceType":"CodeSystem","url":"http://example.org/large","status":"active","content":"complete",
                    "concept":[
                    """);
            for (int i = 0; i < concepts; i += 2) {
                out.write((i == 0 ? "" : ",\n") + concept(i, padding));
            }
            out.write("""
                    ],"property":[{"code":"up","uri":"http://hl7.org/fhir/concept-properties#parent","type":"code"},
                    {"code":"inactive","uri":"http://hl7.org/fhir/concept-properties#inactive","type":"boolean"},
                    {"code":"weight","type":"decimal"}]}
                    """);
        }
        return file;
    }

    private static String concept(int i, int padding) {
        return """
                {"code":"c%d","display":"Concept %d","definition":"x%s",
                 "property":[{"code":"notSelectable","valueBoolean":true}],
                 "concept":[{"code":"c%d","display":"Concept %d","designation":[{"language":"de","value":"Begriff %d"}],
                  "property":[{"code":"up","valueCode":"c0"},{"code":"weight","valueDecimal":1.50},{"code":"inactive","valueBoolean":true}]}]}""".formatted(i, i, " ".repeat(padding), i + 1, i + 1, i + 1);
    }

    private Path pack(String version) throws IOException {
        Path file = folder.resolve("package-" + version + ".tgz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            entry(tar, "package/package.json", "{\"name\":\"x\",\"fhirVersions\":[\"" + version + "\"]}");
            entry(tar, "package/ValueSet-a.json", "{\"resourceType\":\"ValueSet\",\"url\":\"http://example.org/a\"}");
            entry(
                    tar,
                    "package/other/ValueSet-b.json",
                    "{\"resourceType\":\"ValueSet\",\"url\":\"http://example.org/b\"}");
        }
        return file;
    }

    private static void entry(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
