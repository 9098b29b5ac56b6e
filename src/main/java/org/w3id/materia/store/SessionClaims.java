package org.w3id.materia.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one import session has changed: each source once, each resource in one version. Safe for several threads. */
public final class SessionClaims {
    private final Set<String> sources = ConcurrentHashMap.newKeySet();
    private final Map<ResourceKey, String> versions = new ConcurrentHashMap<>();

    /** @throws IllegalStateException where the source has been changed before */
    public void claim(String sourceId) {
        if (!sources.add(sourceId)) {
            throw new IllegalStateException("the source " + sourceId + " has been changed before in this session");
        }
    }

    /**
     * Those that no source has put before in this session; all or, where one conflicts, none.
     *
     * @param source which has been claimed, and in a conflict is no more
     * @throws ConflictingResourceException where another source has put another version
     */
    public List<IndexedResource> claim(Source source, List<IndexedResource> resources) {
        List<IndexedResource> claimed = new ArrayList<>(resources.size());
        for (IndexedResource resource : resources) {
            ResourceKey key = resource.resource().key();
            String version = resource.resource().versionId();
            String before = versions.putIfAbsent(key, version);
            if (before == null) {
                claimed.add(resource);
            } else if (!before.equals(version)) {
                claimed.forEach(r -> versions.remove(r.resource().key()));
                sources.remove(source.id());
                throw new ConflictingResourceException(key);
            }
        }
        return claimed;
    }

    /** Ids of the sources that have been claimed so far; a view that grows with them. */
    public Set<String> sources() {
        return Collections.unmodifiableSet(sources);
    }

    /** Whether a source has put the resource. */
    public boolean has(ResourceKey key) {
        return versions.containsKey(key);
    }
}
