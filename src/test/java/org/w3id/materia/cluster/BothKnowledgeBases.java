package org.w3id.materia.cluster;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;

/** Fills two knowledge bases with the same in the same order; what is read is what the first holds. */
record BothKnowledgeBases(KnowledgeBase first, KnowledgeBase second) implements KnowledgeBase {
    private record Session(ImportSession first, ImportSession second) implements ImportSession {
        @Override
        public synchronized void put(Source source, List<IndexedResource> resources) {
            first.put(source, resources);
            second.put(source, resources);
        }

        @Override
        public synchronized void remove(String sourceId) {
            first.remove(sourceId);
            second.remove(sourceId);
        }

        @Override
        public void commit() {
            first.commit();
            second.commit();
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }

    @Override
    public Snapshot snapshot() {
        return first.snapshot();
    }

    @Override
    public Optional<Snapshot> snapshot(long generation) {
        return first.snapshot(generation);
    }

    @Override
    public ImportSession beginImport() {
        return new Session(first.beginImport(), second.beginImport());
    }

    @Override
    public void onCommit(Runnable action) {
        first.onCommit(action);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
