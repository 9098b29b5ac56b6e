package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.lucene.document.RecentResources;
import org.w3id.materia.store.lucene.document.ReferenceContent;
import org.w3id.materia.store.lucene.document.ResourceContent;
import org.w3id.materia.store.lucene.document.StoredDocuments;
import org.w3id.materia.store.lucene.document.UncheckedIo;
import org.w3id.materia.store.lucene.field.IndexFields;
import org.w3id.materia.store.lucene.field.KeyHash;
import org.w3id.materia.store.lucene.history.History;
import org.w3id.materia.store.lucene.query.FoundPage;
import org.w3id.materia.store.lucene.query.RecentPages;
import org.w3id.materia.store.lucene.query.Search;

/**
 * One commit, opened for reading. Counts its users, and closes with the last of them; it begins with one, the knowledge
 * base. Safe for several threads.
 */
final class Generation {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final CommitData commit;
    private final KeyTable keys;
    private final StoredDocuments contents;
    private final Inventory inventory;
    private final History history;
    private final RecentPages pages = new RecentPages();

    /**
     * Takes over the reader.
     *
     * @param recent shared with the other generations of the knowledge base
     */
    Generation(DirectoryReader reader, RecentResources recent) throws IOException {
        this.reader = reader;
        this.searcher = new BudgetedSearcher(reader);
        this.commit = CommitData.of(reader.getIndexCommit().getUserData());
        this.keys = keys(reader);
        this.contents = new StoredDocuments(reader, recent);
        this.inventory = new Inventory(searcher);
        this.history = new History(searcher, contents);
    }

    private static KeyTable keys(DirectoryReader reader) throws IOException {
        KeyTable table = new KeyTable(resources(reader));
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues hashes = leaf.reader().getNumericDocValues(IndexFields.KEY_HASH);
            if (hashes == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int d = hashes.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = hashes.nextDoc()) {
                if (live == null || live.get(d)) {
                    table.add(hashes.longValue(), leaf.docBase + d);
                }
            }
        }
        return table;
    }

    /** How many documents are resources, rather than history; deleted ones that no merge has dropped yet count. */
    private static int resources(DirectoryReader reader) throws IOException {
        long resources = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            resources +=
                    DocValues.getNumeric(leaf.reader(), IndexFields.KEY_HASH).cost();
        }
        return Math.toIntExact(resources);
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    CommitData commit() {
        return commit;
    }

    Inventory inventory() {
        return inventory;
    }

    StoredDocuments contents() {
        return contents;
    }

    History history() {
        return history;
    }

    SearchPage search(Query query) {
        FoundPage page = pages.get(query);
        if (page == null) {
            page = UncheckedIo.get(() -> new Search(searcher, contents, query).page());
            pages.put(query, page);
        }
        List<StoredResource> resources = new ArrayList<>(page.documents.length);
        for (int document : page.documents) {
            resources.add(contents.resource(document));
        }
        List<Float> scores = new ArrayList<>(page.scores.length);
        for (float score : page.scores) {
            scores.add(score);
        }
        return new SearchPage(resources, scores, page.total, page.next);
    }

    Optional<StoredResource> read(ResourceKey key) {
        // Looked up as it will be sent, so that what was asked for lately is not unpacked again.
        int document =
                keys.find(KeyHash.of(key), each -> contents.resource(each).key().equals(key));
        return document == KeyTable.NONE ? Optional.empty() : Optional.of(contents.resource(document));
    }

    /** The resource's document, or {@link KeyTable#NONE}. */
    int document(ResourceKey key) {
        return keys.find(KeyHash.of(key), each -> contents.key(each).equals(key));
    }

    ResourceContent content(int document) {
        return ResourceContent.of(contents.get(document));
    }

    /** What the resource refers to by that parameter, or by any. */
    List<ResourceKey> references(ResourceKey key, Optional<String> parameter) {
        int document = document(key);
        return document == KeyTable.NONE
                ? List.of()
                : contents.references(document)
                        .map(bytes -> ReferenceContent.targets(bytes, parameter))
                        .orElse(List.of());
    }

    /** Counts a further user; false where the last one has gone and the generation is closed. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() {
        UncheckedIo.run(reader::decRef);
    }
}
