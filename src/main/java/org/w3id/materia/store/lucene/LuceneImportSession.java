package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SessionClaims;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.lucene.document.SourceContent;
import org.w3id.materia.store.lucene.document.StoredSourceDocument;

/**
 * One import: additions go to the index at once, unseen until the commit; what nobody holds any more is worked out and
 * deleted in the commit.
 */
final class LuceneImportSession implements ImportSession {
    /** What the session tells the knowledge base. */
    interface Listener {
        /** A commit has been written; the newest is to be opened. */
        void committed();

        /** The session has ended. */
        void ended();
    }

    private final Generation base;
    private final IndexWriter writer;
    private final ImportWriter changes;
    private final CommitData commitData;
    private final Listener listener;
    private final SessionClaims claims = new SessionClaims();
    private volatile boolean open = true;
    private boolean committed;

    /**
     * @param base the newest generation, acquired for the session, which releases it
     * @param commitData what the commit will be known by
     */
    LuceneImportSession(Generation base, IndexWriter writer, CommitData commitData, Listener listener) {
        this.base = base;
        this.writer = writer;
        this.changes = new ImportWriter(base, writer, commitData.committed());
        this.commitData = commitData;
        this.listener = listener;
    }

    @Override
    public void put(Source source, List<IndexedResource> resources) {
        begin(source.id());
        List<IndexedResource> unseen = claims.claim(source, resources);
        write(() -> {
            for (IndexedResource resource : unseen) {
                changes.put(resource);
            }
            Document document = StoredSourceDocument.of(
                    source,
                    resources.stream().map(r -> r.resource().key()).distinct().toList());
            if (base.inventory().sources().containsKey(source.id())) {
                writer.updateDocument(StoredSourceDocument.term(source.id()), document);
            } else {
                writer.addDocument(document);
            }
        });
    }

    @Override
    public void remove(String sourceId) {
        begin(sourceId);
        write(() -> writer.deleteDocuments(StoredSourceDocument.term(sourceId)));
    }

    @Override
    public synchronized void commit() {
        requireOpen();
        if (committed) {
            throw new IllegalStateException("a session commits once");
        }
        if (claims.sources().isEmpty()) {
            return;
        }
        write(() -> {
            for (ResourceKey key : orphans()) {
                changes.remove(key);
            }
            writer.setLiveCommitData(
                    commitData.upTo(changes.lastEntry()).toMap().entrySet());
            writer.commit();
        });
        committed = true;
        listener.committed();
    }

    /** What the changed sources held, and neither they nor any other source holds now. */
    private Set<ResourceKey> orphans() {
        Set<ResourceKey> orphans = new HashSet<>();
        base.inventory().forEachSource(content -> {
            if (claims.sources().contains(SourceContent.source(content).id())) {
                orphans.addAll(SourceContent.keys(content));
            }
        });
        orphans.removeIf(claims::has);
        if (!orphans.isEmpty()) {
            base.inventory().forEachSource(content -> {
                if (!claims.sources().contains(SourceContent.source(content).id())) {
                    SourceContent.keys(content).forEach(orphans::remove);
                }
            });
        }
        return orphans;
    }

    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (committed) {
                // Waits for merges and commits them: the same content in fewer segments.
                writer.close();
                listener.committed();
            } else {
                writer.rollback();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            base.release();
            listener.ended();
        }
    }

    private void begin(String sourceId) {
        requireOpen();
        claims.claim(sourceId);
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the import has ended");
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (AlreadyClosedException e) {
            if (e.getCause()
                    instanceof IOException cause) { // Another thread has met it, and Lucene has ended the writing.
                throw unwritten(cause);
            }
            throw new IllegalStateException("the import has ended", e);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("The index cannot be written, and stays as it was: " + e.getMessage(), e);
    }
}
