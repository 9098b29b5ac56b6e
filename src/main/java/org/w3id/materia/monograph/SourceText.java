package org.w3id.materia.monograph;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/** Bytes → text, refusing what is no text: too large, not UTF-8, with NUL characters, empty. */
final class SourceText {
    /** Largest file that is read, in bytes. The longest monographs known are under 100 kB. */
    static final int LARGEST = 4 * 1024 * 1024;

    private SourceText() {}

    static String decode(String path, byte[] bytes) throws UnusableMonographException {
        if (bytes.length > LARGEST) {
            throw unusable(
                    path,
                    0,
                    "too-large",
                    "The file has " + bytes.length + " bytes; more than " + LARGEST + " are not read.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        int lineReached = 1 + (int) text.chars().filter(c -> c == '\n').count();
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw unusable(
                    path, lineReached, "not-utf-8", "Byte " + in.position() + " is not UTF-8; save the file as UTF-8.");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int line = new SourceDocument(path, text).lineOf(nul);
            throw unusable(path, line, "nul-character", "The text has a NUL character, which FHIR does not allow.");
        }
        if (text.isBlank() || text.equals("\uFEFF")) {
            throw unusable(path, 0, "empty", "The file has no text.");
        }
        return text;
    }

    private static UnusableMonographException unusable(String path, int line, String code, String message) {
        return new UnusableMonographException(new Finding(Severity.ERROR, path, line, code, message));
    }
}
