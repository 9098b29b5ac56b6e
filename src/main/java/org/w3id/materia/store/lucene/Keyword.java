package org.w3id.materia.store.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.util.BytesRef;

/** Several strings as one index term. */
final class Keyword {
    private static final char SEPARATOR = '\u0000';

    /** Lucene refuses terms above 32,766 bytes; far shorter ones already cost more than their hash. */
    private static final int LONGEST = 512;

    private Keyword() {}

    /** The parts, separated; above {@link #LONGEST} bytes their SHA-256 instead, which is as good for equality. */
    static BytesRef of(String... parts) {
        byte[] term = String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8);
        return new BytesRef(term.length <= LONGEST ? term : sha256(term));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
