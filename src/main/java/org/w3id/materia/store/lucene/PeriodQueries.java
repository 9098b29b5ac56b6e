package org.w3id.materia.store.lucene;

import org.apache.lucene.document.LongRange;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.w3id.materia.store.Criterion;

/**
 * Comparisons of a stated stretch of time with a resource's (FHIR R4, 3.1.1.4.6 Prefixes, and 3.1.1.4.7). Where the resource
 * has several, one that satisfies the comparison is enough.
 */
final class PeriodQueries {
    private final String field;
    private final long first;
    private final long last;

    private PeriodQueries(String field, long first, long last) {
        this.field = field;
        this.first = first;
        this.last = last;
    }

    static Query of(String parameter, Criterion.PeriodIs period) {
        PeriodQueries queries = new PeriodQueries(
                Fields.period(parameter),
                Milliseconds.first(period.start()),
                Milliseconds.last(period.start(), period.end()));
        return switch (period.comparison()) {
            case EQ -> queries.within(queries.first, queries.last);
            case NE -> any(queries.reachesBelow(), queries.reachesAbove());
            case GT -> queries.reachesAbove();
            case LT -> queries.reachesBelow();
            case GE -> any(queries.reachesAbove(), queries.within(queries.first, queries.last));
            case LE -> any(queries.reachesBelow(), queries.within(queries.first, queries.last));
            case SA -> queries.liesAbove();
            case EB -> queries.liesBelow();
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
        return new MatchNoDocsQuery("nothing lies beyond the end of time");
    }

    private static long[] at(long value) {
        return new long[] {value};
    }
}
