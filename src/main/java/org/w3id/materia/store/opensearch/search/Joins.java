package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.Visibility;

/** Searches along references: what one search finds becomes the terms of the next, in either direction. */
public final class Joins {
    private final ClusterIndex index;
    private final Visibility visibility;

    public Joins(ClusterIndex index, Visibility visibility) {
        this.index = index;
        this.visibility = visibility;
    }

    /** The resources of the type that match all. */
    public List<ResourceKey> keys(String type, List<Criterion> allOf) {
        List<ResourceKey> keys = new ArrayList<>();
        index.forEach(
                visibility.current(SearchClauses.of(this, type, allOf)),
                Fields.KEY,
                List.of(),
                ClusterIndex.LARGEST_PAGE,
                hit -> keys.add(Documents.key(hit.path("sort").path(0).asText())));
        return keys;
    }

    /** Keys of the resources of {@code type} to which one of {@code of} that matches all refers by {@code parameter}. */
    public Set<String> targets(String of, String parameter, List<Criterion> allOf, String type) {
        Set<String> targets = new LinkedHashSet<>();
        index.forEach(
                visibility.current(SearchClauses.of(this, of, allOf)),
                Fields.KEY,
                List.of(Fields.REFERENCES),
                ClusterIndex.LARGEST_PAGE,
                hit -> {
                    for (JsonNode reference : hit.path("_source").path(Fields.REFERENCES)) {
                        if (reference.path(0).asText().equals(parameter)
                                && reference.path(1).asText().equals(type)) {
                            targets.add(type + "/" + reference.path(2).asText());
                        }
                    }
                });
        return targets;
    }
}
