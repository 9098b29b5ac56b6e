package org.w3id.materia.search.definition;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * A search parameter as it applies to one resource type (FHIR R4, SearchParameter).
 *
 * @param code the name that requests use
 * @param url canonical URL of the SearchParameter
 * @param expression FHIRPath of the elements that are searched; it may hold alternatives for other types. Empty where the values
 *     come from elsewhere: {@code _text}, {@code _content}, {@link #siblings}
 * @param targets types that a reference may point at; empty for other kinds of parameter
 * @param description what the parameter searches, for people
 * @param components those of a composite, in their order; empty for other kinds of parameter
 * @param siblings FHIRPath of elements of other resources that come from the same monograph and are searched too
 */
public record SearchDefinition(
        String code,
        SearchParamType type,
        String url,
        Optional<String> expression,
        List<String> targets,
        String description,
        List<Component> components,
        Optional<String> siblings) {
    public SearchDefinition {
        targets = List.copyOf(targets);
        components = List.copyOf(components);
    }

    /**
     * A component of a composite.
     *
     * @param expression FHIRPath from the composite's element to the component's
     */
    public record Component(String code, SearchParamType type, String expression, List<String> targets) {
        public Component {
            targets = List.copyOf(targets);
        }
    }
}
