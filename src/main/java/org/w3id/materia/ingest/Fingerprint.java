package org.w3id.materia.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.materia.model.Sha;

/**
 * What decides whether a monograph needs converting: its bytes, everything that the converter depends on, and which of the monographs
 * that it would link to are there. Written as {@code SHA-256 +present -absent …}.
 */
final class Fingerprint {
    private static final char PRESENT = '+';
    private static final char ABSENT = '-';

    private Fingerprint() {}

    /**
     * SHA-256 of content and converter, in hex.
     *
     * @param converter version of the converter and fingerprint of the loaded terminology
     */
    static String of(byte[] content, String converter) {
        MessageDigest digest = Sha.sha256();
        digest.update(converter.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content);
        return Sha.hex(digest);
    }

    /**
     * The same with what was found of the monographs that it would link to.
     *
     * @param content what {@link #of} gave
     * @param mentioned ids of monographs that it would link to
     * @param collection ids of those that are there
     */
    static String withLinks(String content, Set<String> mentioned, Set<String> collection) {
        StringBuilder text = new StringBuilder(content);
        for (String id : new TreeSet<>(mentioned)) {
            text.append(' ').append(collection.contains(id) ? PRESENT : ABSENT).append(id);
        }
        return text.toString();
    }

    /** Whether a fingerprint that was stored still holds for this content in this collection. */
    static boolean holds(String stored, String content, Set<String> collection) {
        String[] parts = stored.split(" ", -1);
        boolean holds = parts[0].equals(content);
        for (int i = 1; i < parts.length && holds; i++) {
            holds = (parts[i].charAt(0) == PRESENT) == collection.contains(parts[i].substring(1));
        }
        return holds;
    }
}
