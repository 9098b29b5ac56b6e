package org.w3id.materia.server.pages.find;

import java.util.Map;
import org.eclipse.jetty.server.Request;

/** The FHIR searches of this server, for pages that answer by them. */
@FunctionalInterface
public interface FhirSearch {
    /**
     * Searches one type.
     *
     * @param parameters as in a URL, by name
     * @param request on whose behalf
     * @return JSON of the Bundle
     * @throws org.w3id.materia.model.Failure where the search is wrong
     */
    byte[] search(String type, Map<String, String> parameters, Request request);
}
