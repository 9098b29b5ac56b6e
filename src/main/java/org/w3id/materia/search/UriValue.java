package org.w3id.materia.search;

import org.w3id.materia.store.Criterion;

/** URI values (FHIR R4, 3.1.1.4.14): the whole URI exactly, or those above or below it by segments of the path. */
final class UriValue {
    private UriValue() {}

    static ValueParser parser(String parameter, String modifier) {
        return switch (modifier) {
            case "" -> value -> new Criterion.UriIs(EscapedText.unescape(value));
            case "below" -> value -> new Criterion.UriBelow(EscapedText.unescape(value));
            case "above" -> value -> new Criterion.UriAbove(EscapedText.unescape(value));
            default -> throw Modifiers.refused(parameter, modifier, ":missing, :above, :below");
        };
    }
}
