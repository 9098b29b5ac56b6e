package org.w3id.materia.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that has changed, without its content.
 *
 * @param change the last that happened to it
 * @param versionId the version that it has now; empty where it was removed
 * @param when {@code meta.lastUpdated} of the version, or when the resource was removed
 */
public record ChangedResource(ResourceKey key, HistoryEntry.Change change, Optional<String> versionId, Instant when) {
    /** Each resource once, by its last change, in the order of these. */
    public static List<ChangedResource> lastOfEach(List<ChangedResource> oldestFirst) {
        Map<ResourceKey, ChangedResource> last = new LinkedHashMap<>();
        for (ChangedResource changed : oldestFirst) {
            last.remove(changed.key()); // So that the place in the order is the last change's.
            last.put(changed.key(), changed);
        }
        return List.copyOf(last.values());
    }
}
