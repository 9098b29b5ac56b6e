package org.w3id.materia.server.search;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.SearchParser;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.value.ConceptSets;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.form.EncodedBundle;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** Searches, from the request's parameters to the Bundle's bytes (FHIR R4, 3.1.1). */
public final class Searches {
    private final KnowledgeBase knowledge;
    private final SearchParameters parameters;
    private final SearchParser parser;
    private final Limits limits;

    /** @param concepts what searches by value set and by hierarchy ask */
    public Searches(ServedContent content, ConceptSets concepts, Limits limits) {
        this.knowledge = content.knowledge();
        this.parameters = content.parameters();
        this.parser = new SearchParser(parameters, Optional.of(concepts), InstantSource.system());
        this.limits = limits;
    }

    /** Whether there are searches of that resource type. */
    public boolean serves(String type) {
        return parameters.types().contains(type);
    }

    /**
     * A search as HAPI routed it.
     *
     * @param type empty for a search of the whole server
     * @throws org.w3id.materia.model.Failure where the request is wrong
     */
    public EncodedBundle of(String type, ServletRequestDetails details) {
        SearchRequest request = request(
                type,
                details.getServletRequest().getParameterMap(),
                Handling.of(details.getHeader("Prefer")),
                details.getFhirServerBase());
        try (Snapshot newest = RequestSnapshot.of(details.getServletRequest(), knowledge)) {
            return answer(request, newest, details.getFhirServerBase());
        }
    }

    /** A search of one type, as it came. */
    public EncodedBundle of(String type, Map<String, String[]> parameters, Handling handling, String serverBase) {
        SearchRequest request = request(type, parameters, handling, serverBase);
        try (Snapshot newest = knowledge.snapshot()) {
            return answer(request, newest, serverBase);
        }
    }

    /** @param count value of {@code _count} */
    public int count(String count) {
        return ResultParameters.count(count, limits);
    }

    /**
     * The generation that the pages of a search began with; the caller closes it.
     *
     * @param url where the search begins again
     * @throws Failure gone where it is no longer kept
     */
    public Snapshot begun(PageCursor cursor, String url) {
        return knowledge
                .snapshot(cursor.generation())
                .orElseThrow(() -> Failure.gone(
                        "This page link has expired: its content was replaced some time ago. Begin the search again: "
                                + url));
    }

    private SearchRequest request(String type, Map<String, String[]> values, Handling handling, String serverBase) {
        List<String> types = type.isEmpty() ? List.copyOf(parameters.types()) : List.of(type);
        return SearchRequestReader.read(
                new SearchTarget(type, types, parser, parameters, serverBase), values, handling, limits);
    }

    private EncodedBundle answer(SearchRequest request, Snapshot newest, String serverBase) {
        if (request.shape().result().cursor().isEmpty()) {
            return SearchSet.of(request, newest, parameters, serverBase);
        }
        try (Snapshot begun =
                begun(request.shape().result().cursor().get(), request.told().url())) {
            return SearchSet.of(request, begun, parameters, serverBase);
        }
    }
}
