package org.w3id.materia.store.lucene;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Where each key's document is: a hash table of primitive arrays with linear probing, 18 bytes a resource. It makes a read
 * independent of the number of segments. Keys whose hashes are equal are told apart by the caller.
 */
final class KeyTable {
    private static final int FREE = -1;

    private final long[] hashes;
    private final int[] documents;
    private final int mask;

    /** A table for at most {@code size} keys. */
    KeyTable(int size) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 2);
        if (capacity < size + size / 2) {
            capacity *= 2;
        }
        hashes = new long[capacity];
        documents = new int[capacity];
        Arrays.fill(documents, FREE);
        mask = capacity - 1;
    }

    void add(long hash, int document) {
        int slot = (int) hash & mask;
        while (documents[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        documents[slot] = document;
    }

    /** The first that {@code read} makes of a document with this hash and is not null; null where there is none. */
    <T> T find(long hash, IntFunction<T> read) {
        for (int slot = (int) hash & mask; documents[slot] != FREE; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash) {
                T found = read.apply(documents[slot]);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
