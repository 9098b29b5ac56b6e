package org.w3id.materia.store.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.w3id.materia.store.TestResources.key;
import static org.w3id.materia.store.TestResources.put;
import static org.w3id.materia.store.TestResources.resource;
import static org.w3id.materia.store.TestResources.version;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ImportRunningException;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.TestResources;
import org.w3id.materia.store.TestStores;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;

/** What several processes see of one knowledge base, here as several objects that share nothing but the cluster. */
@Tag("cluster")
class SharedClusterTest {
    @TempDir
    Path data;

    private OpenSearchKnowledgeBase one;
    private OpenSearchKnowledgeBase other;

    @BeforeEach
    void open() {
        TestStores.requireCluster();
        one = OpenSearchKnowledgeBase.open(TestStores.cluster(data));
        other = OpenSearchKnowledgeBase.open(TestStores.cluster(data));
    }

    @AfterEach
    void close() {
        Stream.of(one, other).filter(Objects::nonNull).forEach(OpenSearchKnowledgeBase::close);
    }

    @Test
    void allServeWhatOneImports() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        other.onCommit(told::countDown);
        put(one, "s", resource("a"));
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ids(other)).isEqualTo(ids(one)).isEqualTo(Map.of(TestResources.TYPE, 1));
    }

    /** As all do that are started together on a new cluster. */
    @Test
    void manyMayMakeTheIndicesAtOnce() {
        ClusterSettings fresh = TestStores.cluster(data.resolve("fresh"));
        List<CompletableFuture<OpenSearchKnowledgeBase>> opening = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> OpenSearchKnowledgeBase.open(fresh)))
                .limit(4)
                .toList();
        for (CompletableFuture<OpenSearchKnowledgeBase> each : opening) {
            try (OpenSearchKnowledgeBase opened = each.join()) {
                assertThat(ids(opened)).isEmpty();
            }
        }
    }

    @Test
    void oneImportsAtATime() {
        try (ImportSession session = one.beginImport()) {
            assertThatThrownBy(other::beginImport).isInstanceOf(ImportRunningException.class);
            session.put(new Source("s", "1"), List.of(resource("a")));
            session.commit();
        }
        put(other, "t", resource("b"));
        assertThat(ids(other)).isEqualTo(Map.of(TestResources.TYPE, 2));
    }

    @Test
    void whatWasNotCommittedIsUndoneByTheNextImport() {
        put(one, "s", resource("a"), resource("b"));
        ClusterSettings cluster = TestStores.cluster(data);
        Cluster index = Cluster.open(cluster);
        abandonImport(index, index.state());

        put(other, "t", resource("c"));

        try (Snapshot now = other.snapshot()) {
            assertThat(now.read(key("a")).orElseThrow().versionId()).isEqualTo("1");
            assertThat(now.read(key("b"))).isPresent();
            assertThat(now.read(key("x"))).isEmpty();
            assertThat(now.sources()).containsOnlyKeys("s", "t");
            assertThat(now.counts()).isEqualTo(Map.of(TestResources.TYPE, 3));
        }
    }

    /** As far as an import comes that is killed before its commit, and in every kind of change. */
    private static void abandonImport(Cluster index, ClusterState base) {
        BulkWriter writer = index.writer();
        long generation = base.newest().number() + 1;
        ResourceChanges changes =
                new ResourceChanges(index.resources(), writer, base.newest(), generation, TestResources.UPDATED);
        changes.put(List.of(version(key("a"), "2", TestResources.UPDATED.plusSeconds(1)), resource("x")));
        changes.remove(List.of(key("b")));
        writer.addSource(
                SourceId.of("s", generation), Documents.of(new Source("s", "2"), List.<ResourceKey>of(), generation));
        writer.flush();
    }

    /** More than are read at once, all of one generation. */
    @Test
    void everySourceThatAnUnfinishedImportEndedIsThereAgain() {
        try (ImportSession session = one.beginImport()) {
            for (int i = 0; i < 1100; i++) {
                session.put(new Source("source " + i, "1"), List.of());
            }
            session.commit();
        }
        Cluster index = Cluster.open(TestStores.cluster(data));
        ClusterState base = index.state();
        BulkWriter writer = index.writer();
        for (int i = 0; i < 1100; i++) {
            writer.changeSource(
                    SourceId.of("source " + i, base.newest().number()),
                    Clauses.object().put(Fields.TO, base.newest().number() + 1));
        }
        writer.flush();

        put(other, "another", resource("a"));

        try (Snapshot now = other.snapshot()) {
            assertThat(now.sources()).hasSize(1101);
        }
    }

    @Test
    void aRefusalIsNotTakenForThereBeingNothing() throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            boolean isIndex = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(isIndex ? 200 : 403, -1);
            exchange.close();
        });
        refusing.start();
        try {
            ClusterSettings settings =
                    at(URI.create("http://127.0.0.1:" + refusing.getAddress().getPort()));
            assertThatThrownBy(() -> OpenSearchKnowledgeBase.open(settings))
                    .isInstanceOf(UnusableStoreException.class)
                    .hasMessageContaining("refuses");
        } finally {
            refusing.stop(0);
        }
    }

    @Test
    void aHolderThatShowsNoSignOfLifeLosesTheImport() {
        WholeDocuments documents = Cluster.open(TestStores.cluster(data)).documents();
        // What a process leaves that is killed: the lease says that it holds it, and never changes again.
        documents.put("import", Clauses.object().put("holder", "killed"));
        put(one, "s", resource("a"));
        assertThat(ids(one)).isEqualTo(Map.of(TestResources.TYPE, 1));
    }

    @Test
    void aDeadNodeIsPassedOver() {
        put(one, "s", resource("a"));
        ClusterSettings withDeadNode = at(
                URI.create("http://127.0.0.1:1"),
                TestStores.cluster(data).nodes().get(0));
        try (OpenSearchKnowledgeBase third = OpenSearchKnowledgeBase.open(withDeadNode);
                Snapshot now = third.snapshot()) {
            assertThat(now.read(key("a"))).isPresent();
        }
    }

    /** As a machine does that is overloaded, or whose network is gone: it takes connections and says nothing. */
    @Test
    @Timeout(value = 9, unit = TimeUnit.SECONDS) // Less than a node has for its answer.
    void aNodeThatHangsHoldsUpNobodyForLong() throws IOException {
        put(one, "s", resource("a"));
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ClusterClient client = new ClusterClient(at(
                    URI.create("http://127.0.0.1:" + hanging.getLocalPort()),
                    TestStores.cluster(data).nodes().get(0)));
            for (int i = 0; i < 20; i++) {
                assertThat(client.tryTo("GET", "/_cluster/health", null, Duration.ofSeconds(60))
                                .isOk())
                        .isTrue();
            }
        }
    }

    @Test
    void aClusterThatIsGoneIsSaidToBeUnavailable() {
        ClusterSettings gone = at(URI.create("http://127.0.0.1:1"));
        assertThatThrownBy(() -> OpenSearchKnowledgeBase.open(gone))
                .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.category())
                        .isEqualTo(Failure.Category.UNAVAILABLE));
    }

    private ClusterSettings at(URI... nodes) {
        ClusterSettings cluster = TestStores.cluster(data);
        return new ClusterSettings(
                List.of(nodes), cluster.prefix(), cluster.authorization(), cluster.tls(), cluster.leaseTime());
    }

    private static Map<String, Integer> ids(OpenSearchKnowledgeBase knowledge) {
        try (Snapshot now = knowledge.snapshot()) {
            return now.counts();
        }
    }
}
