package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.StoredResource;

/** One search of one generation. Within a type, the order of keys is that of ids. */
final class Search {
    static final Sort BY_KEY = new Sort(new SortField(Fields.KEY, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final Contents contents;
    private final org.w3id.materia.store.Query query;
    private final Query compiled;

    Search(IndexSearcher searcher, Contents contents, org.w3id.materia.store.Query query) {
        this.searcher = searcher;
        this.contents = contents;
        this.query = query;
        this.compiled = QueryCompiler.compile(searcher, query.type(), query.allOf());
    }

    SearchPage page() throws IOException {
        if (query.count() == 0 || searcher.getIndexReader().numDocs() == 0) {
            int total = searcher.count(compiled);
            return new SearchPage(List.of(), total, total > 0);
        }
        Optional<int[]> few = FewHits.of(searcher, compiled);
        return few.isPresent() ? ofFew(few.get()) : sorted();
    }

    private SearchPage ofFew(int[] documents) {
        String after = query.after().orElse("");
        List<ResourceContent> following = Arrays.stream(documents)
                .mapToObj(document -> ResourceContent.of(contents.get(document)))
                .filter(resource -> resource.key().id().compareTo(after) > 0)
                .sorted(Comparator.comparing(resource -> resource.key().id()))
                .toList();
        return new SearchPage(
                following.stream()
                        .limit(query.count())
                        .map(ResourceContent::resource)
                        .toList(),
                documents.length,
                following.size() > query.count());
    }

    private SearchPage sorted() throws IOException {
        // One more than the page shows whether another follows.
        TopFieldDocs top = (TopFieldDocs) searcher.searchAfter(after(), compiled, limit(), BY_KEY);
        boolean more = top.scoreDocs.length > query.count();
        return new SearchPage(load(top.scoreDocs, more ? query.count() : top.scoreDocs.length), total(top), more);
    }

    private int limit() {
        return Math.min(query.count(), Integer.MAX_VALUE - 1) + 1;
    }

    /** A document behind all that have the key of the last resource, so that exactly the larger keys follow. */
    private FieldDoc after() {
        return query.after()
                .map(id -> new FieldDoc(searcher.getIndexReader().maxDoc() - 1, Float.NaN, new Object[] {
                    new BytesRef(new ResourceKey(query.type(), id).toString())
                }))
                .orElse(null);
    }

    /** Lucene stops counting at a thousand and then skips what cannot be on the page: the rest is counted apart. */
    private int total(TopFieldDocs top) throws IOException {
        return top.totalHits.relation == TotalHits.Relation.EQUAL_TO
                ? Math.toIntExact(top.totalHits.value)
                : searcher.count(compiled);
    }

    private List<StoredResource> load(ScoreDoc[] documents, int count) {
        return Arrays.stream(documents, 0, count)
                .map(found -> ResourceContent.of(contents.get(found.doc)).resource())
                .toList();
    }
}
