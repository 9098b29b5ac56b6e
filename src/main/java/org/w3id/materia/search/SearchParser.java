package org.w3id.materia.search;

import java.util.List;
import java.util.stream.Collectors;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion;

/** One parameter of a search request → what the store is asked (FHIR R4, 3.1.1.4 and 3.1.1.5). */
public final class SearchParser {
    private final SearchParameters parameters;

    public SearchParser(SearchParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Whether the type has the parameter that {@code name} names, whatever its modifier.
     *
     * @param name as in the request: {@code code}, {@code code:text}, {@code subject.name}
     */
    public boolean knows(String type, String name) {
        return parameters.find(type, codeOf(name)).isPresent();
    }

    /**
     * Reads one parameter; repetitions are further criteria, and all must hold.
     *
     * @param type a served resource type
     * @param name as in the request, with its modifier
     * @param value as in the request after URL decoding: alternatives joined by commas
     * @param serverBase URL of this server's FHIR base, by which absolute references are recognised
     * @throws Failure invalid where there is no such parameter or the value is not of its type; not supported where the
     *     modifier or prefix is FHIR's and is not served
     */
    public Criterion parse(String type, String name, String value, String serverBase) {
        SearchDefinition definition =
                parameters.find(type, codeOf(name)).orElseThrow(() -> unknownParameter(type, name));
        int modifierAt = name.indexOf(':');
        String modifier = modifierAt < 0 ? "" : name.substring(modifierAt + 1);
        if (modifier.indexOf('.') >= 0 || codeOf(name).length() < name.length() && modifierAt < 0) {
            throw Failure.notSupported("Chained search ('" + name + "') is not supported.");
        }
        ValueParser values = valuesOf(definition, modifier, type, serverBase);
        List<Criterion.Match> anyOf = EscapedText.split(value, ',').stream()
                .map(one -> {
                    if (one.isBlank()) {
                        throw Failure.invalid("The search parameter '" + name + "' has an empty value.");
                    }
                    return values.parse(one);
                })
                .toList();
        return new Criterion(definition.code(), anyOf);
    }

    /** The failure that names the parameters which the type does have. */
    public Failure unknownParameter(String type, String name) {
        String known = parameters.of(type).stream().map(SearchDefinition::code).collect(Collectors.joining(", "));
        return Failure.invalid(
                type + " has no search parameter '" + codeOf(name) + "'. It can be searched by: " + known + ".");
    }

    private static ValueParser valuesOf(SearchDefinition parameter, String modifier, String type, String serverBase) {
        if (modifier.equals("missing")) {
            if (ServedParameters.OF_EVERY_TYPE.contains(parameter.code())) {
                throw Failure.invalid("Every resource has '" + parameter.code() + "': it cannot be missing.");
            }
            return new MissingValue(parameter.code());
        }
        if (parameter.code().equals("_id")) {
            return new IdValue(modifier);
        }
        return switch (parameter.type()) {
            case TOKEN -> TokenValue.parser(parameter.code(), modifier);
            case STRING -> StringValue.parser(parameter.code(), modifier);
            case REFERENCE -> new ReferenceValue(parameter, modifier, serverBase);
            case URI -> UriValue.parser(parameter.code(), modifier);
            case DATE -> new DateValue(parameter.code(), modifier);
            default ->
                throw new IllegalStateException(
                        type + "." + parameter.code() + " is a " + parameter.type() + ", which no index holds");
        };
    }

    private static String codeOf(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ':' || c == '.') {
                return name.substring(0, i);
            }
        }
        return name;
    }
}
