package org.w3id.materia.store.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.lucene.document.FewHits;
import org.w3id.materia.store.lucene.document.StoredDocuments;

/** One search of one generation. */
public final class Search {
    private final IndexSearcher searcher;
    private final StoredDocuments contents;
    private final org.w3id.materia.store.Query query;
    private final Query compiled;
    private final HitOrder order;

    private record Found(int document, ResourceKey key) {}

    public Search(IndexSearcher searcher, StoredDocuments contents, org.w3id.materia.store.Query query) {
        this.searcher = searcher;
        this.contents = contents;
        this.query = query;
        this.compiled = QueryCompiler.compile(searcher, query);
        this.order = HitOrder.of(query);
    }

    /** The documents behind {@link org.w3id.materia.store.Query#after()} in the order that is asked for, and how many match in all. */
    public FoundPage page() throws IOException {
        if (query.count() == 0 || searcher.getIndexReader().numDocs() == 0) {
            return new FoundPage(new int[0], searcher.count(compiled), Optional.empty());
        }
        Optional<int[]> few = order.isByKey() ? FewHits.of(searcher, compiled) : Optional.empty();
        return few.isPresent() ? ofFew(few.get()) : sorted();
    }

    private FoundPage ofFew(int[] documents) {
        Optional<ResourceKey> after = query.after().map(order::key);
        List<Found> following = new ArrayList<>(documents.length);
        for (int document : documents) {
            Found found = new Found(document, contents.key(document));
            if (after.isEmpty() || found.key().compareTo(after.get()) > 0) {
                following.add(found);
            }
        }
        following.sort(Comparator.comparing(Found::key));
        int count = Math.min(following.size(), query.count());
        Optional<String> next = following.size() > count
                ? Optional.of(new Position(List.of(), following.get(count - 1).key()).toText(""))
                : Optional.empty();
        int[] page =
                following.subList(0, count).stream().mapToInt(Found::document).toArray();
        return new FoundPage(page, documents.length, next);
    }

    private FoundPage sorted() throws IOException {
        FieldDoc after = query.after()
                .map(position -> order.after(position, searcher.getIndexReader()))
                .orElse(null);
        // One more than the page shows whether another follows.
        Query scored = QueryCompiler.scored(searcher, query, compiled);
        TopFieldDocs top = searcher.searchAfter(after, scored, limit(), order.sort(), false);
        int count = Math.min(top.scoreDocs.length, query.count());
        int[] page = Arrays.stream(top.scoreDocs, 0, count)
                .mapToInt(found -> found.doc)
                .toArray();
        Optional<String> next = top.scoreDocs.length > count
                ? Optional.of(order.position((FieldDoc) top.scoreDocs[count - 1], contents.key(page[count - 1])))
                : Optional.empty();
        return new FoundPage(page, order.scores(top.scoreDocs, count), total(top), next);
    }

    private int limit() {
        return Math.min(query.count(), Integer.MAX_VALUE - 1) + 1;
    }

    /** Lucene stops counting at a thousand and then skips what cannot be on the page: the rest is counted apart. */
    private int total(TopFieldDocs top) throws IOException {
        return top.totalHits.relation == TotalHits.Relation.EQUAL_TO
                ? Math.toIntExact(top.totalHits.value)
                : searcher.count(compiled);
    }
}
