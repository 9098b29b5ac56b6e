package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.w3id.materia.store.DirectoryLock;
import org.w3id.materia.store.ImportRunningException;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.lucene.document.RecentResources;

/** A knowledge base in one directory, for one process. */
public final class LuceneKnowledgeBase implements KnowledgeBase {
    private final DirectoryLock lock;
    private final Directory directory;
    private final Generations generations;
    private final RecentResources recent;
    private final InstantSource clock;
    private final List<Runnable> onCommit = new CopyOnWriteArrayList<>();
    private LuceneImportSession running;

    private LuceneKnowledgeBase(DirectoryLock lock, Directory directory, InstantSource clock) throws IOException {
        this.lock = lock;
        this.directory = directory;
        this.recent = new RecentResources();
        this.generations =
                new Generations(new Generation(DirectoryReader.open(directory), recent), KEPT, KEPT_FOR, clock);
        this.clock = clock;
    }

    /**
     * Opens the knowledge base in {@code data}, an empty one where there is none yet. One whose layout is another version's
     * is emptied: it is filled again by the next import.
     *
     * @throws UnusableStoreException where another process has it open, it is damaged, or the directory holds something
     *     else; the message says what to do
     * @throws UncheckedIOException where the directory cannot be read or written
     */
    public static LuceneKnowledgeBase open(Path data) {
        return open(data, InstantSource.system());
    }

    /** @param clock what generations are dated and kept by */
    public static LuceneKnowledgeBase open(Path data, InstantSource clock) {
        DirectoryLock lock = DirectoryLock.acquire(data);
        try {
            return open(lock, data.resolve("index"), clock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LuceneKnowledgeBase open(DirectoryLock lock, Path index, InstantSource clock) {
        try {
            Directory directory = IndexDirectory.open(index);
            try {
                return new LuceneKnowledgeBase(lock, directory, clock);
            } catch (IOException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw IndexDirectory.explained(index, e);
        }
    }

    @Override
    public Snapshot snapshot() {
        return new LuceneSnapshot(generations.acquireCurrent());
    }

    @Override
    public Optional<Snapshot> snapshot(long generation) {
        return generations.acquire(generation).map(LuceneSnapshot::new);
    }

    @Override
    public synchronized ImportSession beginImport() {
        if (running != null) {
            throw new ImportRunningException();
        }
        Generation base = generations.acquireCurrent();
        try {
            running = new LuceneImportSession(
                    base,
                    IndexDirectory.writer(directory),
                    base.commit().next(clock.instant()),
                    new LuceneImportSession.Listener() {
                        @Override
                        public void committed() {
                            publish();
                        }

                        @Override
                        public void ended() {
                            importEnded();
                        }
                    });
            return running;
        } catch (IOException e) {
            base.release();
            throw new UncheckedIOException(e);
        }
    }

    private void publish() {
        Generation before = generations.acquireCurrent();
        try {
            DirectoryReader changed = DirectoryReader.openIfChanged(before.reader());
            if (changed != null) {
                generations.publish(new Generation(changed, recent));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            before.release();
        }
        onCommit.forEach(Runnable::run);
    }

    @Override
    public void onCommit(Runnable action) {
        onCommit.add(action);
    }

    private synchronized void importEnded() {
        running = null;
    }

    /** Undoes an import that is running and has not committed, waits for one that is committing. */
    @Override
    public void close() {
        ImportSession unfinished;
        synchronized (this) {
            unfinished = running;
        }
        if (unfinished != null) {
            unfinished.close();
        }
        generations.close();
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
