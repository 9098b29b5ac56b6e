package org.w3id.materia.store.lucene.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.w3id.materia.store.ChangedResource;
import org.w3id.materia.store.lucene.document.ResourceContent;
import org.w3id.materia.store.lucene.document.StoredDocuments;
import org.w3id.materia.store.lucene.field.IndexFields;

/** What has changed in one generation since an entry of the histories. */
public final class Changes {
    private static final Sort OLDEST_FIRST = new Sort(new SortField(IndexFields.ENTRY, SortField.Type.LONG));

    private final IndexSearcher searcher;
    private final StoredDocuments contents;

    public Changes(IndexSearcher searcher, StoredDocuments contents) {
        this.searcher = searcher;
        this.contents = contents;
    }

    /** Each resource once, by its last change. */
    public List<ChangedResource> after(long entry) throws IOException {
        TopFieldDocs found = searcher.search(
                NumericDocValuesField.newSlowRangeQuery(IndexFields.ENTRY, entry + 1, Long.MAX_VALUE),
                Math.max(1, searcher.getIndexReader().maxDoc()),
                OLDEST_FIRST);
        List<ChangedResource> all = new ArrayList<>(found.scoreDocs.length);
        for (ScoreDoc document : found.scoreDocs) {
            all.add(changed(ResourceContent.of(contents.get(document.doc))));
        }
        return ChangedResource.lastOfEach(all);
    }

    private static ChangedResource changed(ResourceContent content) {
        return new ChangedResource(
                content.key(),
                content.change(),
                content.isRemoval() ? Optional.empty() : Optional.of(content.version()),
                content.updated());
    }
}
