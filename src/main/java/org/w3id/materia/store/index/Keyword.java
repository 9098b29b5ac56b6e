package org.w3id.materia.store.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Several strings as one index term. */
public final class Keyword {
    private static final char SEPARATOR = '\u0000';

    /** Lucene refuses terms above 32,766 bytes; far shorter ones already cost more than their hash. */
    private static final int LONGEST = 512;

    private Keyword() {}

    /** The parts, separated; above {@link #LONGEST} bytes their SHA-256 in hexadecimal, which is as good for equality. */
    public static String of(String... parts) {
        String term = String.join(String.valueOf(SEPARATOR), parts);
        // No character takes more than three bytes a unit.
        if (term.length() * 3 <= LONGEST) {
            return term;
        }
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? term : HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
