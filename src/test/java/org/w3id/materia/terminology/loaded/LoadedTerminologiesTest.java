package org.w3id.materia.terminology.loaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptQuery;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.TextFilter;
import org.w3id.materia.terminology.release.CrossReference;
import org.w3id.materia.terminology.release.ReleaseReader;
import org.w3id.materia.terminology.release.ReleaseSink;
import org.w3id.materia.terminology.release.ReleasedConcept;

class LoadedTerminologiesTest {
    private static final String DISEASES = "http://purl.obolibrary.org/obo/doid.owl";
    private static final String HEADER = "id\tlabel\txref\n";

    /** Four invented diseases: one with a code of each system, one with two of a system, one that shares a code, one without a MeSH heading. */
    private static final String TABLE = HEADER
            + row("DOID:9000001", "paper fever", "MESH:D900001")
            + row("DOID:9000001", "paper fever", "SNOMEDCT_US_2099_01_01:900000001")
            + row("DOID:9000001", "paper fever", "UMLS_CUI:C9000001")
            + row("DOID:9000001", "paper fever", "ICD10CM:X99.1")
            + row("DOID:9000001", "paper fever", "GARD:77")
            + row("DOID:9000002", "ink \"\"blue\"\" rash", "MESH:D900002")
            + row("DOID:9000002", "ink \"\"blue\"\" rash", "MESH:D900003")
            + row("DOID:9000002", "ink \"\"blue\"\" rash", "ICD10CM:X98-X99")
            + row("DOID:9000002", "ink \"\"blue\"\" rash", "UMLS_CUI:C9000009")
            + row("DOID:9000003", "pencil cough", "UMLS_CUI:C9000009")
            + row("DOID:9000006", "ruler ache", "UMLS_CUI:C9000006");

    @TempDir
    Path folder;

    @Test
    void tableGivesConceptsWithTheirUnambiguousReferences() throws Exception {
        LoadReport report = load(TABLE);

        assertThat(report.findings()).isEmpty();
        assertThat(report.concepts()).isEqualTo(4);
        assertThat(report.crossReferences()).isEqualTo(9);
        List<NamedConcept> concepts = terminologies().concepts().get(PhraseKind.CONDITION);
        assertThat(concepts)
                .extracting(NamedConcept::display)
                .containsExactly("paper fever", "ink \"blue\" rash", "pencil cough", "ruler ache");
        assertThat(concepts.get(0).key())
                .isEqualTo(new ConceptKey("http://purl.obolibrary.org/obo/doid.owl", "DOID:9000001"));
        assertThat(concepts.get(0).crossReferences())
                .containsExactlyInAnyOrder(
                        new ConceptKey("http://id.nlm.nih.gov/mesh", "D900001"),
                        new ConceptKey("http://snomed.info/sct", "900000001"),
                        new ConceptKey("http://www.nlm.nih.gov/research/umls", "C9000001"));
        assertThat(concepts.get(1).crossReferences()).isEmpty();
        assertThat(concepts.get(2).crossReferences()).isEmpty();
        assertThat(concepts.get(3).crossReferences()).isEmpty();
    }

