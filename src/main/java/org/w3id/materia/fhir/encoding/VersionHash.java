package org.w3id.materia.fhir.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.w3id.materia.model.Sha;

/**
 * The hash that makes a resource's version: of its JSON without the places of its evidence. They move whenever a monograph is edited
 * above them, and say nothing else then; a version is of what a resource says.
 */
final class VersionHash {
    private static final byte[] START = part("start");
    private static final byte[] END = part("end");

    private VersionHash() {}

    private static byte[] part(String name) {
        return ("\"url\":\"" + name + "\",\"valueInteger\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** @param json of a resource, without white space; 64 hexadecimal digits */
    static String of(byte[] json) {
        var digest = Sha.sha256();
        int from = 0;
        for (int i = 0; i < json.length; i++) {
            int value = json[i] == '"' ? endOfPart(json, i) : i;
            if (value > i) {
                digest.update(json, from, value - from);
                from = value;
                while (from < json.length && json[from] >= '0' && json[from] <= '9') {
                    from++;
                }
                i = from - 1;
            }
        }
        digest.update(json, from, json.length - from);
        return Sha.hex(digest);
    }

    /** Where the value begins of the part that begins at {@code at}; {@code at} itself where none does. */
    private static int endOfPart(byte[] json, int at) {
        for (byte[] part : new byte[][] {START, END}) {
            int end = at + part.length;
            if (end <= json.length && Arrays.equals(json, at, end, part, 0, part.length)) {
                return end;
            }
        }
        return at;
    }
}
