package org.w3id.materia.search.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** SearchParameter resources, as JSON → what they define. */
public final class ParameterReader {
    /** Our extension of SearchParameter: FHIRPath over the other resources of the same monograph. */
    static final String SIBLINGS = "https://w3id.org/materia/fhir/StructureDefinition/sibling-expression";

    /** The types on which values of siblings are found. */
    public static final Set<String> WITH_SIBLINGS = Set.of("MedicationKnowledge", "Medication");

    /**
     * In R4 the two components of this parameter have each other's expression: {@code relatesto}, a reference, says {@code code},
     * and {@code relation}, a code, says {@code target}.
     */
    private static final String COMPONENTS_EXCHANGED =
            "http://hl7.org/fhir/SearchParameter/DocumentReference-relationship";

    private final List<JsonNode> published;
    private final Map<String, JsonNode> byUrl = new HashMap<>();

    ParameterReader(List<JsonNode> published) {
        this.published = published;
        published.forEach(p -> byUrl.put(p.get("url").asText(), p));
    }

    /** Those of which {@code base} is a base, in their order. */
    List<SearchDefinition> of(String base) {
        return published.stream()
                .filter(p -> strings(p.get("base")).contains(base))
                .map(this::definition)
                .toList();
    }

    private SearchDefinition definition(JsonNode p) {
        return new SearchDefinition(
                p.get("code").asText(),
                type(p),
                p.get("url").asText(),
                Optional.ofNullable(p.get("expression")).map(JsonNode::asText),
                strings(p.path("target")),
                p.get("description").asText(),
                components(p),
                siblings(p));
    }

    private List<SearchDefinition.Component> components(JsonNode p) {
        List<JsonNode> stated = new ArrayList<>();
        p.path("component").forEach(stated::add);
        boolean exchanged = p.get("url").asText().equals(COMPONENTS_EXCHANGED);
        List<SearchDefinition.Component> components = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            JsonNode defined = byUrl.get(stated.get(i).get("definition").asText());
            if (defined == null) {
                throw new IllegalStateException(p.get("url") + " is composed of what is not there: " + stated.get(i));
            }
            JsonNode expressing = stated.get(exchanged ? stated.size() - 1 - i : i);
            components.add(new SearchDefinition.Component(
                    defined.get("code").asText(),
                    type(defined),
                    expressing.get("expression").asText(),
                    strings(defined.path("target"))));
        }
        return components;
    }

    private static Optional<String> siblings(JsonNode p) {
        for (JsonNode extension : p.path("extension")) {
            if (extension.get("url").asText().equals(SIBLINGS)) {
                return Optional.of(extension.get("valueString").asText());
            }
        }
        return Optional.empty();
    }

    private static SearchParamType type(JsonNode p) {
        return SearchParamType.fromCode(p.get("type").asText());
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }
}
