package org.w3id.materia.store.lucene.concept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Filter;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider.Selection;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptFilters;
import org.w3id.materia.terminology.codesystem.ConceptQuery;

/** Finds the concepts of a query by the index, and reads no more of them than are asked for. */
final class ConceptSelection {
    private final ConceptIndex index;
    private final FilterQueries filters;

    ConceptSelection(ConceptIndex index, CodeSystemProvider system, ConceptFilters predicates) {
        this.index = index;
        filters = new FilterQueries(index, system, predicates);
    }

    Selection select(ConceptQuery query, int offset, int count) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Filter filter : query.filters()) {
            all.add(filters.of(filter), Occur.FILTER);
        }
        boolean exact = WordQueries.add(query.text(), all);
        if (query.activeOnly()) {
            all.add(flag(ConceptFields.INACTIVE), Occur.MUST_NOT);
        }
        if (query.selectableOnly()) {
            all.add(flag(ConceptFields.ABSTRACT), Occur.MUST_NOT);
        }
        BooleanQuery built = all.build();
        boolean none = built.clauses().stream().noneMatch(c -> c.getOccur() == Occur.FILTER);
        Query found = none ? all.add(new MatchAllDocsQuery(), Occur.FILTER).build() : built;
        Predicate<Concept> check = exact ? null : c -> query.text().passes(c.code(), c.designations());
        return page(found, check, offset, count);
    }

    private static Query flag(String flag) {
        return new TermQuery(new Term(ConceptFields.FLAG, flag));
    }

    /** @param check of what the index alone cannot tell; null for nothing */
    private Selection page(Query query, Predicate<Concept> check, int offset, int count) throws IOException {
        IndexSearcher searcher = index.searcher();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
        int known = check == null ? weight.count(leaf) : -1;
        List<Concept> page = new ArrayList<>();
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null) {
            return new Selection(0, page);
        }
        DocIdSetIterator found = scorer.iterator();
        int passed = 0;
        while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (check != null && !check.test(index.read(found.docID()))) {
                continue;
            }
            if (passed >= offset && page.size() < count) {
                page.add(index.concept(found.docID()));
            } else if (known >= 0 && page.size() >= count) {
                break;
            }
            passed++;
        }
        return new Selection(known >= 0 ? known : passed, page);
    }
}
