package org.w3id.materia.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of one resource.
 *
 * @param when {@code meta.lastUpdated} of the version, or when the resource was removed
 * @param resource the version that the change made; empty for a removal
 */
public record HistoryEntry(ResourceKey key, Change change, Instant when, Optional<StoredResource> resource) {
    /** What happened to the resource. One that comes back after a removal is created again. */
    public enum Change {
        CREATED,
        UPDATED,
        DELETED
    }
}
