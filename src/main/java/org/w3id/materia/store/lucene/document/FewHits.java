package org.w3id.materia.store.lucene.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * The documents of a query that has few, unsorted. Most searches find one resource or a handful: for them, preparing each
 * segment for sorting costs more than the search.
 */
public final class FewHits {
    private static final int MOST = 50;

    private FewHits() {}

    /** All documents that match; empty where there are more than a few. */
    public static Optional<int[]> of(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        int[] documents = new int[MOST];
        int count = 0;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator each = scorer.iterator();
            for (int d = each.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = each.nextDoc()) {
                if (live != null && !live.get(d)) {
                    continue;
                }
                if (count == MOST) {
                    return Optional.empty();
                }
                documents[count++] = leaf.docBase + d;
            }
        }
        return Optional.of(Arrays.copyOf(documents, count));
    }
}
