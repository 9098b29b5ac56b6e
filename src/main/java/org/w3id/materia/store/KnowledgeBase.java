package org.w3id.materia.store;

import java.util.Optional;

/**
 * Everything that is served: resources with their index entries, in immutable generations. One process writes; any
 * number of threads read.
 */
public interface KnowledgeBase extends AutoCloseable {
    /** The newest committed generation. The caller closes it; it stays as it is until then, whatever is committed. */
    Snapshot snapshot();

    /**
     * An earlier generation, for a client that is paging through it.
     *
     * @return empty where it is no longer kept
     */
    Optional<Snapshot> snapshot(long generation);

    /**
     * Begins the one import that may run at a time.
     *
     * @throws IllegalStateException where another import is running
     */
    ImportSession beginImport();

    /** Runs something after each commit, on the thread that committed: it should be short. Also where the commit changed nothing. */
    void onCommit(Runnable action);

    @Override
    void close();
}
