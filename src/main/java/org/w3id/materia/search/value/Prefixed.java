package org.w3id.materia.search.value;

import java.util.Locale;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion.Comparison;

/**
 * The value of an ordered parameter: a prefix, {@code eq} where there is none, and what it compares with (FHIR R4, 3.1.1.4.6).
 *
 * @param operand the value without its prefix
 */
record Prefixed(Comparison comparison, String operand) {
    static final String PREFIXES = "eq, ne, gt, lt, ge, le, sa, eb, ap";

    private static final int LENGTH = 2;

    /** @throws Failure where it begins with letters that are no prefix */
    static Prefixed parse(String parameter, String value) {
        if (value.length() <= LENGTH || !Character.isLetter(value.charAt(0))) {
            return new Prefixed(Comparison.EQ, value);
        }
        String prefix = value.substring(0, LENGTH);
        for (Comparison comparison : Comparison.values()) {
            if (comparison.name().toLowerCase(Locale.ROOT).equals(prefix)) {
                return new Prefixed(comparison, value.substring(LENGTH));
            }
        }
        throw Failure.invalid("'" + prefix + "' is not a prefix for '" + parameter + "'. There are " + PREFIXES + ".");
    }
}
