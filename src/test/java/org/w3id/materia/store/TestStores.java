package org.w3id.materia.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.w3id.materia.store.lucene.LuceneKnowledgeBase;
import org.w3id.materia.store.opensearch.OpenSearchKnowledgeBase;
import org.w3id.materia.store.opensearch.client.ClusterSettings;
import org.w3id.materia.store.opensearch.client.ClusterTls;

/**
 * The store that tests run against, by the system property {@code materia.test.store}: the embedded one where it is not set; for
 * {@code opensearch} a cluster of one node that is started for them; or the cluster of a node that is there, such as
 * {@code http://127.0.0.1:9200}. The same tests hold for all.
 */
public final class TestStores {
    private static final String STORE = System.getProperty("materia.test.store", "embedded");

    /** Started when the first test asks; ends with this process. */
    private static final class Node {
        static final URI ADDRESS =
                STORE.equals("opensearch") ? OpenSearchProcess.start().address() : URI.create(STORE);
    }

    private TestStores() {}

    /** The knowledge base that belongs to a folder. */
    public static KnowledgeBase open(Path data) {
        return open(data, InstantSource.system());
    }

    public static KnowledgeBase open(Path data, InstantSource clock) {
        return STORE.equals("embedded")
                ? LuceneKnowledgeBase.open(data, clock)
                : OpenSearchKnowledgeBase.open(cluster(data), clock);
    }

    /** Skips the calling test, saying so, where there is no cluster. */
    public static void requireCluster() {
        if (STORE.equals("embedded")) {
            System.out.println("SKIPPED: no cluster is named by the property materia.test.store");
            Assumptions.abort("no cluster");
        }
    }

    /** The cluster, with indices that belong to the folder. */
    public static ClusterSettings cluster(Path data) {
        String name = data.toAbsolutePath().toString();
        UUID prefix = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new ClusterSettings(
                List.of(Node.ADDRESS), "test-" + prefix, Optional.empty(), ClusterTls.USUAL, Duration.ofSeconds(2));
    }
}
