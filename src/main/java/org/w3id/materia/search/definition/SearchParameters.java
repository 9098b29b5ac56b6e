package org.w3id.materia.search.definition;

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
import org.hl7.fhir.r4.model.SearchParameter;

/** The served resource types and their search parameters, as published SearchParameter resources define them. */
public final class SearchParameters {
    /** The one type that has no narrative (FHIR R4, 2.4: all others are domain resources). */
    private static final String WITHOUT_NARRATIVE = "Binary";

    private final Map<String, Map<String, SearchDefinition>> byType = new LinkedHashMap<>();
    private final List<JsonNode> published;

    /** @param published SearchParameter resources, of which each served type takes those that it is a base of */
    public SearchParameters(List<JsonNode> published) {
        this.published = published;
        ParameterReader reader = new ParameterReader(published);
        for (String type : ServedParameters.TYPES) {
            Map<String, SearchDefinition> served = new LinkedHashMap<>();
            addAll("Resource", reader, served);
            if (!type.equals(WITHOUT_NARRATIVE)) {
                addAll("DomainResource", reader, served);
            }
            addAll(type, reader, served);
            byType.put(type, Collections.unmodifiableMap(served));
        }
    }

    private static void addAll(String base, ParameterReader reader, Map<String, SearchDefinition> to) {
        for (SearchDefinition definition : reader.of(base)) {
            if (to.putIfAbsent(definition.code(), definition) != null) {
                throw new IllegalStateException(base + " has two search parameters '" + definition.code() + "'");
            }
        }
    }

    private static final class Read {
        static final SearchParameters ONCE = read();
    }

    /**
     * HL7's R4 definitions and ours from the class path. They are read once in a process, with the first call.
     *
     * @throws ExceptionInInitializerError where a type has two parameters of one name
     */
    public static SearchParameters load() {
        return Read.ONCE;
    }

    private static SearchParameters read() {
        List<JsonNode> all = new ArrayList<>(PublishedParameters.ofHl7());
        all.addAll(PublishedParameters.ours());
        return new SearchParameters(all);
    }

    /** The resource types that are served, in the order in which they are declared. */
    public Set<String> types() {
        return Collections.unmodifiableSet(byType.keySet());
    }

    /**
     * The parameters of a type, those of every type among them.
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
}
