package org.w3id.materia.search.value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.w3id.materia.model.Failure;
import org.w3id.materia.search.definition.Modifiers;
import org.w3id.materia.search.element.TimeSpan;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Criterion.Comparison;

/** Date values (FHIR R4, 3.1.1.4.7): a prefix, and a date at any precision. */
public final class DateValue implements ValueParser {
    /** "The recommended value for the approximation is … 10% of the gap between now and the date" (FHIR R4, 3.1.1.4.6). */
    private static final int APPROXIMATELY = 10;

    private final String parameter;
    private final InstantSource clock;

    public DateValue(String parameter, String modifier, InstantSource clock) {
        if (!modifier.isEmpty()) {
            throw Modifiers.refused(parameter, modifier, ":missing");
        }
        this.parameter = parameter;
        this.clock = clock;
    }

    @Override
    public Criterion.Match parse(String value) {
        Prefixed prefixed = Prefixed.parse(parameter, value);
        try {
            TimeSpan span = TimeSpan.parse(prefixed.operand());
            if (prefixed.comparison() == Comparison.AP) {
                span = around(span);
            }
            return new Criterion.PeriodIs(prefixed.comparison(), span.start(), span.end());
        } catch (DateTimeParseException e) {
            throw Failure.invalid("'" + value + "' is not a value for '" + parameter
                    + "'. It is a date or time such as 2026-11, 2026-11-23 or 2026-11-23T01:50:24Z"
                    + " ('+' in a URL is written %2B), after one of the prefixes " + Prefixed.PREFIXES + ".");
        }
    }

    private TimeSpan around(TimeSpan span) {
        Instant now = clock.instant();
        Instant nearest = now.isBefore(span.start()) ? span.start() : now.isBefore(span.end()) ? now : span.end();
        Duration margin = Duration.between(nearest, now).abs().dividedBy(APPROXIMATELY);
        return new TimeSpan(span.start().minus(margin), span.end().plus(margin));
    }
}
