package org.w3id.materia.store.lucene.field;

import org.w3id.materia.store.ResourceKey;

/** 64 bits of a resource's key: FNV-1a over its characters, then mixed so that every bit counts. Part of the format. */
public final class KeyHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private KeyHash() {}

    /** The hash of {@code type/id}. Keys that differ may have the same: whoever looks one up compares the key too. */
    public static long of(ResourceKey key) {
        long hash = add(OFFSET, key.type());
        hash = (hash ^ '/') * PRIME;
        hash = add(hash, key.id());
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    private static long add(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
