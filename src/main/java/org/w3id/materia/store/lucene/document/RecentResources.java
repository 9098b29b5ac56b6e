package org.w3id.materia.store.lucene.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.lucene.index.IndexReader;
import org.w3id.materia.store.StoredResource;

/**
 * Resources that were asked for lately, ready to be sent. All generations share it: a document of a segment never changes,
 * and an import adds segments. It takes a bounded share of the heap. Safe for several threads.
 */
public final class RecentResources {
    private static final long SHARE_OF_HEAP = 16;

    /** About what an entry takes beside the JSON. */
    private static final int BYTES_AROUND = 400;

    private final Cache<Place, StoredResource> resources = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((Place place, StoredResource resource) -> resource.json().length + BYTES_AROUND)
            .build();

    /** @param document its number within the segment */
    record Place(IndexReader.CacheKey segment, int document) {}

    /** The resource, or null where it is not here. */
    StoredResource get(Place place) {
        return resources.getIfPresent(place);
    }

    void put(Place place, StoredResource resource) {
        resources.put(place, resource);
    }
}
