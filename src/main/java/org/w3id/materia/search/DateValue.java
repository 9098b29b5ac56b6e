package org.w3id.materia.search;

import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Criterion.Comparison;

/** Date values (FHIR R4, 3.1.1.4.7): a prefix, {@code eq} where there is none, and a date at any precision. */
final class DateValue implements ValueParser {
    private final String parameter;

    DateValue(String parameter, String modifier) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter, modifier, ":missing");
        }
        this.parameter = parameter;
    }

    @Override
    public Criterion.Match parse(String value) {
        boolean prefixed = value.length() > 2 && Character.isLetter(value.charAt(0));
        Comparison comparison = prefixed ? comparison(value.substring(0, 2)) : Comparison.EQ;
        try {
            TimeSpan span = TimeSpan.parse(prefixed ? value.substring(2) : value);
            return new Criterion.PeriodIs(comparison, span.start(), span.end());
        } catch (DateTimeParseException e) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter
                    + "'. It is a date or time such as 2026-11, 2026-11-23 or 2026-11-23T01:50:24Z"
                    + " ('+' in a URL is written %2B), after one of the prefixes eq, ne, gt, lt, ge, le, sa, eb.");
        }
    }

    private Comparison comparison(String prefix) {
        if (prefix.equals("ap")) {
            throw Failure.notSupported("The prefix 'ap' is not supported on '" + parameter + "'.");
        }
        for (Comparison comparison : Comparison.values()) {
            if (comparison.name().toLowerCase(Locale.ROOT).equals(prefix)) {
                return comparison;
            }
        }
        throw Failure.invalid("'" + prefix + "' is not a prefix for '" + parameter
                + "'. There are eq, ne, gt, lt, ge, le, sa and eb.");
    }
}
