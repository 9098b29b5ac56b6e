package org.w3id.materia.server;

import java.util.List;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** Answers a search with one page, spliced from the stored bytes (FHIR R4, 3.1.1.1.6 and Bundle of type searchset). */
final class SearchSet {
    private static final int BYTES_AROUND_AN_ENTRY = 300;

    private SearchSet() {}

    /**
     * @throws Failure gone where the request continues a search in a generation that is no longer kept
     */
    static EncodedBundle of(SearchRequest request, KnowledgeBase knowledge, String serverBase) {
        try (Snapshot snapshot = generation(request, knowledge)) {
            SearchPage page = snapshot.search(request.query());
            List<StoredResource> resources = page.resources();
            int size = resources.stream()
                    .mapToInt(r -> r.json().length + BYTES_AROUND_AN_ENTRY)
                    .sum();
            BundleWriter bundle = new BundleWriter("searchset", serverBase, size + 1024)
                    .json("meta", "{\"lastUpdated\":\"" + BundleWriter.instant(snapshot.committed()) + "\"}");
            if (request.result().total()) {
                bundle.json("total", Integer.toString(page.total()));
            }
            bundle.link("self", request.result().cursor().map(request::page).orElse(request.url()));
            if (request.result().cursor().isPresent()) {
                bundle.link("first", request.url());
            }
            page.next()
                    .ifPresent(next -> bundle.link("next", request.page(new PageCursor(snapshot.generation(), next))));
            resources.forEach(resource -> bundle.entry(resource, "{\"mode\":\"match\"}"));
            return new EncodedBundle(bundle.end());
        }
    }

    private static Snapshot generation(SearchRequest request, KnowledgeBase knowledge) {
        return request.result()
                .cursor()
                .map(cursor -> knowledge
                        .snapshot(cursor.generation())
                        .orElseThrow(() -> Failure.gone("This page link has expired: its content was replaced some time"
                                + " ago. Begin the search again: " + request.url())))
                .orElseGet(knowledge::snapshot);
    }
}
