package org.w3id.materia.search;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.search.definition.ServedParameters;
import org.w3id.materia.search.value.CompositeValue;
import org.w3id.materia.search.value.ConceptSets;
import org.w3id.materia.search.value.DateValue;
import org.w3id.materia.search.value.EscapedText;
import org.w3id.materia.search.value.IdValue;
import org.w3id.materia.search.value.MissingValue;
import org.w3id.materia.search.value.QuantityValue;
import org.w3id.materia.search.value.ReferenceValue;
import org.w3id.materia.search.value.StringValue;
import org.w3id.materia.search.value.TokenValue;
import org.w3id.materia.search.value.UriValue;
import org.w3id.materia.search.value.ValueParser;
import org.w3id.materia.search.value.WordsValue;
import org.w3id.materia.store.Criterion;

/** One parameter of a search request → what the store is asked (FHIR R4, 3.1.1.4 and 3.1.1.5). */
public final class SearchParser {
    private final SearchParameters parameters;
    private final Optional<ConceptSets> concepts;
    private final InstantSource clock;

    /** A parser without terminology: {@code :in}, {@code :above} and their like are refused on tokens. */
    public SearchParser(SearchParameters parameters) {
        this(parameters, Optional.empty(), InstantSource.system());
    }

    /**
     * @param concepts empty where there is no terminology to ask
     * @param clock what dates are approximately compared by
     */
    public SearchParser(SearchParameters parameters, Optional<ConceptSets> concepts, InstantSource clock) {
        this.parameters = parameters;
        this.concepts = concepts;
        this.clock = clock;
    }

    /**
     * Whether the type has the parameter that {@code name} names, whatever its modifier.
     *
     * @param name as in the request: {@code code}, {@code code:text}, {@code subject.name}, {@code _has:Provenance:target:recorded}
     */
    public boolean knows(String type, String name) {
        return ParameterName.isReverseChain(name)
                || parameters.find(type, ParameterName.parse(name).code()).isPresent();
    }

    /**
     * Reads one parameter; repetitions are further criteria, and all must hold.
     *
     * @param type a served resource type
     * @param name as in the request, with its modifier or chain
     * @param value as in the request after URL decoding: alternatives joined by commas
     * @param serverBase URL of this server's FHIR base, by which absolute references are recognised
     * @throws Failure invalid where there is no such parameter or the value is not of its type; not supported where the
     *     modifier or prefix is FHIR's and is not served
     */
    public Criterion parse(String type, String name, String value, String serverBase) {
        ChainParser chains = new ChainParser(parameters, (t, n) -> parse(t, n, value, serverBase));
        if (ParameterName.isReverseChain(name)) {
            return chains.reverse(type, name);
        }
        ParameterName named = ParameterName.parse(name);
        SearchDefinition definition =
                parameters.find(type, named.code()).orElseThrow(() -> unknownParameter(type, name));
        if (named.chain().isPresent()) {
            return chains.forward(type, definition, named);
        }
        return criterion(type, definition, named.modifier(), value, serverBase);
    }

    /** The failure that names the parameters which the type does have, or the one that FHIR has and Materia does not serve. */
    public Failure unknownParameter(String type, String name) {
        String code = ParameterName.parse(name).code();
        if (ServedParameters.REFUSED.contains(code)) {
            return Failure.notSupported("The parameter '" + code + "' is not supported.");
        }
        String known = parameters.of(type).stream().map(SearchDefinition::code).collect(Collectors.joining(", "));
        return Failure.invalid(type + " has no search parameter '" + code + "'. It can be searched by: " + known + ".");
    }

    private Criterion criterion(
            String type, SearchDefinition definition, String modifier, String value, String serverBase) {
        ValueParser values = valuesOf(definition, modifier, serverBase);
        List<Criterion.Match> anyOf = EscapedText.split(value, ',').stream()
                .map(one -> {
                    if (one.isBlank()) {
                        throw Failure.invalid(
                                "The search parameter '" + type + "." + definition.code() + "' has an empty value.");
                    }
                    return values.parse(one);
                })
                .toList();
        if (definition.type() == SearchParamType.TOKEN && TokenValue.isNegation(modifier)) {
            anyOf = List.of(new Criterion.Not(anyOf));
        }
        boolean apart = modifier.equals(Modifiers.IDENTIFIER) || modifier.equals(Modifiers.OF_TYPE);
        if (definition.code().equals(ServedParameters.SIMILAR_NAME)) {
            return new Criterion(ServedParameters.NAME, anyOf);
        }
        return new Criterion(apart ? Modifiers.asParameter(definition.code(), modifier) : definition.code(), anyOf);
    }

    private ValueParser valuesOf(SearchDefinition parameter, String modifier, String serverBase) {
        String code = parameter.code();
        if (modifier.equals("missing") && !code.equals(ServedParameters.SIMILAR_NAME)) {
            if (ServedParameters.OF_THE_STORE.contains(code)) {
                throw Failure.invalid("Every resource has '" + code + "': it cannot be missing.");
            }
            return new MissingValue(code);
        } else if (code.equals(ServedParameters.SIMILAR_NAME)) {
            return StringValue.tolerant(code, modifier);
        } else if (code.equals("_id")) {
            return new IdValue(modifier);
        } else if (WordsValue.reads(code)) {
            return new WordsValue(code, modifier);
        } else if (parameter.type() == SearchParamType.COMPOSITE) {
            return new CompositeValue(
                    parameter,
                    modifier,
                    parameter.components().stream()
                            .map(c -> valuesOf(c.type(), c.code(), c.targets(), "", serverBase))
                            .toList());
        }
        return valuesOf(parameter.type(), code, parameter.targets(), modifier, serverBase);
    }

    private ValueParser valuesOf(
            SearchParamType type, String code, List<String> targets, String modifier, String serverBase) {
        return switch (type) {
            case TOKEN -> TokenValue.parser(code, modifier, concepts);
            case STRING -> StringValue.parser(code, modifier);
            case REFERENCE ->
                modifier.equals(Modifiers.IDENTIFIER)
                        ? value -> TokenValue.token(code, value)
                        : new ReferenceValue(code, targets, modifier, serverBase);
            case URI -> UriValue.parser(code, modifier);
            case DATE -> new DateValue(code, modifier, clock);
            case NUMBER, QUANTITY -> new QuantityValue(code, type, modifier);
            default -> throw new IllegalStateException(code + " is a " + type + ", which no index holds");
        };
    }
}
