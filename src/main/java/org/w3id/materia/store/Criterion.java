package org.w3id.materia.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;

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

    /** Token: any of these concepts ({@code :in}, {@code :below}); empty matches nothing. May be many thousands. */
    public record TokenAnyOf(Set<ConceptKey> concepts) implements Match {
        public TokenAnyOf {
            concepts = Set.copyOf(concepts);
        }
    }

    /** Resources that none of these match, those without a value among them ({@code :not}, {@code :not-in}). */
    public record Not(List<Match> anyOf) implements Match {
        public Not {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** String, folded in case and accents: the value, or one of its words, begins with it (R4, 3.1.1.4.8). */
    public record TextBegins(String value) implements Match {}

    /** String, folded: the whole value is it. */
    public record TextEquals(String value) implements Match {}

    /** String, folded: the value begins with it; a later word is not enough. */
    public record TextStarts(String value) implements Match {}

    /** {@code :contains}: folded, anywhere. */
    public record TextContains(String value) implements Match {}

    /** {@code :exact}: case and accents count. */
    public record TextIs(String value) implements Match {}

    /**
     * String, folded: each word of {@code value} begins a word of the text, or is within one typing error of one (words of five to
     * seven letters) or two (longer words). Shorter words must be right: among them another name is never far.
     */
    public record TextResembles(String value) implements Match {}

    /**
     * Text, folded: it has each of the words, whole, in any order.
     *
     * @param also parameters in whose texts a word may stand as well
     */
    public record HasWords(String words, List<String> also) implements Match {
        public HasWords {
            also = List.copyOf(also);
        }

        /** Words of the criterion's own parameter. */
        public HasWords(String words) {
            this(words, List.of());
        }
    }

    /** Reference to a resource; a null type asks for any type. */
    public record RefersTo(String type, String id) implements Match {}

    /** Reference to a resource of that type, which matches all the criteria (chained parameters, FHIR R4, 3.1.1.5.1). */
    public record References(String type, List<Criterion> allOf) implements Match {
        public References {
            allOf = List.copyOf(allOf);
        }
    }

    /**
     * The resource is referred to, by the reference parameter {@code by} of a resource of that type which matches all the criteria
     * (reverse chaining, FHIR R4, 3.1.1.5.2). The criterion's own parameter says nothing.
     */
    public record ReferredBy(String type, String by, List<Criterion> allOf) implements Match {
        public ReferredBy {
            allOf = List.copyOf(allOf);
        }
    }

    /** URI, exactly. */
    public record UriIs(String value) implements Match {}

    /** {@code :below} of a URI: it, or one that has further path segments. */
    public record UriBelow(String value) implements Match {}

    /** {@code :above} of a URI: it, or one that it continues by further path segments. */
    public record UriAbove(String value) implements Match {}

    /** The resource's id. */
    public record IdIs(String id) implements Match {}

    /** Prefix and stretch of time {@code [start, end)} that the stated precision covers (R4, 3.1.1.4.7). */
    public record PeriodIs(Comparison comparison, Instant start, Instant end) implements Match {}

    /**
     * Prefix and stretch of numbers, both ends included (FHIR R4, 3.1.1.4.8 and 3.1.1.4.11).
     *
     * @param unit as in {@link IndexValue.Quantity}
     */
    public record QuantityIs(Comparison comparison, String unit, double low, double high) implements Match {}

    /** Composite: one and the same element matches each of these, in the order of the components (FHIR R4, 3.1.1.4.13). */
    public record Tuple(List<Match> components) implements Match {
        public Tuple {
            components = List.copyOf(components);
        }
    }

    /** Whether the parameter has a value at all ({@code :missing}). */
    public record Missing(boolean missing) implements Match {}

    /** The prefixes of ordered values; for {@code AP} the stretch is the approximate one, and to overlap it is enough. */
    public enum Comparison {
        EQ,
        NE,
        GT,
        LT,
        GE,
        LE,
        SA,
        EB,
        AP
    }
}
