package org.w3id.materia.store.lucene.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.w3id.materia.store.Query;

/**
 * What searches of one generation found lately. A generation never changes, so what was found once is right as long as it
 * is there. It takes a bounded share of the heap. Safe for several threads.
 */
public final class RecentPages {
    private static final long SHARE_OF_HEAP = 256;

    /** About what a query and its criteria take. */
    private static final int BYTES_AROUND = 1000;

    private final Cache<Query, FoundPage> pages = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
            .weigher((Query query, FoundPage page) ->
                    page.documents.length * (Integer.BYTES + Float.BYTES) + BYTES_AROUND)
            .build();

    /** The page, or null where it is not here. */
    public FoundPage get(Query query) {
        return pages.getIfPresent(query);
    }

    /** Remembers what a query of this generation has found; it may be forgotten at any time. */
    public void put(Query query, FoundPage page) {
        pages.put(query, page);
    }
}
