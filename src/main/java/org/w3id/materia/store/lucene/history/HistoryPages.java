package org.w3id.materia.store.lucene.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryPage;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.index.Milliseconds;
import org.w3id.materia.store.lucene.document.ResourceContent;
import org.w3id.materia.store.lucene.document.ResourceDocument;
import org.w3id.materia.store.lucene.document.StoredDocuments;
import org.w3id.materia.store.lucene.field.IndexFields;

/**
 * A page of a history. Entries are numbered as they come to be, so that "oldest versions last" (FHIR R4, 3.1.0.14) is an order
 * without ties, whatever clocks say.
 */
public final class HistoryPages {
    private static final Sort NEWEST_FIRST = new Sort(new SortField(IndexFields.ENTRY, SortField.Type.LONG, true));
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final IndexSearcher searcher;
    private final StoredDocuments contents;
    private final HistoryQuery query;

    public HistoryPages(IndexSearcher searcher, StoredDocuments contents, HistoryQuery query) {
        this.searcher = searcher;
        this.contents = contents;
        this.query = query;
    }

    /**
     * The entries behind {@link HistoryQuery#after()}, and how many the whole history has.
     *
     * @throws Failure invalid where that is not what a page of a history gave
     */
    public HistoryPage page() throws IOException {
        Query compiled = compile();
        int total = searcher.count(compiled);
        if (query.count() == 0 || total == 0) {
            return new HistoryPage(List.of(), total, Optional.empty());
        }
        // One more than the page shows whether another follows.
        int limit = Math.min(query.count(), Integer.MAX_VALUE - 1) + 1;
        TopFieldDocs top = searcher.searchAfter(after(), compiled, limit, NEWEST_FIRST, false);
        int count = Math.min(top.scoreDocs.length, query.count());
        List<HistoryEntry> entries = Arrays.stream(top.scoreDocs, 0, count)
                .map(found -> ResourceContent.of(contents.get(found.doc)).entry())
                .toList();
        return new HistoryPage(
                entries,
                total,
                top.scoreDocs.length > count
                        ? Optional.of(((FieldDoc) top.scoreDocs[count - 1]).fields[0].toString())
                        : Optional.empty());
    }

    private FieldDoc after() {
        return query.after()
                .map(position -> {
                    if (!POSITION.matcher(position).matches()) {
                        throw Failure.invalid("'" + position
                                + "' is not where a page of a history ends: only its page links say that.");
                    }
                    int last = searcher.getIndexReader().maxDoc() - 1;
                    return new FieldDoc(last, Float.NaN, new Object[] {Long.parseLong(position)});
                })
                .orElse(null);
    }

    private Query compile() {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(scope(query.scope()), Occur.FILTER);
        query.since().ifPresent(since -> all.add(updated(Milliseconds.first(since), Long.MAX_VALUE), Occur.FILTER));
        query.at().ifPresent(at -> all.add(current(at), Occur.FILTER));
        return new ConstantScoreQuery(all.build());
    }

    private static Query scope(HistoryQuery.Scope scope) {
        if (scope instanceof HistoryQuery.OfResource resource) {
            return any(Stream.of(ResourceDocument.term(resource.key()), HistoryDocument.term(resource.key())));
        } else if (scope instanceof HistoryQuery.OfTypes types) {
            return any(types.types().stream()
                    .flatMap(type ->
                            Stream.of(new Term(IndexFields.TYPE, type), new Term(IndexFields.HISTORY_TYPE, type))));
        }
        return new FieldExistsQuery(IndexFields.ENTRY);
    }

    private static Query any(Stream<Term> terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
        return any.build();
    }

    /** Past entries say themselves until when they held; what is current holds from its time on. */
    private static Query current(HistoryQuery.Stretch at) {
        long first = Milliseconds.first(at.start());
        long last = Milliseconds.last(at.start(), at.end());
        Query now = new BooleanQuery.Builder()
                .add(new FieldExistsQuery(IndexFields.KEY_HASH), Occur.FILTER)
                .add(updated(Long.MIN_VALUE, last), Occur.FILTER)
                .build();
        return new BooleanQuery.Builder()
                .add(
                        LongRange.newIntersectsQuery(IndexFields.LIFETIME, new long[] {first}, new long[] {last}),
                        Occur.SHOULD)
                .add(now, Occur.SHOULD)
                .build();
    }

    private static Query updated(long first, long last) {
        return LongRange.newIntersectsQuery(IndexFields.period("_lastUpdated"), new long[] {first}, new long[] {last});
    }
}
