package org.w3id.materia.store.lucene;

import org.apache.lucene.document.LongRange;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.NumericUtils;
import org.w3id.materia.store.Criterion;

/**
 * Comparisons of a stated stretch, of time or of numbers, with a resource's (FHIR R4, 3.1.1.4.6 Prefixes). Where the resource has
 * several, one that satisfies the comparison is enough. Numbers are put on the same scale as milliseconds by an order that keeps
 * theirs, so that the number next to another is one more.
 */
final class RangeQueries {
    private final String field;
    private final long first;
    private final long last;

    private RangeQueries(String field, long first, long last) {
        this.field = field;
        this.first = first;
        this.last = last;
    }

    static Query of(String parameter, Criterion.PeriodIs period) {
        return new RangeQueries(
                        Fields.period(parameter),
                        Milliseconds.first(period.start()),
                        Milliseconds.last(period.start(), period.end()))
                .compare(period.comparison());
    }

    static Query of(String parameter, Criterion.QuantityIs quantity) {
        return new RangeQueries(
                        Fields.quantity(parameter, quantity.unit()), onScale(quantity.low()), onScale(quantity.high()))
                .compare(quantity.comparison());
    }

    /** A number's place on the scale of ranges; the infinities are its ends. */
    static long onScale(double number) {
        if (Double.isInfinite(number)) {
            return number < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return NumericUtils.doubleToSortableLong(number + 0.0); // Makes -0.0, which sorts below, 0.0.
    }

    private Query compare(Criterion.Comparison comparison) {
        return switch (comparison) {
            case EQ -> within(first, last);
            case NE -> any(reachesBelow(), reachesAbove());
            case GT -> reachesAbove();
            case LT -> reachesBelow();
            case GE -> any(reachesAbove(), within(first, last));
            case LE -> any(reachesBelow(), within(first, last));
            case SA -> liesAbove();
            case EB -> liesBelow();
            case AP -> LongRange.newIntersectsQuery(field, at(first), at(last));
        };
    }

    /** "The range above the search value intersects … with the range of the target value." */
    private Query reachesAbove() {
        return last == Long.MAX_VALUE ? none() : LongRange.newIntersectsQuery(field, at(last + 1), at(Long.MAX_VALUE));
    }

    private Query reachesBelow() {
        return first == Long.MIN_VALUE
                ? none()
                : LongRange.newIntersectsQuery(field, at(Long.MIN_VALUE), at(first - 1));
    }

    /** "The range of the search value does not overlap with the range of the target value, and the range above …" */
    private Query liesAbove() {
        return last == Long.MAX_VALUE ? none() : within(last + 1, Long.MAX_VALUE);
    }

    private Query liesBelow() {
        return first == Long.MIN_VALUE ? none() : within(Long.MIN_VALUE, first - 1);
    }

    /** "The range of the search value fully contains the range of the target value." */
    private Query within(long from, long to) {
        return LongRange.newWithinQuery(field, at(from), at(to));
    }

    private static Query any(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    private static Query none() {
        return new MatchNoDocsQuery("nothing lies beyond the end");
    }

    private static long[] at(long value) {
        return new long[] {value};
    }
}
