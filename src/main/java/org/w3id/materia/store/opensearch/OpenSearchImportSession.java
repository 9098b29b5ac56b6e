package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SessionClaims;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.Visibility;

/**
 * One import. What it writes is of a generation that nobody asks yet; the commit makes it the one that is served. What is left of one that
 * did not commit, the next one undoes.
 */
final class OpenSearchImportSession implements ImportSession {
    /** What the session tells the knowledge base. */
    interface Listener {
        /** This is served from now on. */
        void committed(ClusterState state);

        /** The session has ended. */
        void ended();
    }

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchImportSession.class);
    private static final int SOURCES_AT_ONCE = 200;

    private final Cluster cluster;
    private final Lease lease;
    private final ClusterState base;
    private final Instant now;
    private final long generation;
    private final Listener listener;
    private final BulkWriter writer;
    private final ResourceChanges changes;
    private final SessionClaims claims = new SessionClaims();

    /** Documents of the sources that the base has. */
    private final Map<String, String> before = new HashMap<>();

    private boolean open = true;
    private boolean committed;

    /**
     * @param lease which the session gives back
     * @param base what is served
     * @param now when removed resources will be said to have been removed, and the commit to have been
     */
    OpenSearchImportSession(Cluster cluster, Lease lease, ClusterState base, Instant now, Listener listener) {
        this.cluster = cluster;
        this.lease = lease;
        this.base = base;
        this.now = now;
        this.generation = base.nextNumber(now);
        this.listener = listener;
        this.writer = cluster.writer();
        this.changes = new ResourceChanges(cluster.resources(), writer, base.newest(), generation, now);
        new UnfinishedImport(cluster, base.newest().number()).undo();
        if (base.newest().number() > 0) {
            ObjectNode all = visibility().current(Clauses.everything());
            forEachSource(
                    all,
                    List.of(Fields.SOURCE),
                    hit -> before.put(
                            hit.path("_source").path(Fields.SOURCE).asText(),
                            hit.path("_id").asText()));
        }
    }

    @Override
    public void put(Source source, List<IndexedResource> resources) {
        begin(source.id());
        changes.put(claims.claim(source, resources));
        endSource(source.id());
        List<ResourceKey> keys =
                resources.stream().map(r -> r.resource().key()).distinct().toList();
        writer.addSource(SourceId.of(source.id(), generation), Documents.of(source, keys, generation));
    }

    @Override
    public void remove(String sourceId) {
        begin(sourceId);
        endSource(sourceId);
    }

    /** The source is another one, or none, from this generation on. */
    private void endSource(String sourceId) {
        String document = before.get(sourceId);
        if (document != null) {
            writer.changeSource(document, Clauses.object().put(Fields.TO, generation));
        }
    }

    @Override
    public synchronized void commit() {
        requireOpen();
        if (committed) {
            throw new IllegalStateException("a session commits once");
        }
        if (claims.sources().isEmpty()) {
            return;
        }
        changes.remove(orphans());
        writer.flush();
        cluster.resources().refresh();
        cluster.sources().refresh();
        changes.requireWritten();
        lease.require();
        ClusterState next = cluster.publish(base, new ClusterState.Commit(generation, now, changes.lastEntry()));
        committed = true;
        listener.committed(next);
        deleteExpired(next.oldest());
    }

    /** What no generation has any more that anybody may ask. Where it fails, the next import does it. */
    private void deleteExpired(long oldest) {
        try {
            cluster.resources().delete(Clauses.numbers(Fields.GONE, "lte", oldest));
            cluster.sources().delete(Clauses.numbers(Fields.TO, "lte", oldest));
        } catch (Failure e) {
            LOG.warn("What has expired is deleted by the next import: {}", e.getMessage());
        }
    }

    /** What the changed sources held, and neither they nor any other source holds now. */
    private Set<ResourceKey> orphans() {
        Set<String> orphans = new HashSet<>();
        List<String> changed =
                claims.sources().stream().filter(before::containsKey).toList();
        for (List<String> some : parts(changed, SOURCES_AT_ONCE)) {
            forEachSource(
                    Clauses.terms(Fields.SOURCE, some), List.of(Fields.KEYS), hit -> forEachKey(hit, orphans::add));
        }
        orphans.removeIf(key -> claims.has(Documents.key(key)));
        for (List<String> some : parts(List.copyOf(orphans), ResourceChanges.AT_ONCE)) {
            forEachSource(Clauses.terms(Fields.KEYS, some), List.of(Fields.SOURCE, Fields.KEYS), hit -> {
                if (!claims.sources()
                        .contains(hit.path("_source").path(Fields.SOURCE).asText())) {
                    forEachKey(hit, orphans::remove);
                }
            });
        }
        return orphans.stream().map(Documents::key).collect(Collectors.toSet());
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            parts.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return parts;
    }

    private static void forEachKey(JsonNode source, Consumer<String> take) {
        source.path("_source").path(Fields.KEYS).forEach(key -> take.accept(key.asText()));
    }

    private void forEachSource(ObjectNode query, List<String> fields, Consumer<JsonNode> take) {
        cluster.sources().forEach(visibility().current(query), Fields.SOURCE, fields, SOURCES_AT_ONCE, take);
    }

    private Visibility visibility() {
        return new Visibility(base.newest().number());
    }

    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (!committed) {
                new UnfinishedImport(cluster, base.newest().number()).undo();
            }
        } finally {
            lease.close();
            listener.ended();
        }
    }

    private void begin(String sourceId) {
        requireOpen();
        lease.require();
        claims.claim(sourceId);
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the import has ended");
        }
    }
}
