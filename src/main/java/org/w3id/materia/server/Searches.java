package org.w3id.materia.server;

import java.util.Map;
import java.util.Set;
import org.w3id.materia.search.SearchParser;
import org.w3id.materia.store.KnowledgeBase;

/** Searches, from the request's parameters to the Bundle's bytes (FHIR R4, 3.1.1). */
final class Searches {
    private final KnowledgeBase knowledge;
    private final SearchParser parser;
    private final Set<String> types;
    private final ServerConfiguration.Limits limits;

    Searches(KnowledgeBase knowledge, SearchParser parser, Set<String> types, ServerConfiguration.Limits limits) {
        this.knowledge = knowledge;
        this.parser = parser;
        this.types = types;
        this.limits = limits;
    }

    boolean serves(String type) {
        return types.contains(type);
    }

    /**
     * A search of one type.
     *
     * @throws org.w3id.materia.model.Failure where the request is wrong
     */
    EncodedBundle ofType(String type, Map<String, String[]> parameters, Handling handling, String serverBase) {
        SearchRequest request = SearchRequest.parse(
                new SearchRequest.SearchTarget(type, parser, serverBase), parameters, handling, limits);
        return SearchSet.of(request, knowledge, serverBase);
    }
}
