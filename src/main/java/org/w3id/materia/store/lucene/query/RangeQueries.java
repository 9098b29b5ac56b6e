package org.w3id.materia.store.lucene.query;

import java.util.List;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.index.StretchComparison;
import org.w3id.materia.store.lucene.field.IndexFields;

/** Comparisons of stretches → queries of ranges. */
final class RangeQueries {
    private RangeQueries() {}

    static Query of(String parameter, Criterion.PeriodIs period) {
        return any(IndexFields.period(parameter), StretchComparison.of(period));
    }

    static Query of(String parameter, Criterion.QuantityIs quantity) {
        return any(IndexFields.quantity(parameter, quantity.unit()), StretchComparison.of(quantity));
    }

    private static Query any(String field, List<StretchComparison.Alternative> alternatives) {
        if (alternatives.isEmpty()) {
            return new MatchNoDocsQuery("nothing lies beyond the end");
        }
        if (alternatives.size() == 1) {
            return of(field, alternatives.get(0));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        alternatives.forEach(each -> any.add(of(field, each), Occur.SHOULD));
        return any.build();
    }

    private static Query of(String field, StretchComparison.Alternative alternative) {
        long[] first = {alternative.first()};
        long[] last = {alternative.last()};
        return alternative.within()
                ? LongRange.newWithinQuery(field, first, last)
                : LongRange.newIntersectsQuery(field, first, last);
    }
}
