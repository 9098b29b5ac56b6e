package org.w3id.materia.search.value;

import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.Criterion;

/** String values (FHIR R4, 3.1.1.4.9). */
public final class StringValue {
    private StringValue() {}

    /** Few typing errors are passed over. */
    public static ValueParser tolerant(String parameter, String modifier) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter, modifier, "none");
        }
        return value -> new Criterion.TextResembles(EscapedText.unescape(value));
    }

    /** @throws org.w3id.materia.model.Failure where a string has no such modifier, or it is not served */
    public static ValueParser parser(String parameter, String modifier) {
        return switch (modifier) {
            case "" -> value -> new Criterion.TextBegins(EscapedText.unescape(value));
            case "contains" -> value -> new Criterion.TextContains(EscapedText.unescape(value));
            case "exact" -> value -> new Criterion.TextIs(EscapedText.unescape(value));
            default -> throw Modifiers.refused(parameter, modifier, ":missing, :contains, :exact");
        };
    }
}
