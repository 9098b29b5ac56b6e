package org.w3id.materia.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.w3id.materia.clients.Program;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.store.opensearch.OpenSearchKnowledgeBase;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.store.opensearch.client.ClusterTls;

/**
 * The store that tests run against, by the system property {@code materia.test.store}: the embedded one where it is not set; for
 * {@code opensearch} a cluster of one node that is started for them; or the cluster of a node that is there, such as
 * {@code http://127.0.0.1:9200}. The same tests hold for all. What only a cluster can show is tested on one whatever the property says.
 */
public final class TestStores {
    private static final String EMBEDDED = "embedded";
    private static final String STARTED = "opensearch";
    private static final String STORE = System.getProperty("materia.test.store", EMBEDDED);
    private static final boolean IS_ELSEWHERE = !List.of(EMBEDDED, STARTED).contains(STORE);

    /** Started when the first test asks; ends with this process. */
    private static final class Node {
        static final URI ADDRESS =
                IS_ELSEWHERE ? URI.create(STORE) : OpenSearchProcess.start().address();
    }

    private TestStores() {}

    /** The knowledge base that belongs to a folder. */
    public static KnowledgeBase open(Path data) {
        return open(data, InstantSource.system());
    }

    public static KnowledgeBase open(Path data, InstantSource clock) {
        return STORE.equals(EMBEDDED) ? LuceneKnowledgeBase.open(data, clock) : openInCluster(data, clock);
    }

    /** The one that belongs to a folder and is in a cluster. */
    public static KnowledgeBase openInCluster(Path data, InstantSource clock) {
        return OpenSearchKnowledgeBase.open(cluster(data), clock);
    }

    /** Skips the calling test, saying so, where no cluster is named and none can be started. */
    public static void requireCluster() {
        Program.require(
                IS_ELSEWHERE || OpenSearchInstallation.ofThisBuild().isThere(),
                "OpenSearch",
                "run mvn verify, which puts it together in target, or name a node by the property materia.test.store");
    }

    /** The cluster, with indices that belong to the folder. */
    public static ClusterSettings cluster(Path data) {
        String name = data.toAbsolutePath().toString();
        UUID prefix = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new ClusterSettings(
                List.of(Node.ADDRESS), "test-" + prefix, Optional.empty(), ClusterTls.USUAL, Duration.ofSeconds(2));
    }
}
