package org.w3id.materia.server.search;

import java.util.Collection;
import java.util.List;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** Answers a search with one page, spliced from the stored bytes (FHIR R4, 3.1.1.1.6 and Bundle of type searchset). */
final class SearchSet {
    private static final int BYTES_AROUND_AN_ENTRY = 300;

    private static final String MATCH = "{\"mode\":\"match\"}";

    /** The score of what matches nothing that is preferred: a name that is only near to the one that is asked for. */
    private static final Float LOWEST = 0.2f;

    private static final String NEAR_NAMES =
            "Among these are names that do not begin with what was asked for, and are within one or two"
                    + " typing errors of it (search.score 0.2): they may be other medicines.";

    private SearchSet() {}

    /** @param snapshot the generation that the search began with */
    static EncodedBundle of(SearchRequest request, Snapshot snapshot, SearchParameters parameters, String serverBase) {
        SearchPage page = snapshot.search(request.query());
        List<StoredResource> matches = page.resources();
        Collection<StoredResource> included = Inclusion.of(matches, request.includes(), snapshot, parameters);
        BundleWriter bundle = new BundleWriter("searchset", serverBase, size(matches) + size(included) + 1024)
                .json("meta", "{\"lastUpdated\":\"" + BundleWriter.instant(snapshot.committed()) + "\"}");
        if (request.shape().result().total()) {
            bundle.json("total", Integer.toString(page.total()));
        }
        bundle.link(
                "self",
                request.shape()
                        .result()
                        .cursor()
                        .map(request::page)
                        .orElse(request.told().url()));
        if (request.shape().result().cursor().isPresent()) {
            bundle.link("first", request.told().url());
        }
        page.next()
                .filter(next -> !matches.isEmpty())
                .ifPresent(next -> bundle.link("next", request.page(new PageCursor(snapshot.generation(), next))));
        if (request.isTolerant() && page.scores().contains(LOWEST)) {
            bundle.outcome(NEAR_NAMES);
        }
        for (int i = 0; i < matches.size(); i++) {
            bundle.entry(matches.get(i), match(request, page, i));
        }
        included.forEach(resource -> bundle.entry(resource, "{\"mode\":\"include\"}"));
        if (!request.told().unknownElements().isEmpty()) {
            bundle.outcome(
                    "'_elements' names '" + String.join("', '", request.told().unknownElements())
                            + "', which does not exist and was passed over.");
        }
        return new EncodedBundle(bundle.end());
    }

    private static String match(SearchRequest request, SearchPage page, int place) {
        return request.shape().scored() && !page.scores().isEmpty()
                ? "{\"mode\":\"match\",\"score\":" + page.scores().get(place) + "}"
                : MATCH;
    }

    private static int size(Collection<StoredResource> resources) {
        return resources.stream()
                .mapToInt(r -> r.json().length + BYTES_AROUND_AN_ENTRY)
                .sum();
    }
}
