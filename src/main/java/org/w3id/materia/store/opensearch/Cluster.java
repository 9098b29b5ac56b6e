package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.client.ClusterSettings;

/** The knowledge base's indices in the cluster, and the documents of one kind each that are read and replaced as a whole. */
final class Cluster {
    /** Of mappings and documents. Another layout has other indices, which the next import fills; those of this one stay as they are. */
    private static final int LAYOUT = 1;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String KNOWLEDGE = "knowledge";
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration LONG_TIME = Duration.ofMinutes(2);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClusterClient client;
    private final String resources;
    private final String sources;
    private final String state;

    /**
     * A document that may be replaced where nobody else has done so meanwhile.
     *
     * @param condition as query of the URL
     */
    record Versioned(JsonNode source, String condition) {}

    private Cluster(ClusterClient client, String prefix) {
        this.client = client;
        this.resources = prefix + "-resources-" + LAYOUT;
        this.sources = prefix + "-sources-" + LAYOUT;
        this.state = prefix + "-state-" + LAYOUT;
    }

    /**
     * Makes the indices that are not there, and waits until they answer.
     *
     * @throws UnusableStoreException where the cluster refuses
     */
    static Cluster open(ClusterSettings settings) {
        Cluster cluster = new Cluster(new ClusterClient(settings), settings.prefix());
        cluster.create(cluster.resources, "resources.json");
        cluster.create(cluster.sources, "sources.json");
        cluster.create(cluster.state, "state.json");
        cluster.awaitCopies();
        return cluster;
    }

    private void create(String index, String definition) {
        if (!exists(index)) {
            ClusterClient.Answer answer = client.tryTo("PUT", "/" + index, definition(definition), LONG_TIME);
            // Another process may have made it meanwhile.
            if (!answer.isOk() && !exists(index)) {
                throw new UnusableStoreException(
                        "The cluster makes no index '" + index + "': " + ClusterClient.reason(answer.body()));
            }
        }
    }

    private boolean exists(String index) {
        return client.tryTo("HEAD", "/" + index, null, TIME).isOk();
    }

    /** Indices that somebody makes at this moment are there before every node knows of a copy that it could ask. */
    private void awaitCopies() {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                state();
                resources().search(Clauses.object().put("size", 0));
                sources().search(Clauses.object().put("size", 0));
                return;
            } catch (Failure e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.busy("The cluster was not waited for any longer.");
        }
    }

    private static ObjectNode definition(String name) {
        try (InputStream in = Cluster.class.getResourceAsStream(name)) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClusterIndex resources() {
        return new ClusterIndex(client, resources);
    }

    ClusterIndex sources() {
        return new ClusterIndex(client, sources);
    }

    BulkWriter writer() {
        return new BulkWriter(client, resources, sources);
    }

    /** What is served. */
    ClusterState state() {
        return document(KNOWLEDGE).map(d -> ClusterState.of(d.source())).orElseGet(ClusterState::empty);
    }

    /**
     * Makes the generation the one that is served.
     *
     * @param base what must still be served
     * @throws IllegalStateException where another import has published meanwhile
     */
    ClusterState publish(ClusterState base, ClusterState.Commit commit) {
        ClusterState next = base.followedBy(commit, KnowledgeBase.KEPT, KnowledgeBase.KEPT_FOR);
        Optional<Versioned> before = document(KNOWLEDGE);
        long served = before.map(d -> ClusterState.of(d.source()))
                .orElseGet(ClusterState::empty)
                .newest()
                .number();
        boolean published = served == base.newest().number() && replace(KNOWLEDGE, before, next.toJson());
        // What was sent twice may have been taken the first time.
        if (!published && state().newest().number() != commit.number()) {
            throw new IllegalStateException("another import has been published meanwhile");
        }
        return next;
    }

    Optional<Versioned> document(String id) {
        ClusterClient.Answer answer =
                client.tryTo("GET", "/" + state + "/_doc/" + id + "?preference=_local", null, TIME);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        requireOk("the document '" + id + "'", answer);
        JsonNode body = answer.body();
        return Optional.of(new Versioned(
                body.path("_source"),
                "if_seq_no=" + body.path("_seq_no").asLong() + "&if_primary_term="
                        + body.path("_primary_term").asLong()));
    }

    /**
     * Replaces the document, or makes it.
     *
     * @param before what it must still be; empty where it must not be there
     * @return false where somebody else has changed it
     */
    boolean replace(String id, Optional<Versioned> before, ObjectNode source) {
        String condition = before.map(Versioned::condition).orElse("op_type=create");
        ClusterClient.Answer answer = client.tryTo("PUT", "/" + state + "/_doc/" + id + "?" + condition, source, TIME);
        if (answer.status() == CONFLICT) {
            return false;
        }
        requireOk("a change of the document '" + id + "'", answer);
        return true;
    }

    /** A refusal must not be taken for there being nothing. */
    private static void requireOk(String what, ClusterClient.Answer answer) {
        if (!answer.isOk()) {
            throw new UnusableStoreException(
                    "The cluster refuses " + what + ": " + ClusterClient.reason(answer.body()));
        }
    }
}
