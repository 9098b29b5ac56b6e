package org.w3id.materia.store.lucene;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Where each key's document is: a hash table of primitive arrays with linear probing, 18 bytes a resource. It makes a read
 * independent of the number of segments. Keys whose hashes are equal are told apart by the caller.
 */
public final class KeyTable {
    /** In place of a document, where there is none. */
    static final int NONE = -1;

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
        Arrays.fill(documents, NONE);
        mask = capacity - 1;
    }

    void add(long hash, int document) {
        int slot = (int) hash & mask;
        while (documents[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        documents[slot] = document;
    }

    /** The first document with this hash that is the one, or {@link #NONE}. */
    int find(long hash, IntPredicate isTheOne) {
        for (int slot = (int) hash & mask; documents[slot] != NONE; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash && isTheOne.test(documents[slot])) {
                return documents[slot];
            }
        }
        return NONE;
    }
}
