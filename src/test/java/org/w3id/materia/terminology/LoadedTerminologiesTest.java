package org.w3id.materia.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Finding;

class LoadedTerminologiesTest {
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
        assertThat(report.crossReferences()).isEqualTo(3);
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
        notUtf8[new String(notUtf8, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xE9;
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
    void whatAKilledLoadLeftIsNotRead() throws Exception {
        load(TABLE);
        Path loaded = folder.resolve("data/terminologies/human-disease-ontology.concepts");
        Files.writeString(loaded.resolveSibling("human-disease-ontology.concepts.unfinished"), "materia-conc");

        assertThat(terminologies().concepts().get(PhraseKind.CONDITION)).hasSize(4);
        assertThat(load(TABLE).changed()).isFalse();
    }

    @Test
    void damagedFileIsNamed() throws Exception {
        load(TABLE);
        Path loaded = folder.resolve("data/terminologies/human-disease-ontology.concepts");
        String content = Files.readString(loaded);
        Files.writeString(loaded, content.substring(0, content.lastIndexOf("C\t")));

        assertThatThrownBy(() -> terminologies().concepts())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("human-disease-ontology.concepts is damaged");
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
        return LoadedTerminologies.in(folder.resolve("data"));
    }

    private static String row(String id, String label, String reference) {
        return "\"" + id + "\"\t\"" + label + "\"\t\"" + reference + "\"\n";
    }
}
