package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.w3id.materia.store.TestResources.key;
import static org.w3id.materia.store.TestResources.put;
import static org.w3id.materia.store.TestResources.resource;
import static org.w3id.materia.store.TestResources.version;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Finding;

/** What imports do, and who sees it when. */
class GenerationsTest {
    private static final Instant LATER = TestResources.UPDATED.plusSeconds(60);

    @TempDir
    Path data;

    private Instant now = Instant.parse("2026-05-01T00:00:00Z");
    private KnowledgeBase knowledge;

    @BeforeEach
    void open() {
        knowledge = TestStores.open(data, () -> now);
    }

    @AfterEach
    void close() {
        knowledge.close();
    }

    @Test
    void newKnowledgeBaseIsEmpty() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            assertThat(snapshot.generation()).isZero();
            assertThat(snapshot.counts()).isEmpty();
            assertThat(snapshot.sources()).isEmpty();
            assertThat(snapshot.read(key("a"))).isEmpty();
        }
    }

    @Test
    void readGivesWhatWasPut() {
        IndexedResource put = resource("a");
        put(knowledge, "s", put);
        try (Snapshot snapshot = knowledge.snapshot()) {
            assertThat(snapshot.read(key("a"))).get().usingRecursiveComparison().isEqualTo(put.resource());
            assertThat(snapshot.read(new ResourceKey("Medication", "a"))).isEmpty();
            assertThat(snapshot.committed()).isEqualTo(now);
        }
    }

    @Test
    void snapshotStaysAsItIsUnderAnImport() {
        put(knowledge, "s", resource("a"), resource("b"));
        try (Snapshot before = knowledge.snapshot()) {
            put(knowledge, "s", version(key("a"), "2", LATER));
            assertThat(versionOf(before, "a")).contains("1");
            assertThat(versionOf(before, "b")).contains("1");
            assertThat(before.counts()).isEqualTo(Map.of(TestResources.TYPE, 2));
            try (Snapshot after = knowledge.snapshot()) {
                assertThat(after.generation()).isGreaterThan(before.generation());
                assertThat(versionOf(after, "a")).contains("2");
                assertThat(versionOf(after, "b")).isEmpty();
                assertThat(after.counts()).isEqualTo(Map.of(TestResources.TYPE, 1));
            }
        }
    }

    @Test
    void sessionWithoutCommitLeavesNothing() {
        put(knowledge, "s", resource("a"));
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source("t", "1"), List.of(resource("b")));
            session.remove("s");
        }
        assertThat(ids()).containsExactly("a");
        knowledge.close();
        knowledge = TestStores.open(data);
        assertThat(ids()).containsExactly("a");
        assertThat(sources()).containsOnlyKeys("s");
    }

    @Test
    void sessionWithoutChangesCommitsNothing() {
        put(knowledge, "s", resource("a"));
        long generation = generation();
        try (ImportSession session = knowledge.beginImport()) {
            session.commit();
        }
        assertThat(generation()).isEqualTo(generation);
    }

    @Test
    void contentAndGenerationSurviveAReopening() {
        put(knowledge, "s", resource("a"));
        long generation = generation();
        knowledge.close();
        knowledge = TestStores.open(data);
        assertThat(generation()).isEqualTo(generation);
        assertThat(ids()).containsExactly("a");
        assertThat(sources()).isEqualTo(Map.of("s", "1"));
    }

    @Test
    void unchangedVersionKeepsItsTime() {
        put(knowledge, "s", resource("a"), resource("b"));
        put(knowledge, "s", version(key("a"), "1", LATER), version(key("b"), "2", LATER));
        try (Snapshot snapshot = knowledge.snapshot()) {
            assertThat(snapshot.read(key("a")).orElseThrow().lastUpdated()).isEqualTo(TestResources.UPDATED);
            assertThat(snapshot.read(key("b")).orElseThrow().lastUpdated()).isEqualTo(LATER);
        }
    }

    @Test
    void sharedResourceLivesAsLongAsOneSourceHoldsIt() {
        put(knowledge, "s", resource("shared"), resource("s-own"));
        put(knowledge, "t", resource("shared"));
        remove("s");
        assertThat(ids()).containsExactly("shared");
        put(knowledge, "u", resource("shared"));
        put(knowledge, "t", resource("t-own"));
        assertThat(ids()).containsExactly("shared", "t-own");
        remove("u");
        assertThat(ids()).containsExactly("t-own");
    }

    @Test
    void resourceMovesFromOneSourceToAnotherInOneImport() {
        put(knowledge, "s", resource("a"));
        try (ImportSession session = knowledge.beginImport()) {
            session.remove("s");
            session.put(new Source("t", "1"), List.of(resource("a")));
            session.commit();
        }
        assertThat(ids()).containsExactly("a");
        assertThat(sources()).containsOnlyKeys("t");
    }

    @Test
    void twoVersionsOfOneResourceInOneImportAreRefused() {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source("s", "1"), List.of(resource("a")));
            List<IndexedResource> conflicting = List.of(resource("b"), version(key("a"), "2", LATER));
            assertThatThrownBy(() -> session.put(new Source("t", "1"), conflicting))
                    .isInstanceOf(ConflictingResourceException.class)
                    .hasMessageContaining("MedicationKnowledge/a");
            session.put(new Source("t", "1"), List.of(resource("c")));
            session.commit();
        }
        assertThat(ids()).containsExactly("a", "c");
    }

    @Test
    void sourceIsChangedOnceInASession() {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source("s", "1"), List.of());
            assertThatThrownBy(() -> session.remove("s"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("source s");
        }
    }

    @Test
    void oneImportRunsAtATime() {
        try (ImportSession running = knowledge.beginImport()) {
            assertThatThrownBy(() -> knowledge.beginImport()).isInstanceOf(IllegalStateException.class);
            running.commit();
        }
        put(knowledge, "s", resource("a"));
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void closingUndoesARunningImport() {
        ImportSession session = knowledge.beginImport();
        session.put(new Source("s", "1"), List.of(resource("a")));
        knowledge.close();
        assertThatThrownBy(() -> session.put(new Source("t", "1"), List.of()))
                .isInstanceOf(IllegalStateException.class);
        session.close();
        knowledge = TestStores.open(data);
        assertThat(ids()).isEmpty();
    }

    @Test
    void findingsAreKeptWithTheirSource() {
        Finding finding =
                new Finding(Finding.Severity.WARNING, "a.md", 3, "section-missing", "There is no dosing – “x”.");
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source("s", "1", List.of(finding)), List.of());
            session.commit();
        }
        try (Snapshot snapshot = knowledge.snapshot()) {
            assertThat(snapshot.findings()).containsExactly(finding);
        }
        put(knowledge, "s");
        try (Snapshot snapshot = knowledge.snapshot()) {
            assertThat(snapshot.findings()).isEmpty();
        }
    }

    @Test
    void earlierGenerationIsKeptForItsTime() {
        put(knowledge, "s", resource("a"));
        long first = generation();
        put(knowledge, "s", resource("b"));
        now = now.plus(KnowledgeBase.KEPT_FOR);
        try (Snapshot earlier = knowledge.snapshot(first).orElseThrow()) {
            assertThat(versionOf(earlier, "a")).contains("1");
            assertThat(versionOf(earlier, "b")).isEmpty();
        }
        now = now.plus(Duration.ofMillis(1));
        assertThat(knowledge.snapshot(first)).isEmpty();
    }

    @Test
    void boundedNumberOfEarlierGenerationsIsKept() {
        put(knowledge, "s", version(key("a"), "0", LATER));
        long first = generation();
        for (int i = 1; i <= KnowledgeBase.KEPT; i++) {
            put(knowledge, "s", version(key("a"), Integer.toString(i), LATER));
        }
        try (Snapshot earliest = knowledge.snapshot(first).orElseThrow()) {
            assertThat(versionOf(earliest, "a")).contains("0");
            put(knowledge, "s", version(key("a"), "last", LATER));
            assertThat(knowledge.snapshot(first)).isEmpty();
            assertThat(versionOf(earliest, "a"))
                    .as("a snapshot in hand stays open")
                    .contains("0");
        }
    }

    @Test
    void newestGenerationIsFoundByItsNumber() {
        put(knowledge, "s", resource("a"));
        try (Snapshot newest = knowledge.snapshot(generation()).orElseThrow()) {
            assertThat(versionOf(newest, "a")).contains("1");
        }
        assertThat(knowledge.snapshot(generation() + 1)).isEmpty();
    }

    private void remove(String source) {
        try (ImportSession session = knowledge.beginImport()) {
            session.remove(source);
            session.commit();
        }
    }

    private static Optional<String> versionOf(Snapshot snapshot, String id) {
        return snapshot.read(key(id)).map(r -> r.versionId());
    }

    private long generation() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.generation();
        }
    }

    private Map<String, String> sources() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot.sources();
        }
    }

    private List<String> ids() {
        try (Snapshot snapshot = knowledge.snapshot()) {
            return snapshot
                    .search(new org.w3id.materia.store.Query(TestResources.TYPE, List.of(), 100, Optional.empty()))
                    .resources()
                    .stream()
                    .map(r -> r.key().id())
                    .toList();
        }
    }
}
