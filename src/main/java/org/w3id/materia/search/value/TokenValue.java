package org.w3id.materia.search.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.Criterion;

/** Token values (FHIR R4, 3.1.1.4.10): {@code code}, {@code system|code}, {@code |code}, {@code system|}; or a value set's URL. */
public final class TokenValue {
    private static final String SERVED = ":missing, :text, :not, :of-type";
    private static final String SERVED_WITH_TERMINOLOGY = SERVED + ", :in, :not-in, :above, :below";

    private final String parameter;
    private final String modifier;
    private final Optional<ConceptSets> concepts;

    private TokenValue(String parameter, String modifier, Optional<ConceptSets> concepts) {
        this.parameter = parameter;
        this.modifier = modifier;
        this.concepts = concepts;
    }

    /** @param concepts empty where there is no terminology to ask */
    public static ValueParser parser(String parameter, String modifier, Optional<ConceptSets> concepts) {
        TokenValue token = new TokenValue(parameter, modifier, concepts);
        return switch (modifier) {
            // What is not to match is gathered by the parser of the whole parameter: "a,b" is neither.
            case "", "not" -> value -> token(parameter, value);
            case "text" -> value -> new Criterion.TextBegins(EscapedText.unescape(value));
            case Modifiers.OF_TYPE -> value -> ofType(parameter, value);
            case "in", "not-in" -> token.anyOf(value -> sets -> sets.members(EscapedText.unescape(value)));
            case "below" -> token.anyOf(value -> sets -> sets.descendants(concept(parameter, value)));
            case "above" -> token.anyOf(value -> sets -> sets.ancestors(concept(parameter, value)));
            default -> throw token.refused();
        };
    }

    /** Whether it asks for what its values do not match. */
    public static boolean isNegation(String modifier) {
        return modifier.equals("not") || modifier.equals("not-in");
    }

    private ValueParser anyOf(Function<String, Function<ConceptSets, Set<ConceptKey>>> ofValue) {
        ConceptSets sets = concepts.orElseThrow(this::refused);
        return value -> new Criterion.TokenAnyOf(ofValue.apply(value).apply(sets));
    }

    private Failure refused() {
        return Modifiers.refused(parameter, modifier, concepts.isPresent() ? SERVED_WITH_TERMINOLOGY : SERVED);
    }

    /**
     * @param parameter as a message names it
     * @throws Failure invalid where it is none of the four forms
     */
    public static Criterion.Match token(String parameter, String value) {
        List<String> parts = EscapedText.split(value, '|');
        if (parts.size() == 1) {
            return new Criterion.TokenIs(null, EscapedText.unescape(value));
        }
        String system = EscapedText.unescape(parts.get(0));
        String code = EscapedText.unescape(parts.get(1));
        if (parts.size() > 2 || system.isEmpty() && code.isEmpty()) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter
                    + "'. It is written 'code', 'system|code', '|code' or 'system|'.");
        }
        return new Criterion.TokenIs(system, code.isEmpty() ? null : code);
    }

    /** {@code system|code|value}: the type of an identifier, and its value. */
    private static Criterion.Match ofType(String parameter, String value) {
        List<String> parts = EscapedText.split(value, '|').stream()
                .map(EscapedText::unescape)
                .toList();
        if (parts.size() != 3 || parts.contains("")) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter
                    + ":of-type'. It is written 'system|code|value', where system and code are the identifier's type.");
        }
        return new Criterion.TokenIs(parts.get(0), parts.get(1) + "|" + parts.get(2));
    }

    private static ConceptKey concept(String parameter, String value) {
        Criterion.TokenIs token = (Criterion.TokenIs) token(parameter, value);
        if (token.system() == null || token.system().isEmpty() || token.code() == null) {
            throw Failure.invalid(
                    "A concept of '" + parameter + "' is written 'system|code', and not '" + value + "'.");
        }
        return new ConceptKey(token.system(), token.code());
    }
}
