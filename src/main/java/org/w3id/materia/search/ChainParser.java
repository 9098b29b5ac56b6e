package org.w3id.materia.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.definition.ServedParameters;
import org.w3id.materia.store.Criterion;

/** Chained parameters, and {@code _has} (FHIR R4, 3.1.1.5.1 and 3.1.1.5.2). */
final class ChainParser {
    private static final int PARTS_OF_HAS = 4;

    /** Reads the parameter at the chain's other end, with the value of the whole. */
    interface Rest {
        Criterion parse(String type, String name);
    }

    private final SearchParameters parameters;
    private final Rest rest;

    ChainParser(SearchParameters parameters, Rest rest) {
        this.parameters = parameters;
        this.rest = rest;
    }

    /** What refers to a resource that the rest finds. Without a type, to any that has the parameter which the rest names. */
    Criterion forward(String type, SearchDefinition reference, ParameterName name) {
        requireReference(type, reference);
        String next = name.chain().orElseThrow();
        List<Criterion.Match> anyOf = new ArrayList<>();
        for (String target : targets(reference, name.modifier())) {
            if (ParameterName.isReverseChain(next)
                    || parameters.find(target, ParameterName.parse(next).code()).isPresent()) {
                anyOf.add(new Criterion.References(target, List.of(rest.parse(target, next))));
            }
        }
        if (anyOf.isEmpty()) {
            throw Failure.invalid("Nothing that '" + reference.code() + "' refers to here has a search parameter '"
                    + ParameterName.parse(next).code() + "'. It refers to: " + served(reference) + ".");
        }
        return new Criterion(reference.code(), anyOf);
    }

    private List<String> targets(SearchDefinition reference, String type) {
        if (!type.isEmpty() && !reference.targets().contains(type)) {
            throw Failure.invalid(
                    "'" + reference.code() + "' does not refer to '" + type + "', but to " + served(reference) + ".");
        }
        return reference.targets().stream()
                .filter(target -> (type.isEmpty() || type.equals(target))
                        && parameters.types().contains(target))
                .toList();
    }

    private String served(SearchDefinition reference) {
        return reference.targets().stream().filter(parameters.types()::contains).collect(Collectors.joining(", "));
    }

    /** {@code _has:Type:reference:name}: what a resource of the type refers to that the rest finds. */
    Criterion reverse(String type, String name) {
        String[] parts = name.split(":", PARTS_OF_HAS);
        if (parts.length < PARTS_OF_HAS || parts[PARTS_OF_HAS - 1].isEmpty()) {
            throw Failure.invalid("'" + name + "' is not complete: it is written '_has:Type:reference:parameter'.");
        }
        String source = parts[1];
        if (!parameters.types().contains(source)) {
            throw Failure.invalid("'" + source + "' in '" + name + "' is not served here.");
        }
        SearchDefinition reference = parameters
                .find(source, parts[2])
                .orElseThrow(() -> Failure.invalid(source + " has no search parameter '" + parts[2] + "'."));
        requireReference(source, reference);
        if (!reference.targets().contains(type)) {
            throw Failure.invalid("'" + source + "." + parts[2] + "' does not refer to " + type + ".");
        }
        Criterion criterion = rest.parse(source, parts[PARTS_OF_HAS - 1]);
        return new Criterion(
                ParameterName.REVERSE_CHAIN, List.of(new Criterion.ReferredBy(source, parts[2], List.of(criterion))));
    }

    private static void requireReference(String type, SearchDefinition parameter) {
        if (parameter.type() != SearchParamType.REFERENCE) {
            throw Failure.invalid("'" + parameter.code() + "' is no reference, so nothing can be chained to it.");
        } else if (ServedParameters.REFERRING_BY_CANONICAL.contains(type)) {
            throw Failure.notSupported("'" + type + "." + parameter.code()
                    + "' refers by canonical URL; chains along such references are not supported.");
        }
    }
}
