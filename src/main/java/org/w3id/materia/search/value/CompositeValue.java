package org.w3id.materia.search.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.store.Criterion;

/** Composite values: one for each component, joined by {@code $} (FHIR R4, 3.1.1.4.13). */
public final class CompositeValue implements ValueParser {
    private final SearchDefinition parameter;
    private final List<ValueParser> components;

    /** @param components what reads each component, in their order */
    public CompositeValue(SearchDefinition parameter, String modifier, List<ValueParser> components) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter.code(), modifier, ":missing");
        }
        this.parameter = parameter;
        this.components = components;
    }

    @Override
    public Criterion.Match parse(String value) {
        List<String> parts = EscapedText.split(value, '$');
        if (parts.size() != components.size() || parts.stream().anyMatch(String::isBlank)) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter.code() + "'. It is written '"
                    + parameter.components().stream()
                            .map(SearchDefinition.Component::code)
                            .collect(Collectors.joining("$"))
                    + "'.");
        }
        List<Criterion.Match> matches = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            matches.add(components.get(i).parse(parts.get(i)));
        }
        return new Criterion.Tuple(matches);
    }
}
