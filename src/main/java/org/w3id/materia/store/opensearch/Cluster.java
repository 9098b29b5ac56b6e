package org.w3id.materia.store.opensearch;

import java.util.Optional;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** The knowledge base's indices in the cluster. */
final class Cluster {
    /** Of mappings and documents. Another layout has other indices, which the next import fills; those of this one stay as they are. */
    private static final int LAYOUT = 1;

    private static final String KNOWLEDGE = "knowledge";

    private final ClusterClient client;
    private final String resources;
    private final String sources;
    private final WholeDocuments documents;

    private Cluster(ClusterClient client, String prefix) {
        this.client = client;
        this.resources = prefix + "-resources-" + LAYOUT;
        this.sources = prefix + "-sources-" + LAYOUT;
        String state = prefix + "-state-" + LAYOUT;
        this.documents = new WholeDocuments(client, state);
        WholeDocuments.makeIndex(client, resources, "resources.json");
        WholeDocuments.makeIndex(client, sources, "sources.json");
        WholeDocuments.makeIndex(client, state, "state.json");
    }

    /**
     * Makes the indices that are not there, and waits until they answer.
     *
     * @throws UnusableStoreException where the cluster refuses
     */
    static Cluster open(ClusterSettings settings) {
        Cluster cluster = new Cluster(new ClusterClient(settings), settings.prefix());
        Startup.await(() -> {
            cluster.state();
            cluster.resources().search(Clauses.object().put("size", 0));
            cluster.sources().search(Clauses.object().put("size", 0));
        });
        return cluster;
    }

    ClusterIndex resources() {
        return new ClusterIndex(client, resources);
    }

    ClusterIndex sources() {
        return new ClusterIndex(client, sources);
    }

    /** The state, and the right to import. */
    WholeDocuments documents() {
        return documents;
    }

    BulkWriter writer() {
        return new BulkWriter(client, resources, sources);
    }

    /** What is served. */
    ClusterState state() {
        return documents.get(KNOWLEDGE).map(d -> ClusterState.of(d.source())).orElseGet(ClusterState::empty);
    }

    /**
     * Makes the generation the one that is served.
     *
     * @param base what must still be served
     * @throws IllegalStateException where another import has published meanwhile
     */
    ClusterState publish(ClusterState base, ClusterState.Commit commit) {
        ClusterState next = base.followedBy(commit, KnowledgeBase.KEPT, KnowledgeBase.KEPT_FOR);
        Optional<WholeDocuments.Versioned> before = documents.get(KNOWLEDGE);
        long served = before.map(d -> ClusterState.of(d.source()))
                .orElseGet(ClusterState::empty)
                .newest()
                .number();
        boolean published = served == base.newest().number() && documents.replace(KNOWLEDGE, before, next.toJson());
        // What was sent twice may have been taken the first time.
        if (!published && state().newest().number() != commit.number()) {
            throw new IllegalStateException("another import has been published meanwhile");
        }
        return next;
    }
}
