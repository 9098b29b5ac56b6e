package org.w3id.materia.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A resource that has changed, without its content.
 *
 * @param change the last that happened to it
 * @param versionId the version that it has now; empty where it was removed
 * @param when {@code meta.lastUpdated} of the version, or when the resource was removed
 */
public record ChangedResource(ResourceKey key, HistoryEntry.Change change, Optional<String> versionId, Instant when) {}
