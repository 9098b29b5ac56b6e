package org.w3id.materia.store;

import java.util.List;

/**
 * A set of changes that becomes visible, and durable, as a whole with {@link #commit()} or not at all. {@code put} and
 * {@code remove} may be called by several threads, for different sources; each source at most once. A session without
 * changes commits nothing. What it replaces and removes becomes history in the same commit.
 */
public interface ImportSession extends AutoCloseable {
    /**
     * Replaces all that {@code source} holds by {@code resources}. A resource whose version is the stored one is left as it
     * is, with its time of last update. A resource that several sources hold (a {@code Substance}) must be the same
     * from each, and lives as long as one of them holds it.
     *
     * @throws ConflictingResourceException where another source has put another version of one of the resources in this
     *     session; the source is then as if it had not been put
     * @throws IllegalStateException where the session has ended or has changed this source before
     */
    void put(Source source, List<IndexedResource> resources);

    /**
     * Removes the source, and what only it holds.
     *
     * @throws IllegalStateException where the session has ended or has changed this source before
     */
    void remove(String sourceId);

    /** Makes the changes durable and visible to snapshots taken from now on. */
    void commit();

    /** Ends the session; what was not committed is undone. */
    @Override
    void close();
}
