package org.w3id.materia.fhir.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON in UTF-8 as it grows (RFC 8259), which can be taken back to where it was. */
final class JsonBytes {
    private static final int FIRST_SIZE = 4096;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    int length() {
        return length;
    }

    /** Takes back what was written since the JSON had this length. */
    void cutTo(int earlier) {
        length = earlier;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** A bracket, a colon or a comma. */
    void mark(char mark) {
        ensure(1);
        bytes[length++] = (byte) mark;
    }

    /** Begins a member of an object. */
    void name(String name) {
        if (bytes[length - 1] != '{') {
            mark(',');
        }
        text(name);
        mark(':');
    }

    /** Begins a value of an array. */
    void item() {
        if (bytes[length - 1] != '[') {
            mark(',');
        }
    }

    /** A number, {@code true}, {@code false} or {@code null}, in ASCII. */
    void literal(String literal) {
        int size = literal.length();
        ensure(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) literal.charAt(i);
        }
    }

    /** A string; half a surrogate pair becomes a question mark, as everywhere in Java. */
    void text(String text) {
        int size = text.length();
        ensure(size + 2);
        bytes[length++] = '"';
        int i = 0;
        while (i < size) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                break;
            }
            bytes[length++] = (byte) c;
            i++;
        }
        if (i < size) {
            rest(text, i);
        }
        mark('"');
    }

    private void rest(String text, int from) {
        int size = text.length();
        for (int i = from; i < size; i++) {
            char c = text.charAt(i);
            ensure(6);
            if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = (byte) c;
            } else if (c < ' ') {
                control(c);
            } else if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                continuation(c);
            } else if (!Character.isSurrogate(c)) {
                bytes[length++] = (byte) (0xE0 | c >> 12);
                continuation(c >> 6);
                continuation(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[length++] = (byte) (0xF0 | point >> 18);
                continuation(point >> 12);
                continuation(point >> 6);
                continuation(point);
            } else {
                bytes[length++] = '?';
            }
        }
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3F);
    }

    private void control(char c) {
        bytes[length++] = '\\';
        int letter = "\b\t\n\f\r".indexOf(c);
        if (letter >= 0) {
            bytes[length++] = (byte) "btnfr".charAt(letter);
            return;
        }
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[c >> 4];
        bytes[length++] = HEX[c & 0xF];
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