    @Test
    void brokenLinesAreNamedAndTheRestIsLoaded() throws Exception {
        Path file = folder.resolve("table.tsv");
        byte[] notUtf8 = row("DOID:9000004", "caf?", "MESH:D900004").getBytes(StandardCharsets.UTF_8);
        notUtf8[new String(notUtf8, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0x81;
        Files.write(
                file, (TABLE + "DOID:1 no quotes\n" + row("ABC:1", "x", "MESH:D1")).getBytes(StandardCharsets.UTF_8));
        Files.write(file, notUtf8, java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(
                file,
                row("DOID:9000001", "another name", "MESH:D900005") + row("DOID:9000005", "last", "MESH:D900006"),
                java.nio.file.StandardOpenOption.APPEND);

        LoadReport report = terminologies().load(file, LoadListener.NONE);

        assertThat(report.concepts()).isEqualTo(5);
        assertThat(report.findings()).extracting(Finding::line).containsExactly(13, 14, 15, 16);
        assertThat(report.findings().get(0).toString())
                .startsWith(file + ":13: error: A row has three quoted columns")
                .endsWith("[line-not-understood]");
    }

    @Test
    void sameReleaseAgainChangesNothing() throws Exception {
        assertThat(load(TABLE).changed()).isTrue();
        String before = terminologies().fingerprint();

        assertThat(load(TABLE).changed()).isFalse();
        assertThat(terminologies().fingerprint()).isEqualTo(before);
    }

    @Test
    void anotherReleaseTakesThePlaceOfTheFirst() throws Exception {
        load(TABLE);
        String before = terminologies().fingerprint();

        assertThat(load(HEADER + row("DOID:9000009", "chalk itch", "MESH:D9")).changed())
                .isTrue();
        assertThat(terminologies().fingerprint()).isNotEqualTo(before);
        assertThat(terminologies().concepts().get(PhraseKind.EFFECT))
                .extracting(NamedConcept::display)
                .containsExactly("chalk itch");
    }

    @Test
    void supplementNamesConceptsOfARelease() throws Exception {
        load(TABLE);
        CodeSystem german = new CodeSystem();
        german.setUrl("http://diseases.example/de").setVersion("1");
        german.setContent(CodeSystem.CodeSystemContentMode.SUPPLEMENT).setSupplements(DISEASES);
        german.addConcept()
                .setCode("DOID:9000001")
                .addDesignation()
                .setLanguage("de")
                .setValue("Papierfieber");
        try (LoadedLibrary library = new LoadedLibrary(terminologies())) {
            String version = library.versions(DISEASES).get(0);
            CodeSystemProvider system =
                    library.codeSystem(DISEASES, version, List.of(german)).orElseThrow();

            assertThat(system.header().supplements()).containsExactly("http://diseases.example/de|1");
            assertThat(system.locate("DOID:9000001").orElseThrow().designations())
                    .extracting(Designation::value)
                    .contains("paper fever", "Papierfieber");
            ConceptQuery typed = new ConceptQuery(List.of(), new TextFilter("papierf"), false, false);
            assertThat(system.select(typed, 0, 10).concepts())
                    .extracting(Concept::code)
                    .containsExactly("DOID:9000001");
            assertThat(library.codeSystem(DISEASES, version, List.of())
                            .orElseThrow()
                            .select(typed, 0, 10)
                            .total())
                    .isZero();
        }
    }

    @Test
    void loadThatFailsLeavesWhatWasLoaded() throws Exception {
        load(TABLE);
        String before = terminologies().fingerprint();
        Path empty = Files.writeString(folder.resolve("empty.tsv"), HEADER + "nonsense\n");

        assertThatThrownBy(() -> terminologies().load(empty, LoadListener.NONE))
                .isInstanceOf(UnusableReleaseException.class)
                .hasMessageContaining("empty.tsv holds no concept");
        assertThat(terminologies().fingerprint()).isEqualTo(before);
    }

    @Test
    void readerThatFailsMidwayLeavesWhatWasLoaded() throws Exception {
        load(TABLE);
        String before = terminologies().fingerprint();

        assertThatThrownBy(() -> terminologies().load(folder, new Invented("1", 3, true), LoadListener.NONE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is gone");
        assertThat(terminologies().fingerprint()).isEqualTo(before);
        assertThat(terminologies().concepts().get(PhraseKind.CONDITION)).hasSize(4);
    }

    @Test
    void whatAKilledLoadLeftIsNotReadAndIsSweptByTheNext() throws Exception {
        load(TABLE);
        Path left = Files.createDirectory(folder.resolve("data/terminologies/system-0.unfinished"));
        Files.writeString(left.resolve("records.unfinished"), "half of a rec");
        Path whole = Files.createDirectory(folder.resolve("data/terminologies/0123456789abcdef"));

        assertThat(terminologies().concepts().get(PhraseKind.CONDITION)).hasSize(4);
        assertThat(load(TABLE).changed()).isFalse();
        assertThat(left).doesNotExist();
        assertThat(whole).doesNotExist();
    }

    @Test
    void versionsStandBesideEachOtherAndAreTakenBackOneByOne() throws Exception {
        LoadedTerminologies terminologies = terminologies();
        terminologies.load(folder, new Invented("1", 3, false), LoadListener.NONE);
        terminologies.load(folder, new Invented("2", 4, false), LoadListener.NONE);

        try (LoadedLibrary library = new LoadedLibrary(terminologies)) {
            assertThat(library.versions(Invented.URL)).containsExactlyInAnyOrder("1", "2");
            assertThat(library.codeSystem(Invented.URL, "1", List.of())
                            .orElseThrow()
                            .size())
                    .isEqualTo(3);
            assertThat(library.codeSystem(Invented.URL, "2", List.of())
                            .orElseThrow()
                            .size())
                    .isEqualTo(4);
        }
        assertThat(terminologies.remove(Invented.URL + "|1"))
                .extracting(i -> i.identity().version())
                .containsExactly("1");
        assertThat(terminologies.list()).extracting(i -> i.identity().version()).containsExactly("2");
        assertThat(terminologies.remove(Invented.URL + "|1")).isEmpty();
        assertThat(terminologies.remove(Invented.URL)).hasSize(1);
        assertThat(terminologies.list()).isEmpty();
    }

    @Test
    void wholeResourcesAreReadAgain() throws Exception {
        terminologies()
                .load(
                        Files.writeString(
                                folder.resolve("sets.json"),
                                "{\"resourceType\":\"ValueSet\",\"url\":\"http://example.org/vs\",\"version\":\"1\",\"status\":\"active\","
                                        + "\"compose\":{\"include\":[{\"system\":\"http://example.org/é\"}]}}"),
                        LoadListener.NONE);

        try (LoadedLibrary library = new LoadedLibrary(terminologies())) {
            assertThat(library.valueSets("http://example.org/vs")
                            .get(0)
                            .getCompose()
                            .getIncludeFirstRep()
                            .getSystem())
                    .isEqualTo("http://example.org/é");
        }
    }

    @Test
    void conceptMapsAreFoundByTheirUrlAndByTheSystemsThatTheyJoin() throws Exception {
        load(map("a", "1", "http://example.org/x", "http://example.org/y"));
        load(map("a", "2", "http://example.org/x", "http://example.org/z"));
        load(map("b", "1", "http://example.org/z", "http://example.org/x"));

        try (LoadedLibrary library = new LoadedLibrary(terminologies())) {
            assertThat(library.conceptMaps("http://example.org/map/a"))
                    .extracting(ConceptMap::getVersion)
                    .containsExactly("1", "2");
            assertThat(library.conceptMaps("http://example.org/map/c")).isEmpty();
            assertThat(library.conceptMapsOf("http://example.org/z"))
                    .extracting(m -> m.getUrl() + "|" + m.getVersion())
                    .containsExactly("http://example.org/map/a|2", "http://example.org/map/b|1");
            assertThat(library.conceptMapsOf("http://example.org/none")).isEmpty();
        }
    }

    @Test
    void referencesLeadBackAndSayWhichReleaseHasThem() throws Exception {
        load(TABLE);

        try (LoadedLibrary library = new LoadedLibrary(terminologies())) {
            assertThat(library.translations(new Coding("http://www.nlm.nih.gov/research/umls", "C9000009", null), null))
                    .allSatisfy(m -> {
                        assertThat(m.equivalence()).isEqualTo(ConceptMapEquivalence.RELATEDTO);
                        assertThat(m.map()).isEqualTo(DISEASES);
                    })
                    .extracting(m -> m.concept().getCode() + " " + m.concept().getDisplay())
                    .containsExactly("DOID:9000002 ink \"blue\" rash", "DOID:9000003 pencil cough");
            assertThat(library.translations(
                            new Coding(DISEASES, "DOID:9000001", null), "http://hl7.org/fhir/sid/icd-10-cm"))
                    .extracting(m -> m.concept().getCode())
                    .containsExactly("X99.1");
            assertThat(library.translations(new Coding(DISEASES, "DOID:0", null), null))
                    .isEmpty();
        }
    }

    @Test
    void newestVersionSpeaksWhereNoneIsNamed() throws Exception {
        LoadedTerminologies terminologies = terminologies();
        terminologies.load(folder, new Invented("1", 1, false), LoadListener.NONE);
        terminologies.load(folder, new Invented("2", 2, false), LoadListener.NONE);

        try (LoadedLibrary library = new LoadedLibrary(terminologies)) {
            Coding second = new Coding(Invented.URL, "c1", null);
            assertThat(library.translations(second, null))
                    .extracting(m -> m.map())
                    .containsExactly(Invented.URL + "|2");
            assertThat(library.translations(second.copy().setVersion("1"), null))
                    .isEmpty();
            assertThat(library.translations(new Coding(Invented.OTHER, "o0", null), null))
                    .extracting(m -> m.map())
                    .containsExactly(Invented.URL + "|2");
        }
    }

    @Test
    void folderOfAnEarlierLayoutIsRefusedWithWhatToDo() throws Exception {
        load(TABLE);
        Path catalogue = folder.resolve("data/terminologies/catalogue.json");
        Files.writeString(
                catalogue,
                Files.readString(catalogue).replaceFirst("materia-terminologies-\\d+", "materia-terminologies-2"));

        assertThatThrownBy(() -> terminologies().list())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is damaged or of another version. Delete it and load the releases again.");
    }

    @Test
    void damageIsNamed() throws Exception {
        load(TABLE);
        Path place = folder.resolve("data/terminologies")
                .resolve(terminologies().list().get(0).location().name());
        try (var files = Files.list(place)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        assertThatThrownBy(() -> terminologies().concepts())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(place + " is damaged");
    }

    @Test
    void unknownFormatNamesThoseThatAreKnown() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "code,name\n1,x\n");

        assertThatThrownBy(() -> terminologies().load(file, LoadListener.NONE))
                .isInstanceOf(UnusableReleaseException.class)
                .hasMessageContaining("a.csv is no release of a known format")
                .hasMessageContaining("Disease Ontology cross-reference table");
    }

    @Test
    void nothingLoadedHasNoFingerprint() {
        assertThat(terminologies().fingerprint()).isEmpty();
        assertThat(terminologies().concepts()).isEmpty();
    }

    private LoadReport load(String table) throws Exception {
        return terminologies().load(Files.writeString(folder.resolve("table.tsv"), table), LoadListener.NONE);
    }

    private LoadedTerminologies terminologies() {
        return LoadedTerminologies.in(folder.resolve("data"), new LuceneConceptStore());
    }

    private static String map(String name, String version, String source, String target) {
        return "{\"resourceType\":\"ConceptMap\",\"url\":\"http://example.org/map/" + name + "\",\"version\":\""
                + version + "\",\"status\":\"active\",\"group\":[{\"source\":\"" + source + "\",\"target\":\"" + target
                + "\"}]}";
    }

    private static String row(String id, String label, String reference) {
        return "\"" + id + "\"\t\"" + label + "\"\t\"" + reference + "\"\n";
    }

    /** So many concepts of an invented code system, and a failure behind them if that is wanted. */
    private record Invented(String version, int concepts, boolean fails) implements ReleaseReader {
        static final String URL = "http://example.org/invented";
        static final String OTHER = "http://example.org/other";

        @Override
        public String format() {
            return "invented";
        }

        @Override
        public boolean recognises(Path release) {
            return true;
        }

        @Override
        public void read(Path release, ReleaseSink sink) throws IOException {
            CodeSystem header = new CodeSystem().setUrl(URL).setVersion(version);
            sink.system(header.setContent(CodeSystem.CodeSystemContentMode.COMPLETE));
            for (int i = 0; i < concepts; i++) {
                sink.concept(new ReleasedConcept(
                        "c" + i,
                        new ReleasedConcept.Description("name", null, List.of(), List.of()),
                        ReleasedConcept.Standing.ROOT,
                        new ReleasedConcept.Uses(
                                Set.of(),
                                List.of(new CrossReference(
                                        new ConceptKey(OTHER, "o" + i), ConceptMapEquivalence.EQUIVALENT, true)))));
            }
            if (fails) {
                throw new IOException("the disk is gone");
            }
        }
    }
}
