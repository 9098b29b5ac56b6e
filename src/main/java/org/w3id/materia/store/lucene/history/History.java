package org.w3id.materia.store.lucene.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.lucene.document.FewHits;
import org.w3id.materia.store.lucene.document.ResourceContent;
import org.w3id.materia.store.lucene.document.StoredDocuments;
import org.w3id.materia.store.lucene.document.UncheckedIo;

/** What the resources of one generation once were. */
public final class History {
    /**
     * One of them.
     *
     * @param entry its number: grows with each change of anything
     */
    public record Past(long entry, ResourceContent content) {}

    private final IndexSearcher searcher;
    private final StoredDocuments contents;

    public History(IndexSearcher searcher, StoredDocuments contents) {
        this.searcher = searcher;
        this.contents = contents;
    }

    /** What the resource was before what it is now, the newest first. */
    public List<Past> of(ResourceKey key) {
        int[] documents = UncheckedIo.get(() -> FewHits.of(searcher, new TermQuery(HistoryDocument.term(key))))
                .orElseThrow(() -> new IllegalStateException(key + " has more history than is ever kept"));
        return Arrays.stream(documents)
                .mapToObj(d -> new Past(contents.entry(d), ResourceContent.of(contents.get(d))))
                .sorted(Comparator.comparingLong(Past::entry).reversed())
                .toList();
    }

    /** An earlier version that is still kept; empty for the current one, which is no history yet. */
    public Optional<StoredResource> version(ResourceKey key, String version) {
        return of(key).stream()
                .map(Past::content)
                .filter(content -> !content.isRemoval() && content.version().equals(version))
                .findFirst()
                .map(ResourceContent::resource);
    }

    /** When a resource that is not there now was removed; empty where nothing is known of it. */
    public Optional<Instant> removed(ResourceKey key) {
        return of(key).stream()
                .map(Past::content)
                .findFirst()
                .filter(ResourceContent::isRemoval)
                .map(ResourceContent::updated);
    }
}
