package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.ChangePoint;
import org.w3id.materia.store.ChangedResource;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.HistoryPage;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.Visibility;
import org.w3id.materia.store.opensearch.search.HistorySearch;
import org.w3id.materia.store.opensearch.search.ResourceSearch;

/** One generation, as requests to the cluster that name it. Holds nothing that would have to be given back. */
final class OpenSearchSnapshot implements Snapshot {
    private static final int SOURCES_AT_ONCE = 1000;
    private static final int MOST_TYPES = 1000;

    private final Cluster cluster;
    private final ClusterState.Commit commit;
    private final long index;
    private final Answers answers;
    private final Visibility visibility;

    /** @param answers what has been asked of this generation, and others, lately */
    OpenSearchSnapshot(Cluster cluster, ClusterState.Commit commit, long index, Answers answers) {
        this.cluster = cluster;
        this.commit = commit;
        this.index = index;
        this.answers = answers;
        this.visibility = new Visibility(commit.number());
    }

    @Override
    public long generation() {
        return commit.number();
    }

    @Override
    public Instant committed() {
        return commit.committed();
    }

    @Override
    public Optional<StoredResource> read(ResourceKey key) {
        return answers.get(
                commit.number(), key, () -> current(key, Documents.OF_RESOURCE).map(Documents::resource));
    }

    private Optional<JsonNode> current(ResourceKey key, List<String> fields) {
        ObjectNode query = visibility.current(Clauses.term(Fields.KEY, key.toString()));
        return one(key, Clauses.object("query", query), fields);
    }

    /** The newest that the generation remembers of the resource and that matches. */
    private Optional<JsonNode> newest(ResourceKey key, ObjectNode clause, List<String> fields) {
        ObjectNode query =
                visibility.remembered(Clauses.all(List.of(Clauses.term(Fields.KEY, key.toString()), clause)));
        ObjectNode body = Clauses.object("query", query);
        body.withArray("sort").addObject().put(Fields.ENTRY, "desc");
        return one(key, body, fields);
    }

    private Optional<JsonNode> one(ResourceKey key, ObjectNode body, List<String> fields) {
        body.put("size", 1).put("track_total_hits", false).set("_source", Clauses.strings(fields));
        return ClusterIndex.first(cluster.resources().searchOf(key, body)).map(hit -> hit.path("_source"));
    }

    @Override
    public SearchPage search(Query query) {
        return answers.get(
                commit.number(), query, () -> new ResourceSearch(cluster.resources(), visibility, query).page());
    }

    @Override
    public List<ResourceKey> references(ResourceKey key, Optional<String> parameter) {
        Set<ResourceKey> targets = new LinkedHashSet<>();
        current(key, List.of(Fields.REFERENCES))
                .ifPresent(source -> source.path(Fields.REFERENCES).forEach(reference -> {
                    String by = reference.path(0).asText();
                    if (by.equals(parameter.orElse(by))) {
                        targets.add(new ResourceKey(
                                reference.path(1).asText(), reference.path(2).asText()));
                    }
                }));
        return List.copyOf(targets);
    }

    @Override
    public Optional<StoredResource> vread(ResourceKey key, String versionId) {
        ObjectNode version = Clauses.all(List.of(
                Clauses.term(Fields.VERSION, versionId),
                Clauses.not(Clauses.term(Fields.CHANGE, Change.DELETED.name()))));
        return newest(key, version, Documents.OF_RESOURCE).map(Documents::resource);
    }

    @Override
    public Optional<Instant> deleted(ResourceKey key) {
        return newest(key, Clauses.everything(), List.of(Fields.CHANGE, Fields.UPDATED))
                .filter(source -> Documents.change(source) == Change.DELETED)
                .map(Documents::updated);
    }

    @Override
    public HistoryPage history(HistoryQuery query) {
        return new HistorySearch(cluster.resources(), visibility, query).page();
    }

    @Override
    public ChangePoint changePoint() {
        return new ChangePoint(index, commit.lastEntry());
    }

    @Override
    public Optional<List<ChangedResource>> changesSince(ChangePoint place) {
        if (place.index() != index || place.entry() > commit.lastEntry()) {
            return Optional.empty();
        }
        List<ChangedResource> all = new ArrayList<>();
        cluster.resources()
                .forEach(
                        visibility.remembered(Clauses.numbers(Fields.ENTRY, "gt", place.entry())),
                        Fields.ENTRY,
                        List.of(Fields.KEY, Fields.VERSION, Fields.CHANGE, Fields.UPDATED),
                        ClusterIndex.LARGEST_PAGE,
                        hit -> all.add(Documents.changed(hit.path("_source"))));
        return Optional.of(ChangedResource.lastOfEach(all));
    }

    @Override
    public Map<String, String> sources() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        allSources().forEach((id, source) -> fingerprints.put(id, source.fingerprint()));
        return fingerprints;
    }

    @Override
    public List<Finding> findings() {
        return allSources().values().stream()
                .flatMap(s -> s.findings().stream())
                .toList();
    }

    private Map<String, Source> allSources() {
        return answers.get(commit.number(), "sources", () -> {
            Map<String, Source> sources = new TreeMap<>();
            cluster.sources()
                    .forEach(
                            visibility.current(Clauses.everything()),
                            Fields.SOURCE,
                            Documents.OF_SOURCE,
                            SOURCES_AT_ONCE,
                            hit -> {
                                Source source = Documents.source(hit.path("_source"));
                                sources.put(source.id(), source);
                            });
            return sources;
        });
    }

    @Override
    public Map<String, Integer> counts() {
        return answers.get(commit.number(), "counts", () -> {
            ObjectNode body = Clauses.object().put("size", 0).put("track_total_hits", false);
            body.set("query", visibility.current(Clauses.everything()));
            body.withObject("/aggs/types/terms").put("field", Fields.TYPE).put("size", MOST_TYPES);
            Map<String, Integer> counts = new TreeMap<>();
            JsonNode answer = cluster.resources().search(body);
            answer.path("aggregations")
                    .path("types")
                    .path("buckets")
                    .forEach(bucket -> counts.put(
                            bucket.path("key").asText(),
                            bucket.path("doc_count").asInt()));
            return counts;
        });
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
