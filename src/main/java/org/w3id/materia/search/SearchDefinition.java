package org.w3id.materia.search;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * A search parameter as it applies to one resource type (FHIR R4, SearchParameter).
 *
 * @param code the name that requests use
 * @param url canonical URL of the SearchParameter
 * @param expression FHIRPath of the elements that are searched; it may hold alternatives for other types
 * @param targets types that a reference may point at; empty for other kinds of parameter
 * @param description what the parameter searches, for people
 */
public record SearchDefinition(
        String code, SearchParamType type, String url, String expression, List<String> targets, String description) {
    public SearchDefinition {
        targets = List.copyOf(targets);
    }
}
