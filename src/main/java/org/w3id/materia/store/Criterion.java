package org.w3id.materia.store;

import java.time.Instant;
import java.util.List;

/**
 * What a search asks of one parameter: a resource matches where any of the {@code anyOf} matches.
 *
 * @param parameter code of the search parameter; {@code _id} and {@code _lastUpdated} are always there
 */
public record Criterion(String parameter, List<Match> anyOf) {
    public Criterion {
        anyOf = List.copyOf(anyOf);
    }

    /** One alternative. */
    public sealed interface Match {}

    /** Token: {@code system} null asks for any system, empty for none; {@code code} null for any code of the system. */
    public record TokenIs(String system, String code) implements Match {}

    /** String, folded in case and accents: the value, or one of its words, begins with it (R4, 3.1.1.4.8). */
    public record TextBegins(String value) implements Match {}

    /** {@code :contains}: folded, anywhere. */
    public record TextContains(String value) implements Match {}

    /** {@code :exact}: case and accents count. */
    public record TextIs(String value) implements Match {}

    /** Reference to a resource; a null type asks for any type. */
    public record RefersTo(String type, String id) implements Match {}

    /** URI, exactly. */
    public record UriIs(String value) implements Match {}

    /** The resource's id. */
    public record IdIs(String id) implements Match {}

    /** Prefix and stretch of time {@code [start, end)} that the stated precision covers (R4, 3.1.1.4.7). */
    public record PeriodIs(Comparison comparison, Instant start, Instant end) implements Match {}

    /** Whether the parameter has a value at all ({@code :missing}). */
    public record Missing(boolean missing) implements Match {}

    /** The prefixes of ordered values. */
    public enum Comparison {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        SA,
        EB
    }
}
