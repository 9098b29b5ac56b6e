package org.w3id.materia.store.lucene.concept;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * Who is whose parent, as numbers, in a few bytes for each concept. Concepts are numbered as they come; parents may be named
 * before they come.
 */
final class Hierarchy {
    private final BytesRefHash codes = new BytesRefHash();
    private int[] conceptOfCode = new int[16];
    private int[] firstParent = new int[16];
    private int[] parents = new int[16];
    private int concepts;
    private int edges;
    private int unknown;

    /** Takes the next concept; false where its code has come before. */
    boolean add(String code, Iterable<String> parentCodes) {
        int id = id(code);
        if (conceptOfCode[id] >= 0) {
            return false;
        }
        conceptOfCode[id] = concepts;
        firstParent = ArrayUtil.grow(firstParent, concepts + 2);
        firstParent[concepts++] = edges;
        for (String parent : parentCodes) {
            int other = id(parent);
            parents = ArrayUtil.grow(parents, edges + 1);
            parents[edges++] = other;
        }
        firstParent[concepts] = edges;
        return true;
    }

    private int id(String code) {
        int id = codes.add(new BytesRef(code));
        if (id < 0) {
            return -id - 1;
        }
        if (id >= conceptOfCode.length) {
            conceptOfCode = ArrayUtil.grow(conceptOfCode, id + 1);
        }
        conceptOfCode[id] = -1;
        return id;
    }

    /** After the last concept: parents become numbers, and those that never came are left out. */
    void resolve() {
        int kept = 0;
        for (int c = 0; c < concepts; c++) {
            int from = firstParent[c];
            firstParent[c] = kept;
            int to = c + 1 == concepts ? edges : firstParent[c + 1];
            for (int e = from; e < to; e++) {
                int parent = conceptOfCode[parents[e]];
                if (parent < 0) {
                    unknown++;
                } else if (parent != c && !contains(firstParent[c], kept, parent)) {
                    parents[kept++] = parent;
                }
            }
        }
        edges = kept;
        firstParent[concepts] = kept;
        codes.close();
    }

    private boolean contains(int from, int to, int parent) {
        for (int e = from; e < to; e++) {
            if (parents[e] == parent) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return concepts;
    }

    int unknownParents() {
        return unknown;
    }

    /** In the order in which they were named. */
    int[] parents(int concept) {
        return ArrayUtil.copyOfSubArray(parents, firstParent[concept], firstParent[concept + 1]);
    }

    /** The concepts as they came, but each behind its parents; a cycle is broken anywhere. */
    int[] parentsFirst() {
        int[] order = new int[concepts];
        boolean[] seen = new boolean[concepts];
        int[] way = new int[16];
        int ordered = 0;
        for (int start = 0; start < concepts; start++) {
            int depth = 0;
            if (!seen[start]) {
                seen[start] = true;
                way[depth++] = start;
            }
            while (depth > 0) {
                int parent = unseenParent(way[depth - 1], seen);
                if (parent < 0) {
                    order[ordered++] = way[--depth];
                } else {
                    seen[parent] = true;
                    way = ArrayUtil.grow(way, depth + 1);
                    way[depth++] = parent;
                }
            }
        }
        return order;
    }

    private int unseenParent(int concept, boolean[] seen) {
        for (int e = firstParent[concept]; e < firstParent[concept + 1]; e++) {
            if (!seen[parents[e]]) {
                return parents[e];
            }
        }
        return -1;
    }

    /** Whether each concept is a parent. */
    boolean[] areParents() {
        boolean[] are = new boolean[concepts];
        for (int e = 0; e < edges; e++) {
            are[parents[e]] = true;
        }
        return are;
    }

    /** Finds the ancestors of one concept after the other. */
    final class Ancestors {
        private final int[] seenFor = new int[concepts];
        private int[] found = new int[16];
        private int round;

        /** The concept and all its ancestors, each once, itself first. */
        int[] withAncestors(int concept) {
            round++;
            int count = 0;
            found[count++] = concept;
            seenFor[concept] = round;
            for (int next = 0; next < count; next++) {
                int at = found[next];
                for (int e = firstParent[at]; e < firstParent[at + 1]; e++) {
                    if (seenFor[parents[e]] != round) {
                        seenFor[parents[e]] = round;
                        found = ArrayUtil.grow(found, count + 1);
                        found[count++] = parents[e];
                    }
                }
            }
            return ArrayUtil.copyOfSubArray(found, 0, count);
        }
    }
}
