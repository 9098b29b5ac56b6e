package org.w3id.materia.store.index;

import java.nio.charset.StandardCharsets;
import org.w3id.materia.model.Sha;

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
        return bytes.length <= LONGEST ? term : Sha.hex256(bytes);
    }
}
