package org.w3id.materia.store.index;

import java.util.List;
import org.w3id.materia.store.Criterion;

/**
 * Comparison of a stated stretch, of time or of numbers, with a resource's (FHIR R4, 3.1.1.4.6 Prefixes), as alternatives that an index
 * knows. Where the resource has several stretches, one that satisfies an alternative is enough.
 */
public final class StretchComparison {
    private final Criterion.Comparison comparison;
    private final long first;
    private final long last;

    private StretchComparison(Criterion.Comparison comparison, long first, long last) {
        this.comparison = comparison;
        this.first = first;
        this.last = last;
    }

    /**
     * The resource's stretch shares something with {@code [first, last]}, or lies within it.
     *
     * @param within whether all of it must lie within
     */
    public record Alternative(boolean within, long first, long last) {}

    /** In milliseconds. None where nothing can match. */
    public static List<Alternative> of(Criterion.PeriodIs period) {
        return new StretchComparison(
                        period.comparison(),
                        Milliseconds.first(period.start()),
                        Milliseconds.last(period.start(), period.end()))
                .alternatives();
    }

    /** On the {@link Scale}. None where nothing can match. */
    public static List<Alternative> of(Criterion.QuantityIs quantity) {
        return new StretchComparison(quantity.comparison(), Scale.of(quantity.low()), Scale.of(quantity.high()))
                .alternatives();
    }

    private List<Alternative> alternatives() {
        List<List<Alternative>> all =
                switch (comparison) {
                    case EQ -> List.of(within());
                    case NE -> List.of(below(false), above(false));
                    case GT -> List.of(above(false));
                    case LT -> List.of(below(false));
                    case GE -> List.of(above(false), within());
                    case LE -> List.of(below(false), within());
                    case SA -> List.of(above(true));
                    case EB -> List.of(below(true));
                    case AP -> List.of(List.of(new Alternative(false, first, last)));
                };
        return all.stream().flatMap(List::stream).toList();
    }

    /** "The range of the search value fully contains the range of the target value." */
    private List<Alternative> within() {
        return List.of(new Alternative(true, first, last));
    }

    /** "The range above the search value intersects with, or contains, the range of the target value." */
    private List<Alternative> above(boolean within) {
        return last == Long.MAX_VALUE ? List.of() : List.of(new Alternative(within, last + 1, Long.MAX_VALUE));
    }

    private List<Alternative> below(boolean within) {
        return first == Long.MIN_VALUE ? List.of() : List.of(new Alternative(within, Long.MIN_VALUE, first - 1));
    }
}
