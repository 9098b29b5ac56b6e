package org.w3id.materia.search;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;

/** The served resource types and their search parameters, as published SearchParameter resources define them. */
public final class SearchParameters {
    private final Map<String, Map<String, SearchDefinition>> byType = new LinkedHashMap<>();
    private final List<JsonNode> published;

    private SearchParameters(List<JsonNode> published) {
        this.published = published;
        ServedParameters.byType().forEach((type, codes) -> {
            Map<String, SearchDefinition> served = new LinkedHashMap<>();
            for (String code : ServedParameters.OF_EVERY_TYPE) {
                served.put(code, definition("Resource", code));
            }
            for (String code : codes) {
                served.put(code, definition(type, code));
            }
            byType.put(type, Collections.unmodifiableMap(served));
        });
    }

    /**
     * Reads HL7's R4 definitions and ours from the class path.
     *
     * @throws IllegalStateException where a served parameter has no definition, or two
     */
    public static SearchParameters load() {
        List<JsonNode> all = new ArrayList<>(PublishedParameters.ofHl7());
        all.addAll(PublishedParameters.ours());
        return new SearchParameters(all);
    }

    /** The resource types that are served, in the order in which they are declared. */
    public Set<String> types() {
        return Collections.unmodifiableSet(byType.keySet());
    }

    /**
     * The parameters of a type, {@code _id} and {@code _lastUpdated} among them.
     *
     * @throws IllegalArgumentException where the type is not served
     */
    public Collection<SearchDefinition> of(String type) {
        Map<String, SearchDefinition> served = byType.get(type);
        if (served == null) {
            throw new IllegalArgumentException(type + " is not served");
        }
        return served.values();
    }

    /** The parameter that {@code code} names on {@code type}, or empty where there is none. */
    public Optional<SearchDefinition> find(String type, String code) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(code));
    }

    /** HL7's SearchParameter resources of what is served, to be served themselves; ours come with the other profiles. */
    public List<SearchParameter> hl7Resources(FhirContext context) {
        return published.stream()
                .filter(json -> json.get("url").asText().startsWith("http://hl7.org/"))
                .map(json -> context.newJsonParser().parseResource(SearchParameter.class, json.toString()))
                .toList();
    }

    private SearchDefinition definition(String type, String code) {
        List<JsonNode> found = published.stream()
                .filter(p -> p.get("code").asText().equals(code)
                        && strings(p.get("base")).contains(type))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " definitions of the search parameter " + type + "." + code);
        }
        JsonNode p = found.get(0);
        return new SearchDefinition(
                code,
                SearchParamType.fromCode(p.get("type").asText()),
                p.get("url").asText(),
                p.get("expression").asText(),
                strings(p.path("target")),
                p.get("description").asText());
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }
}
