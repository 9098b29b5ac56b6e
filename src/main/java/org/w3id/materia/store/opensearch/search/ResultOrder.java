package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.SortKey;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.document.Fields;

/**
 * The order of a search's results, and where in it a page ends. Results go by what they are preferred for, by the values that the client
 * asked for, then by key, so that no two are equal.
 */
public final class ResultOrder {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String asked;
    private final boolean best;
    private final ArrayNode sort = Clauses.array();

    public ResultOrder(Query query) {
        this.best = !query.preferred().isEmpty();
        this.asked = query.types() + " " + query.preferred() + " " + query.sort();
        if (best) {
            sort.add(Clauses.object().put("_score", "desc"));
        }
        for (SortKey key : query.sort()) {
            if (key.parameter().equals("_id") && query.types().size() == 1) {
                // No two of a type have one id: what is asked for behind it decides nothing.
                sort.add(by(Fields.KEY, key.descending()));
                return;
            }
            sort.add(key.parameter().equals("_id") ? by(Fields.ID, key.descending()) : byValue(key));
        }
        sort.add(by(Fields.KEY, false));
    }

    private static ObjectNode by(String field, boolean descending) {
        return Clauses.object().put(field, descending ? "desc" : "asc");
    }

    private static ObjectNode byValue(SortKey key) {
        return Clauses.object(
                Fields.sort(key.parameter()),
                Clauses.object()
                        .put("order", key.descending() ? "desc" : "asc")
                        .put("mode", key.descending() ? "max" : "min")
                        .put("missing", "_last")
                        .put("unmapped_type", "keyword"));
    }

    public ArrayNode sort() {
        return sort;
    }

    /** Whether results have scores. */
    public boolean isBest() {
        return best;
    }

    /** Where the page behind this hit begins: letters, digits, hyphens and underscores. */
    public String position(JsonNode hit) {
        ObjectNode position = Clauses.object().put("of", asked.hashCode());
        position.set("after", hit.path("sort"));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MAPPER.writeValueAsBytes(position));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Failure invalid where it is not what {@link #position} made of a hit of such a search */
    public JsonNode after(String position) {
        try {
            JsonNode parsed = MAPPER.readTree(Base64.getUrlDecoder().decode(position));
            if (parsed.path("of").asInt() == asked.hashCode()
                    && parsed.path("of").isInt()
                    && parsed.path("after").size() == sort.size()) {
                return parsed.path("after");
            }
        } catch (IOException | IllegalArgumentException e) {
            // Answered below, as every position that no page has given.
        }
        throw Failure.invalid(
                "'" + position + "' is not where a page of this search ends: only its page links say that.");
    }
}
