package org.w3id.materia.store.lucene;

import java.time.Instant;
import java.util.Map;
import org.w3id.materia.store.lucene.document.JsonCompression;
import org.w3id.materia.store.lucene.field.IndexFields;

/**
 * What a commit says of itself.
 *
 * @param generation grows with each commit
 * @param committed with milliseconds
 * @param lastEntry number of the newest change
 * @param index number of the generation with which the index began, so that one built anew is another; 0 before it, and where the index
 *     is older than this number
 */
record CommitData(long generation, Instant committed, long lastEntry, long index) {
    /** The layout that {@link IndexFields} describes, and the dictionary. Another one is not read but built anew. */
    static final String FORMAT = "6." + JsonCompression.version();

    private static final String FORMAT_KEY = "materia.format";
    private static final String GENERATION_KEY = "materia.generation";
    private static final String COMMITTED_KEY = "materia.committed";
    private static final String LAST_ENTRY_KEY = "materia.last-entry";
    private static final String INDEX_KEY = "materia.index";

    /** The empty generation of a new index. */
    static CommitData first() {
        return new CommitData(0, Instant.EPOCH, 0, 0);
    }

    /**
     * The one that follows. The number is the time where that is larger, so that an index which was built anew does not
     * give a number a second time.
     */
    CommitData next(Instant now) {
        long next = Math.max(generation + 1, now.toEpochMilli());
        return new CommitData(next, now, lastEntry, generation == 0 ? next : index);
    }

    /** The same with changes up to that one. */
    CommitData upTo(long entry) {
        return new CommitData(generation, committed, entry, index);
    }

    Map<String, String> toMap() {
        return Map.of(
                FORMAT_KEY, FORMAT,
                GENERATION_KEY, Long.toString(generation),
                COMMITTED_KEY, Long.toString(committed.toEpochMilli()),
                LAST_ENTRY_KEY, Long.toString(lastEntry),
                INDEX_KEY, Long.toString(index));
    }

    static CommitData of(Map<String, String> data) {
        return new CommitData(
                Long.parseLong(data.get(GENERATION_KEY)),
                Instant.ofEpochMilli(Long.parseLong(data.get(COMMITTED_KEY))),
                Long.parseLong(data.get(LAST_ENTRY_KEY)),
                Long.parseLong(data.getOrDefault(INDEX_KEY, "0")));
    }

    /** Whether the commit is one of Materia's at all. */
    static boolean isOurs(Map<String, String> data) {
        return data.containsKey(FORMAT_KEY);
    }

    static boolean isThisFormat(Map<String, String> data) {
        return FORMAT.equals(data.get(FORMAT_KEY));
    }
}
