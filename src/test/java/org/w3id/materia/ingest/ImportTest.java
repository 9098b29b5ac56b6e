package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.ingest.MonographConverter.Conversion;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.TestStores;

/**
 * Imports with a converter that makes one Basic resource of each word of a file, fails at the word "unusable", and takes {@code @b} for
 * a mention of the monograph b.
 */
class ImportTest {
    @TempDir
    Path folder;

    @TempDir
    Path data;

    private final Queue<String> converted = new ConcurrentLinkedQueue<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private KnowledgeBase knowledge;

    @BeforeEach
    void open() {
        knowledge = TestStores.open(data);
    }

    @AfterEach
    void close() {
        knowledge.close();
    }

    @Test
    void firstImportConvertsEverything() throws Exception {
        write("a.md", "one two");
        write("sub/b.md", "three");
        ImportReport report = run();
        assertThat(report.converted()).isEqualTo(2);
        assertThat(report.resources()).isEqualTo(3);
        assertThat(ids()).containsExactly("one", "three", "two");
        assertThat(heard)
                .startsWith("planned 2 0 0")
                .endsWith("committing", "served")
                .hasSize(5);
    }

    @Test
    void unchangedFolderIsNotWritten() throws Exception {
        write("a.md", "one");
        run();
        long generation = generation();
        converted.clear();
        heard.clear();
        ImportReport report = run();
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.converted()).isZero();
        assertThat(converted).isEmpty();
        assertThat(generation()).isEqualTo(generation);
        assertThat(heard).containsExactly("planned 0 1 0", "served");
    }

    @Test
    void onlyWhatChangedIsConverted() throws Exception {
        write("a.md", "one two");
        write("b.md", "three");
        write("c.md", "four");
        run();
        converted.clear();
        write("a.md", "one five");
        Files.delete(folder.resolve("c.md"));
        write("d.md", "six");
        ImportReport report = run();
        assertThat(converted).containsExactlyInAnyOrder("a.md", "d.md");
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(ids()).containsExactly("five", "one", "six", "three");
    }

    @Test
    void monographIsConvertedAgainWhenOneThatItMentionsComesOrGoes() throws Exception {
        write("a.md", "one @b @c");
        write("c.md", "three");
        run();
        converted.clear();
        write("d.md", "four");
        run();
        assertThat(converted).containsExactly("d.md");
        converted.clear();
        write("b.md", "two");
        run();
        assertThat(converted).containsExactlyInAnyOrder("a.md", "b.md");
        converted.clear();
        Files.delete(folder.resolve("c.md"));
        run();
        assertThat(converted).containsExactly("a.md");
        converted.clear();
        run();
        assertThat(converted).isEmpty();
    }

    @Test
    void whatAChangeLeavesAsItWasKeepsItsTime() throws Exception {
        write("a.md", "one two");
        run();
        Instant before = lastUpdated("one");
        write("a.md", "one three");
        run();
        assertThat(lastUpdated("one")).isEqualTo(before);
        assertThat(lastUpdated("three")).isAfterOrEqualTo(before);
    }

    @Test
    void anotherConverterConvertsAgain() throws Exception {
        write("a.md", "one");
        run();
        converted.clear();
        new Import(knowledge, this::convert, "version 2", List.of()).run(List.of(folder), ImportListener.NONE);
        assertThat(converted).containsExactly("a.md");
    }

    @Test
    void monographThatFailsIsReportedAndTheRestIsServed() throws Exception {
        write("a.md", "one");
        write("b.md", "two unusable");
        ImportReport report = run();
        assertThat(report.converted()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(ids()).containsExactly("one");
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.path()).isEqualTo("b.md");
            assertThat(finding.message()).contains("cannot use this");
        });
    }

    @Test
    void whatIsNoMonographIsNotCountedAsConverted() throws Exception {
        write("a.md", "one");
        write("b.md", "noise");
        ImportReport report = run();
        assertThat(report.converted()).isEqualTo(1);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.notUsable()).isEqualTo(1);
        assertThat(run().unchanged()).isEqualTo(2);
    }

    @Test
    void changedMonographThatFailsIsNotServedInItsOldVersion() throws Exception {
        write("a.md", "one");
        write("b.md", "two");
        run();
        write("b.md", "two unusable");
        run();
        assertThat(ids()).containsExactly("one");
        write("b.md", "two");
        run();
        assertThat(ids()).containsExactly("one", "two");
    }

    @Test
    void findingsOfUnchangedMonographsAreStillReported() throws Exception {
        write("a.md", "one remark");
        write("b.md", "two unusable");
        List<Finding> first = run().findings();
        assertThat(first).extracting(Finding::code).containsExactly("remark", "not-converted");
        converted.clear();
        assertThat(run().findings()).isEqualTo(first);
        assertThat(converted).isEmpty();
    }

    @Test
    void resourceOfTwoMonographsStaysWhileOneHasIt() throws Exception {
        write("a.md", "shared one");
        write("b.md", "shared two");
        run();
        Files.delete(folder.resolve("a.md"));
        run();
        assertThat(ids()).containsExactly("shared", "two");
    }

    @Test
    void monographThatContradictsAnotherIsReportedAndTriedAgain() throws Exception {
        write("a.md", "one");
        write("b.md", "one! two");
        ImportReport report = run();
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.findings()).singleElement().satisfies(f -> assertThat(f.message())
                .contains("Basic/one has another content in another source"));
        write("a.md", "three");
        write("b.md", "one! two");
        assertThat(run().failed()).isZero();
        assertThat(ids()).containsExactly("one", "three", "two");
    }

    @Test
    void movedMonographIsServedOn() throws Exception {
        write("a.md", "one");
        run();
        Files.createDirectories(folder.resolve("sub"));
        Files.move(folder.resolve("a.md"), folder.resolve("sub/a.md"));
        ImportReport report = run();
        assertThat(report.converted()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(ids()).containsExactly("one");
    }

    @Test
    void missingFolderChangesNothing() throws Exception {
        write("a.md", "one");
        run();
        List<Path> folders = List.of(folder.resolve("missing"));
        assertThatThrownBy(() -> importer(List.of()).run(folders, ImportListener.NONE))
                .isInstanceOf(UnusableFolderException.class);
        assertThat(ids()).containsExactly("one");
    }

    @Test
    void shippedResourcesAreServedBesideTheMonographs() throws Exception {
        write("a.md", "one");
        importer(List.of(shipped("1", "profile"))).run(List.of(folder), ImportListener.NONE);
        assertThat(ids()).containsExactly("one", "profile");
        long generation = generation();
        importer(List.of(shipped("1", "never asked for"))).run(List.of(folder), ImportListener.NONE);
        assertThat(generation()).isEqualTo(generation);
        importer(List.of(shipped("2", "code-system"))).run(List.of(folder), ImportListener.NONE);
        assertThat(ids()).containsExactly("code-system", "one");
        importer(List.of()).run(List.of(folder), ImportListener.NONE);
        assertThat(ids()).containsExactly("one");
    }

    @Test
    void manyMonographsAreAllServed() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            write("m" + i + ".md", "shared w" + i);
            expected.add("w" + i);
        }
        expected.add("shared");
        assertThat(run().converted()).isEqualTo(300);
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private ImportReport run() throws UnusableFolderException {
        return importer(List.of()).run(List.of(folder), new ImportListener() {
            @Override
            public void planned(int toConvert, int unchanged, int removed) {
                heard.add("planned " + toConvert + " " + unchanged + " " + removed);
            }

            @Override
            public void converted(String path) {
                heard.add(path);
            }

            @Override
            public void committing() {
                heard.add("committing");
            }

            @Override
            public void served() {
                heard.add("served");
            }
        });
    }

    private Import importer(List<ShippedResources> shipped) {
        return new Import(knowledge, this::convert, "version 1", shipped);
    }

    private static ShippedResources shipped(String fingerprint, String word) {
        return new ShippedResources(
                new Source("shipped", fingerprint), imported -> List.of(resource(word, "1", imported)));
    }

    /** A word with an exclamation mark is another version of the resource of the word without. */
    private Conversion convert(String path, byte[] content, Set<String> collection, Instant imported) {
        converted.add(path);
        Set<String> mentioned = new HashSet<>();
        List<IndexedResource> resources = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String word : new String(content, StandardCharsets.UTF_8).split(" ")) {
            if (word.equals("unusable")) {
                throw new IllegalArgumentException("cannot use this");
            } else if (word.equals("noise")) {
                findings.add(new Finding(Finding.Severity.ERROR, path, 0, "not-a-monograph", "It is none."));
            } else if (word.startsWith("@")) {
                mentioned.add(word.substring(1));
            } else if (word.equals("remark")) {
                findings.add(new Finding(Finding.Severity.INFORMATION, path, 1, "remark", "There is a remark."));
            } else {
                resources.add(resource(word.replace("!", ""), word.endsWith("!") ? "2" : "1", imported));
            }
        }
        return new Conversion(resources, findings, mentioned);
    }

    private static IndexedResource resource(String word, String version, Instant imported) {
        return new IndexedResource(
                new StoredResource(new ResourceKey("Basic", word), version, imported, new byte[] {'{', '}'}),
                List.of());
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }

    private Instant lastUpdated(String id) {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.read(new ResourceKey("Basic", id)).orElseThrow().lastUpdated();
        }
    }

    private long generation() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.generation();
        }
    }

    private List<String> ids() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.search(new Query("Basic", List.of(), 1000, Optional.empty())).resources().stream()
                    .map(r -> r.key().id())
                    .toList();
        }
    }
}
