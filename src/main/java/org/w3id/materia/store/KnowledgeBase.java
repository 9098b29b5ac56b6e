package org.w3id.materia.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Everything that is served: resources with their index entries, in immutable generations. One import runs at a time; any
 * number of threads read.
 */
public interface KnowledgeBase extends AutoCloseable {
    /** How long a generation stays available to paging clients after the next one. */
    Duration KEPT_FOR = Duration.ofMinutes(10);

    /** How many earlier generations stay available at most; each may hold disk space that its successor has freed. */
    int KEPT = 8;

    /** Earlier versions and removals of one resource that are kept; what is older goes with the next import that changes it. */
    int HISTORY = 10;

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
     * @throws ImportRunningException where another import is running
     */
    ImportSession beginImport();

    /** Runs something after each commit, on the thread that committed: it should be short. Also where the commit changed nothing. */
    void onCommit(Runnable action);

    /** Whether it answers: where it is kept by other machines these may be gone for a while. */
    default boolean isReachable() {
        return true;
    }

    @Override
    void close();
}
