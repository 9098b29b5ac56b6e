package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.Visibility;

/**
 * Writes the resources of one import, and says of each that it replaces or removes since when and until when it was. Safe for several
 * threads, each with its own resources.
 */
final class ResourceChanges {
    /** Keys of one request: with their histories they are fewer hits than a page may have. */
    static final int AT_ONCE = 500;

    private static final List<String> WHAT_WAS =
            List.of(Fields.KEY, Fields.VERSION, Fields.CHANGE, Fields.ENTRY, Fields.UPDATED);

    private final ClusterIndex index;
    private final BulkWriter writer;
    private final Visibility base;
    private final long generation;
    private final Instant now;
    private final AtomicLong lastEntry;
    private final AtomicLong written = new AtomicLong();

    /** A version or removal that the base remembers. */
    private record Past(String id, JsonNode source) {
        long entry() {
            return source.path(Fields.ENTRY).asLong();
        }

        boolean isRemoval() {
            return Documents.change(source) == Change.DELETED;
        }
    }

    /**
     * @param generation that the import makes
     * @param now when removed resources will be said to have been removed
     */
    ResourceChanges(ClusterIndex index, BulkWriter writer, ClusterState.Commit base, long generation, Instant now) {
        this.index = index;
        this.writer = writer;
        this.base = new Visibility(base.number());
        this.generation = generation;
        this.now = now;
        this.lastEntry = new AtomicLong(base.lastEntry());
    }

    /** The number of the newest entry of all histories. */
    long lastEntry() {
        return lastEntry.get();
    }

    /**
     * Writes the resources. What says what is there already keeps its version, time and place in the history, and is found by the new
     * values: those of its siblings may have changed, or a search parameter is new. Its evidence may have moved.
     */
    void put(List<IndexedResource> resources) {
        for (int i = 0; i < resources.size(); i += AT_ONCE) {
            List<IndexedResource> some = resources.subList(i, Math.min(resources.size(), i + AT_ONCE));
            Map<ResourceKey, List<Past>> past =
                    past(some.stream().map(r -> r.resource().key()).toList());
            some.forEach(resource ->
                    put(resource, past.getOrDefault(resource.resource().key(), List.of())));
        }
    }

    /** @param past the newest first */
    private void put(IndexedResource resource, List<Past> past) {
        Instant from = resource.resource().lastUpdated();
        if (past.isEmpty()) {
            write(resource, Change.CREATED, lastEntry.incrementAndGet());
            return;
        }
        Past before = past.get(0);
        if (before.isRemoval()) {
            end(before, from);
            write(resource, Change.CREATED, lastEntry.incrementAndGet());
        } else if (before.source()
                .path(Fields.VERSION)
                .asText()
                .equals(resource.resource().versionId())) {
            Instant known = Documents.updated(before.source());
            IndexedResource same = new IndexedResource(resource.resource().knownSince(known), resource.values());
            change(before, ended(known).put(Fields.GONE, generation));
            write(same, Documents.change(before.source()), before.entry());
        } else {
            end(before, from);
            forget(past, 1);
            write(resource, Change.UPDATED, lastEntry.incrementAndGet());
        }
    }

    /** Removes the resources, which the base has. */
    void remove(Collection<ResourceKey> keys) {
        List<ResourceKey> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            past(all.subList(i, Math.min(all.size(), i + AT_ONCE))).values().forEach(this::remove);
        }
    }

    private void remove(List<Past> past) {
        Past before = past.get(0);
        Instant updated = Documents.updated(before.source());
        Instant removed = now.isBefore(updated) ? updated : now;
        end(before, removed);
        forget(past, 2);
        ResourceKey key = Documents.key(before.source());
        write(key, Documents.removal(key, lastEntry.incrementAndGet(), removed, generation));
    }

    /** What the base knows of each, the newest first. */
    private Map<ResourceKey, List<Past>> past(List<ResourceKey> keys) {
        Map<ResourceKey, List<Past>> past = new HashMap<>();
        if (base.generation() > 0) {
            ObjectNode query = base.remembered(Clauses.terms(
                    Fields.KEY, keys.stream().map(ResourceKey::toString).toList()));
            index.forEach(query, Fields.ENTRY, WHAT_WAS, ClusterIndex.LARGEST_PAGE, hit -> past.computeIfAbsent(
                            Documents.key(hit.path("_source")), k -> new ArrayList<>())
                    .add(new Past(hit.path("_id").asText(), hit.path("_source"))));
            past.values()
                    .forEach(each ->
                            each.sort(Comparator.comparingLong(Past::entry).reversed()));
        }
        return past;
    }

    private void end(Past past, Instant until) {
        change(past, ended(until));
    }

    private ObjectNode ended(Instant until) {
        return Clauses.object().put(Fields.TO, generation).put(Fields.UNTIL, until.toEpochMilli());
    }

    /** @param more how many entries the history is about to get, the current one among them */
    private void forget(List<Past> past, int more) {
        int kept = KnowledgeBase.HISTORY - more + 1;
        for (Past each : past.subList(Math.min(past.size(), kept), past.size())) {
            change(each, Clauses.object().put(Fields.GONE, generation));
        }
    }

    private void change(Past past, ObjectNode fields) {
        writer.changeResource(past.id(), Documents.key(past.source()), fields);
    }

    private void write(IndexedResource resource, Change change, long entry) {
        write(resource.resource().key(), Documents.of(resource, change, entry, generation));
    }

    private void write(ResourceKey key, ObjectNode document) {
        writer.addResource(key, document);
        written.incrementAndGet();
    }

    /**
     * Compares what the index has of this generation with what was written.
     *
     * @throws IllegalStateException where they differ: nothing may be published
     */
    void requireWritten() {
        long there = count(Clauses.numbers(Fields.FROM, "gte", generation));
        long unpublished = count(Clauses.numbers(Fields.FROM, "gt", base.generation()));
        if (there != written.get() || unpublished != there) {
            throw new IllegalStateException("the index has " + there + " of " + written
                    + " documents of this import, and " + (unpublished - there) + " of another: nothing is published");
        }
    }

    private long count(ObjectNode query) {
        return ClusterIndex.total(index.search(
                Clauses.object().put("size", 0).put("track_total_hits", true).set("query", query)));
    }
}
