package org.w3id.materia.search;

import java.util.List;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion;

/** Token values (FHIR R4, 3.1.1.4.10): {@code code}, {@code system|code}, {@code |code}, {@code system|}. */
final class TokenValue {
    private TokenValue() {}

    static ValueParser parser(String parameter, String modifier) {
        return switch (modifier) {
            case "" -> value -> token(parameter, value);
            case "text" -> value -> new Criterion.TextBegins(EscapedText.unescape(value));
            default -> throw Modifiers.refused(parameter, modifier, ":missing, :text");
        };
    }

    private static Criterion.Match token(String parameter, String value) {
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
}
