package org.w3id.materia.store.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
import org.w3id.materia.model.TimeBudget;

/** Searches for as long as the request may take that it searches for. */
public final class BudgetedSearcher extends IndexSearcher {
    public BudgetedSearcher(IndexReader reader) {
        super(reader);
        // Caching whole result sets would cost memory and locks and gain nothing beside postings this short.
        setQueryCache(null);
    }

    @Override
    protected void searchLeaf(LeafReaderContext leaf, Weight weight, Collector collector) throws IOException {
        TimeBudget.check();
        super.searchLeaf(leaf, weight, collector);
    }
}
