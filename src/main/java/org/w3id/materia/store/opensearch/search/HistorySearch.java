package org.w3id.materia.store.opensearch.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryPage;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.index.Milliseconds;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;
import org.w3id.materia.store.opensearch.document.Visibility;

/**
 * A page of a history. Entries are numbered as they come to be, so that "oldest versions last" (FHIR R4, 3.1.0.14) is an order
 * without ties, whatever clocks say.
 */
public final class HistorySearch {
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final ClusterIndex index;
    private final Visibility visibility;
    private final HistoryQuery query;

    public HistorySearch(ClusterIndex index, Visibility visibility, HistoryQuery query) {
        this.index = index;
        this.visibility = visibility;
        this.query = query;
    }

    /**
     * The entries behind {@link HistoryQuery#after()}, and how many the whole history has: one request.
     *
     * @throws Failure invalid where that is not what a page of a history gave
     */
    public HistoryPage page() {
        int size = ClusterIndex.sizeFor(query.count());
        ObjectNode body = Clauses.object().put("size", size).put("track_total_hits", true);
        body.set("query", visibility.remembered(Clauses.all(clauses())));
        body.set("_source", Clauses.strings(Documents.OF_ENTRY));
        if (size > 0) {
            body.withArray("sort").addObject().put(Fields.ENTRY, "desc");
            query.after().ifPresent(position -> body.withArray("search_after").add(entry(position)));
        }
        return page(index.search(body), size - 1);
    }

    private static HistoryPage page(JsonNode answer, int count) {
        List<HistoryEntry> entries = new ArrayList<>();
        Optional<String> next = Optional.empty();
        String last = "";
        for (JsonNode hit : answer.path("hits").path("hits")) {
            if (entries.size() == count) {
                next = Optional.of(last);
                break;
            }
            entries.add(Documents.entry(hit.path("_source")));
            last = hit.path("sort").path(0).asText();
        }
        return new HistoryPage(entries, ClusterIndex.total(answer), next);
    }

    private static long entry(String position) {
        if (!POSITION.matcher(position).matches()) {
            throw Failure.invalid(
                    "'" + position + "' is not where a page of a history ends: only its page links say that.");
        }
        return Long.parseLong(position);
    }

    private List<ObjectNode> clauses() {
        List<ObjectNode> all = new ArrayList<>();
        if (query.scope() instanceof HistoryQuery.OfResource resource) {
            all.add(Clauses.term(Fields.KEY, resource.key().toString()));
        } else if (query.scope() instanceof HistoryQuery.OfTypes types) {
            all.add(Clauses.terms(Fields.TYPE, types.types()));
        } else {
            all.add(Clauses.everything());
        }
        query.since().ifPresent(since -> all.add(Clauses.numbers(Fields.UPDATED, "gte", Milliseconds.first(since))));
        query.at().ifPresent(at -> all.add(heldAt(at)));
        return all;
    }

    /** What is current in this generation holds on, whatever later ones say of it. */
    private ObjectNode heldAt(HistoryQuery.Stretch at) {
        long first = Milliseconds.first(at.start());
        long last = Milliseconds.last(at.start(), at.end());
        return Clauses.all(List.of(
                Clauses.numbers(Fields.UPDATED, "lte", last),
                Clauses.any(List.of(
                        Clauses.numbers(Fields.TO, "gt", visibility.generation()),
                        Clauses.numbers(Fields.UNTIL, "gt", first),
                        // It has held for no time at all where another came with the same millisecond.
                        Clauses.numbers(Fields.UPDATED, "gte", first)))));
    }
}
