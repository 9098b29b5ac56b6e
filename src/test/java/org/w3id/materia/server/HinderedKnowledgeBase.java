package org.w3id.materia.server;

import java.util.Optional;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Snapshot;

/** A knowledge base without resources, with something in the way: a wait, or a failure. */
public record HinderedKnowledgeBase(KnowledgeBase knowledge, Runnable hindrance) implements KnowledgeBase {
    public HinderedKnowledgeBase(Runnable hindrance) {
        this(TestServer.committedKnowledge(), hindrance);
    }

    @Override
    public Snapshot snapshot() {
        hindrance.run();
        return knowledge.snapshot();
    }

    @Override
    public Optional<Snapshot> snapshot(long generation) {
        return knowledge.snapshot(generation);
    }

    @Override
    public ImportSession beginImport() {
        return knowledge.beginImport();
    }

    @Override
    public void onCommit(Runnable action) {
        knowledge.onCommit(action);
    }

    @Override
    public void close() {
        knowledge.close();
    }
}
