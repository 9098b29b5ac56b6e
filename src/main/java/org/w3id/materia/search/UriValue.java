package org.w3id.materia.search;

import org.w3id.materia.store.Criterion;

/** URI values (FHIR R4, 3.1.1.4.14): the whole URI, exactly. */
final class UriValue {
    private UriValue() {}

    static ValueParser parser(String parameter, String modifier) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter, modifier, ":missing");
        }
        return value -> new Criterion.UriIs(EscapedText.unescape(value));
    }
}
