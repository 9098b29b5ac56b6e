package org.w3id.materia.store.opensearch.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ResourceKey;

/**
 * One index: all of its shards answer a search, or it fails. A node asks its own copy, where it has one, so that another node which hangs
 * holds up nobody but those who ask it.
 */
public final class ClusterIndex {
    /** {@code index.max_result_window}, as it is where nobody has changed it. */
    public static final int LARGEST_PAGE = 10_000;

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration LONG_TIME = Duration.ofMinutes(2);
    private static final String ALL_OR_NOTHING = "/_search?allow_partial_search_results=false&preference=_local"
            + "&filter_path=hits.total.value,hits.hits._id,hits.hits._source,hits.hits.sort,aggregations";

    private final ClusterClient client;
    private final String index;

    public ClusterIndex(ClusterClient client, String index) {
        this.client = client;
        this.index = index;
    }

    /** How many hits to ask for to have a page of so many: one more, which shows whether another follows. */
    public static int sizeFor(int page) {
        return page == 0 ? 0 : Math.min(page, LARGEST_PAGE - 1) + 1;
    }

    /** A search of everything. */
    public JsonNode search(ObjectNode body) {
        return client.ask("POST", "/" + index + ALL_OR_NOTHING, body, TIME);
    }

    /** A search of what concerns one resource, which one shard knows. */
    public JsonNode searchOf(ResourceKey key, ObjectNode body) {
        String routing = URLEncoder.encode(key.toString(), StandardCharsets.UTF_8);
        return client.ask("POST", "/" + index + ALL_OR_NOTHING + "&routing=" + routing, body, TIME);
    }

    /** The only hit, or the first. */
    public static Optional<JsonNode> first(JsonNode answer) {
        JsonNode hit = answer.path("hits").path("hits").path(0);
        return hit.isMissingNode() ? Optional.empty() : Optional.of(hit);
    }

    /**
     * How many match in all, whatever the size of the page. Exact where the search asked for {@code track_total_hits}.
     *
     * @param answer of a search
     */
    public static int total(JsonNode answer) {
        return answer.path("hits").path("total").path("value").asInt();
    }

    /** Deletes what matches of what the last refresh has shown. */
    public void delete(ObjectNode query) {
        client.ask(
                "POST",
                "/" + index + "/_delete_by_query?refresh=true&conflicts=proceed",
                Clauses.object("query", query),
                LONG_TIME);
    }

    /**
     * Lets searches see what has been written.
     *
     * @throws Failure unavailable where a copy does not: it would answer what is no longer true
     */
    public void refresh() {
        JsonNode copies =
                client.ask("POST", "/" + index + "/_refresh", null, LONG_TIME).path("_shards");
        if (copies.path("failed").asInt() > 0) {
            throw Failure.unavailable("A node of the cluster does not show what was written.");
        }
    }

    /**
     * Takes every hit, whatever their number, page after page.
     *
     * @param sort field that no two documents share the value of
     * @param fields of the source, none for the sort's value alone
     */
    public void forEach(ObjectNode query, String sort, List<String> fields, int page, Consumer<JsonNode> take) {
        ObjectNode body = Clauses.object().put("size", page).put("track_total_hits", false);
        body.set("query", query);
        body.set("sort", Clauses.strings(List.of(sort)));
        body.set("_source", fields.isEmpty() ? body.booleanNode(false) : Clauses.strings(fields));
        while (true) {
            JsonNode hits = search(body).path("hits").path("hits");
            hits.forEach(take);
            if (hits.size() < page) {
                return;
            }
            body.set("search_after", (ArrayNode) hits.get(hits.size() - 1).path("sort"));
        }
    }
}
