package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.lucene.document.ResourceContent;
import org.w3id.materia.store.lucene.document.ResourceDocument;
import org.w3id.materia.store.lucene.history.History;
import org.w3id.materia.store.lucene.history.HistoryDocument;

/**
 * Writes the resources of one import, and beside each that it replaces or removes the history. Safe for several threads, each with
 * its own resources.
 */
final class ImportWriter {
    private final Generation base;
    private final IndexWriter writer;
    private final Instant now;
    private final AtomicLong lastEntry;

    /** @param now when removed resources will be said to have been removed */
    ImportWriter(Generation base, IndexWriter writer, Instant now) {
        this.base = base;
        this.writer = writer;
        this.now = now;
        this.lastEntry = new AtomicLong(base.commit().lastEntry());
    }

    /** The number of the newest entry of all histories. */
    long lastEntry() {
        return lastEntry.get();
    }

    /**
     * Writes the resource. What says what is there already keeps its version, time and place in the history, and is found by the new
     * values: those of its siblings may have changed, or a search parameter is new. Its evidence may have moved.
     */
    void put(IndexedResource resource) throws IOException {
        ResourceKey key = resource.resource().key();
        Instant from = resource.resource().lastUpdated();
        int before = base.document(key);
        if (before == KeyTable.NONE) {
            endRemoval(key, from);
            writer.addDocument(ResourceDocument.of(resource, Change.CREATED, lastEntry.incrementAndGet()));
            return;
        }
        ResourceContent stored = base.content(before);
        Document document;
        if (stored.version().equals(resource.resource().versionId())) {
            IndexedResource same =
                    new IndexedResource(resource.resource().knownSince(stored.updated()), resource.values());
            document =
                    ResourceDocument.of(same, stored.change(), base.contents().entry(before));
        } else {
            keep(before, from, 1);
            document = ResourceDocument.of(resource, Change.UPDATED, lastEntry.incrementAndGet());
        }
        writer.updateDocument(ResourceDocument.term(key), document);
    }

    /** Removes the resource, which the base has. */
    void remove(ResourceKey key) throws IOException {
        int before = base.document(key);
        Instant updated = base.content(before).updated();
        Instant removed = now.isBefore(updated) ? updated : now;
        keep(before, removed, 2);
        writer.deleteDocuments(ResourceDocument.term(key));
        writer.addDocument(
                HistoryDocument.of(ResourceContent.removal(key, removed), lastEntry.incrementAndGet(), Long.MAX_VALUE));
    }

    /** @param more how many entries the history is about to get, this one among them */
    private void keep(int document, Instant until, int more) throws IOException {
        ResourceContent content = base.content(document);
        List<History.Past> past = base.history().of(content.key());
        for (History.Past each : past.subList(Math.min(past.size(), KnowledgeBase.HISTORY - more), past.size())) {
            writer.deleteDocuments(HistoryDocument.term(each.entry()));
        }
        writer.addDocument(HistoryDocument.of(content, base.contents().entry(document), until.toEpochMilli()));
    }

    /** Where the resource is one that had been removed, the removal holds until now. */
    private void endRemoval(ResourceKey key, Instant until) throws IOException {
        List<History.Past> past = base.history().of(key);
        if (!past.isEmpty()) {
            History.Past removal = past.get(0);
            writer.updateDocument(
                    HistoryDocument.term(removal.entry()),
                    HistoryDocument.of(removal.content(), removal.entry(), until.toEpochMilli()));
        }
    }
}
