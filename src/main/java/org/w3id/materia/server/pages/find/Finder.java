package org.w3id.materia.server.pages.find;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Asks the FHIR searches, and reads what they answer. */
public final class Finder {
    private final FhirContext context;
    private final FhirSearch search;
    private final Request request;

    /**
     * What was found.
     *
     * @param total how many there are, of which perhaps not all are here
     */
    record Found(List<Resource> resources, int total) {}

    /** @param request on whose behalf it is asked */
    public Finder(FhirContext context, FhirSearch search, Request request) {
        this.context = context;
        this.search = search;
        this.request = request;
    }

    /** @param more parameters about the form of the answer, as name and value in turn */
    Found find(FhirQuery query, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>(query.parameters());
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        byte[] json = search.search(query.type(), parameters, request);
        Bundle bundle = context.newJsonParser().parseResource(Bundle.class, new ByteArrayInputStream(json));
        List<Resource> matches = new ArrayList<>();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getSearch().getMode() == Bundle.SearchEntryMode.MATCH) {
                matches.add(entry.getResource());
            }
        }
        return new Found(matches, bundle.getTotal());
    }
}
