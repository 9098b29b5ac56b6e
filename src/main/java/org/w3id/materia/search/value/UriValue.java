package org.w3id.materia.search.value;

import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.store.Criterion;

/** URI values (FHIR R4, 3.1.1.4.14): the whole URI exactly, or those above or below it by segments of the path. */
public final class UriValue {
    private UriValue() {}

    /** @throws org.w3id.materia.model.Failure where a URI has no such modifier, or it is not served */
    public static ValueParser parser(String parameter, String modifier) {
        return switch (modifier) {
            case "" -> value -> new Criterion.UriIs(EscapedText.unescape(value));
            case "below" -> value -> new Criterion.UriBelow(EscapedText.unescape(value));
            case "above" -> value -> new Criterion.UriAbove(EscapedText.unescape(value));
            default -> throw Modifiers.refused(parameter, modifier, ":missing, :above, :below");
        };
    }
}
