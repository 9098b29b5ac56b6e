package org.w3id.materia.server.pages.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.materia.server.search.RequestUrl;

/**
 * A search of one type.
 *
 * @param parameters by name, not yet encoded for a URL
 */
public record FhirQuery(String type, Map<String, String> parameters) {
    private static final String FORBIDDEN = "contraindicated,not-recommended";

    /** What must not be given, or is not recommended, in a condition: by its words, and by the code of the alert where there is one. */
    static List<FhirQuery> warnings(String condition) {
        List<FhirQuery> queries = new ArrayList<>();
        queries.add(warnings("condition:text", escaped(condition)));
        Question.alertCode(condition).ifPresent(code -> queries.add(warnings("code", code)));
        return queries;
    }

    private static FhirQuery warnings(String parameter, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(parameter, value);
        parameters.put("strength", FORBIDDEN);
        return new FhirQuery("DetectedIssue", parameters);
    }

    /** A value in which nothing is taken for the signs of a search (FHIR R4, 3.1.1.4.0.1). */
    static String escaped(String value) {
        return value.replaceAll("([\\\\,|$])", "\\\\$1");
    }

    /** The search below a FHIR base. */
    public String url() {
        RequestUrl url = new RequestUrl(type);
        parameters.forEach(url::with);
        return url.toString();
    }
}
