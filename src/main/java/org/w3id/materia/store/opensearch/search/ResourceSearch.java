package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Visibility;

/** One search of one generation: one request, beside those that its chains need. */
public final class ResourceSearch {
    private final ClusterIndex index;
    private final Visibility visibility;
    private final Joins joins;
    private final Query query;
    private final ResultOrder order;

    public ResourceSearch(ClusterIndex index, Visibility visibility, Query query) {
        this.index = index;
        this.visibility = visibility;
        this.joins = new Joins(index, visibility);
        this.query = query;
        this.order = new ResultOrder(query);
    }

    /**
     * The resources behind {@link Query#after()} in the order that is asked for, and how many match in all.
     *
     * @throws org.w3id.materia.model.Failure invalid where that is not what a page of such a search gave
     */
    public SearchPage page() {
        int size = ClusterIndex.sizeFor(query.count());
        ObjectNode body = Clauses.object().put("size", size).put("track_total_hits", true);
        body.set("query", scored(visibility.current(ofTypes(query.allOf()))));
        body.set("_source", Clauses.strings(Documents.OF_RESOURCE));
        if (size > 0) {
            body.set("sort", order.sort());
            query.after().ifPresent(position -> body.set("search_after", order.after(position)));
        }
        return page(index.search(body), size - 1);
    }

    private SearchPage page(JsonNode answer, int count) {
        List<StoredResource> resources = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        Optional<String> next = Optional.empty();
        JsonNode last = null;
        for (JsonNode hit : answer.path("hits").path("hits")) {
            if (resources.size() == count) {
                next = Optional.of(order.position(last));
                break;
            }
            resources.add(Documents.resource(hit.path("_source")));
            if (order.isBest()) {
                scores.add((float) hit.path("sort").path(0).asDouble());
            }
            last = hit;
        }
        return new SearchPage(resources, scores, ClusterIndex.total(answer), next);
    }

    private ObjectNode ofTypes(List<Criterion> allOf) {
        return Clauses.any(query.types().stream()
                .map(type -> SearchClauses.of(joins, type, allOf))
                .toList());
    }

    /** A step less for each of what is preferred that a resource does not match, down to one step above 0. */
    private ObjectNode scored(ObjectNode matching) {
        ObjectNode filter = Clauses.object("filter", Clauses.array().add(matching));
        if (!query.preferred().isEmpty()) {
            int steps = query.preferred().size() + 1;
            ArrayNode reasons = Clauses.array();
            for (int i = 0; i < query.preferred().size(); i++) {
                reasons.add(worth(ofTypes(List.of(query.preferred().get(i))), (float) (steps - i) / steps));
            }
            reasons.add(worth(Clauses.everything(), 1f / steps));
            ObjectNode best = Clauses.object("dis_max", Clauses.object("queries", reasons));
            filter.set("must", Clauses.array().add(best));
        }
        return Clauses.object("bool", filter);
    }

    private static ObjectNode worth(ObjectNode filter, float score) {
        return Clauses.object("constant_score", Clauses.object("filter", filter).put("boost", score));
    }
}
