package org.w3id.materia.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SeverableCluster;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.opensearch.OpenSearchWork;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** Exports that several processes share, here as several objects that have nothing in common but the cluster. */
@Tag("cluster")
@Timeout(120)
class SharedExportsTest {
    private static final ExportRequest EVERYTHING = new ExportRequest("http://x/$export", List.of(), Optional.empty());
    private static final ExportLimits LIMITS = new ExportLimits(1, 2, Duration.ofHours(24), 2);
    private static final String FILE = "Medication.ndjson";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final List<AutoCloseable> opened = new ArrayList<>();
    private ClusterSettings cluster;
    private KnowledgeBase knowledge;

    @BeforeEach
    void open() {
        TestStores.requireCluster();
        cluster = TestStores.cluster(folder);
        knowledge = TestStores.openInCluster(folder, InstantSource.system());
        opened.add(knowledge);
        put("first", 5);
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void oneServesWhatAnotherHasWritten() throws IOException {
        Exports one = exports("one", knowledge, cluster);
        Exports other = exports("other", knowledge, cluster);
        ExportJob begun = one.submit(EVERYTHING);
        ExportJob job = finished(other, begun.id());
        assertThat(job).isEqualTo(one.job(begun.id()));
        assertThat(job.result().orElseThrow().files()).containsExactly(new ExportFile("Medication", 5));
        for (boolean compressed : List.of(false, true)) {
            Path written = one.file(job.id(), FILE, compressed);
            Path copied = other.file(job.id(), FILE, compressed);
            assertThat(copied).isNotEqualTo(written).hasSameBinaryContentAs(written);
        }
        assertThat(other.file(job.id(), FILE, false)).content(UTF_8).hasLineCount(5);
    }

    @Test
    void whatOneRemovesIsGoneForAllAndLeavesNothing() throws IOException {
        Exports one = exports("one", knowledge, cluster);
        Exports other = exports("other", knowledge, cluster);
        one.resume();
        other.resume();
        String id = one.submit(EVERYTHING).id();
        finished(other, id);
        other.file(id, FILE, true);
        assertThat(parts()).isEqualTo(1);
        other.remove(id);
        for (Exports each : List.of(one, other)) {
            assertThatThrownBy(() -> each.job(id)).isInstanceOf(Failure.class).hasMessageContaining(id);
            assertThatThrownBy(() -> each.file(id, FILE, true)).isInstanceOf(Failure.class);
        }
        await(() -> isEmpty("one") && isEmpty("other") && parts() == 0);
    }

    @Test
    void whatOneRemovesAnotherNoLongerWrites() throws IOException {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        Exports one = exports("one", hindered, cluster);
        Exports other = exports("other", knowledge, cluster);
        String id = one.submit(EVERYTHING).id();
        hindered.reached();
        assertThat(other.job(id).result()).isEmpty();
        assertThat(other.progress(other.job(id))).contains("another server");
        other.remove(id);
        one.resume(); // Which looks.
        hindered.goOn();
        await(() -> isEmpty("one"));
        assertThatThrownBy(() -> one.job(id)).isInstanceOf(Failure.class);
    }

    @Test
    void whatOneWritesNobodyElseDoes() {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        Exports one = exports("one", hindered, cluster);
        Exports other = exports("other", knowledge, cluster);
        ExportJob job = one.submit(EVERYTHING);
        hindered.reached();
        other.resume(); // Which looks, from now on.
        long end = System.nanoTime() + 3 * cluster.leaseTime().toNanos();
        while (System.nanoTime() < end) {
            assertThat(other.job(job.id()).result()).isEmpty();
        }
        hindered.goOn();
        assertThat(finished(other, job.id()).result().orElseThrow().files()).hasSize(1);
    }

    /** As it is of one that is killed, or whose machine has gone: it is heard of no more. */
    @Test
    void whatOneHasBegunThatIsCutOffAnotherEnds() throws IOException {
        try (SeverableCluster way = new SeverableCluster(cluster)) {
            HinderedSearches hindered = new HinderedSearches(knowledge);
            Exports one = exports("one", hindered, way.settings());
            Exports other = exports("other", knowledge, cluster);
            String id = one.submit(EVERYTHING).id();
            hindered.reached();
            way.cut();
            put("second", 7); // The files of the one and of the other are not the same.
            other.resume();
            ExportJob job = finished(other, id);
            assertThat(job.request()).isEqualTo(EVERYTHING);
            assertThat(job.result().orElseThrow().files()).containsExactly(new ExportFile("Medication", 7));

            way.mend();
            hindered.goOn(); // It does not know yet that it was too late.
            await(() -> one.progress(job).contains("another server") && reaches(one, id));
            assertThat(one.job(id)).isEqualTo(job);
            assertThat(one.file(id, FILE, false)).hasSameBinaryContentAs(other.file(id, FILE, false));
        }
    }

    @Test
    void whatOneHasBegunThatStopsAnotherEnds() {
        HinderedSearches hindered = new HinderedSearches(knowledge);
        Exports one = exports("one", hindered, cluster);
        String id = one.submit(EVERYTHING).id();
        hindered.reached();
        Thread closing = new Thread(one::close);
        closing.start();
        hindered.goOnWhenWaitedForBy(closing);
        Exports other = exports("other", knowledge, cluster);
        other.resume();
        assertThat(finished(other, id).result().orElseThrow().files()).containsExactly(new ExportFile("Medication", 5));
    }

    @Test
    void finishedOnesOutliveTheProcessesThatWroteThem() throws IOException {
        String id;
        try (Exports one = exports("one", knowledge, cluster)) {
            id = one.submit(EVERYTHING).id();
            finished(one, id);
        }
        Exports again = exports("one", knowledge, cluster);
        assertThat(files("one")).isEmpty();
        assertThat(again.file(id, FILE, false)).content(UTF_8).hasLineCount(5);
    }

    @Test
    void theLimitIsMeantOfAllTogetherAndExpiryToo() throws IOException {
        Exports one = exports("one", knowledge, cluster);
        Exports other = exports("other", knowledge, cluster);
        String first = one.submit(EVERYTHING).id();
        finished(one, first);
        finished(other, other.submit(EVERYTHING).id());
        assertThatThrownBy(() -> one.submit(EVERYTHING))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.category()).isEqualTo(Failure.Category.BUSY));
        now.set(now.get().plus(LIMITS.keptFor()));
        assertThatThrownBy(() -> other.job(first)).isInstanceOf(Failure.class);
        finished(other, one.submit(EVERYTHING).id());
    }

    @Test
    void aCopyThatComesDamagedIsNotServed() throws IOException {
        Exports one = exports("one", knowledge, cluster);
        Exports other = exports("other", knowledge, cluster);
        String id = finished(one, one.submit(EVERYTHING).id()).id();
        Path run = files("one").get(0).getParent();
        Path damaged = Files.write(folder.resolve("damaged"), new byte[(int) Files.size(run.resolve(FILE + ".gz"))]);
        OpenSearchWork.open(cluster, "exports").put(id, run.getFileName() + "~" + FILE + ".gz", damaged);
        assertThatThrownBy(() -> other.file(id, FILE, true)).hasMessageContaining("another content");
        assertThatThrownBy(() -> other.file(id, FILE, false)).hasMessageContaining("another content");
    }

    private Exports exports(String name, KnowledgeBase content, ClusterSettings way) {
        Exports exports =
                Exports.shared(OpenSearchWork.open(way, "exports"), folder.resolve(name), content, LIMITS, now::get);
        opened.add(exports);
        return exports;
    }

    private static ExportJob finished(Exports exports, String id) {
        await(() -> exports.job(id).result().isPresent());
        return exports.job(id);
    }

    private static boolean reaches(Exports exports, String id) {
        try {
            exports.job(id);
            return true;
        } catch (Failure e) {
            assertThat(e.category()).isEqualTo(Failure.Category.UNAVAILABLE);
            return false;
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) {
        try {
            while (!condition.holds()) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty(String name) {
        return folder.resolve(name).toFile().list().length == 0;
    }

    /** Documents in the cluster that are parts of files. */
    private int parts() {
        ClusterIndex index = new ClusterIndex(new ClusterClient(cluster), cluster.prefix() + "-exports-1");
        index.refresh();
        return ClusterIndex.total(index.search(Clauses.object()
                .put("size", 0)
                .set("query", Clauses.object("exists", Clauses.object().put("field", "entry")))));
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(name))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void put(String source, int count) {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(
                    new Source("source", source),
                    IntStream.range(0, count)
                            .mapToObj(i -> new IndexedResource(resource(i), List.of()))
                            .toList());
            session.commit();
        }
    }

    private static StoredResource resource(int number) {
        String json = "{\"resourceType\":\"Medication\",\"id\":\"r" + number + "\",\"note\":\"Größe\"}";
        return new StoredResource(
                new ResourceKey("Medication", "r" + number),
                "1",
                Instant.parse("2026-11-23T01:50:24.123Z"),
                json.getBytes(UTF_8));
    }
}
