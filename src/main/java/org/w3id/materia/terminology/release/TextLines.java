package org.w3id.materia.terminology.release;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/**
 * The lines of a text file. It is UTF-8; a line that is not is read as Windows-1252, in which publishers' tools and spreadsheet programs
 * write, and a warning names the file. A line that has characters of UTF-8 beside bytes that are none is damaged: what is none comes as U+FFFD.
 */
final class TextLines implements Closeable {
    static final char NO_CHARACTER = '\uFFFD';

    /** Of a line that came with {@link #NO_CHARACTER}, for a person. */
    static final String NOT_READABLE = "The line is neither UTF-8 nor Windows-1252.";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final ReleaseFile file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int at;
    private int end;
    private int number;
    private int inWindows;
    private int firstInWindows;

    TextLines(ReleaseFile file, ReleaseSink sink) throws IOException {
        this.file = file;
        in = file.open(sink);
    }

    /** The next line without its end and without a byte order mark; null where there is none. */
    String next() throws IOException {
        line.reset();
        boolean begun = false;
        while (at < end || fill()) {
            begun = true;
            if (takeToEndOfLine()) {
                break;
            }
        }
        if (!begun) {
            return null;
        }
        number++;
        String text = text();
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Takes what is in the buffer of the line; false where the line goes on behind it. */
    private boolean takeToEndOfLine() throws IOException {
        int start = at;
        while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        line.write(buffer, start, at - start);
        if (at == end) {
            return false;
        }
        boolean carriageReturn = buffer[at++] == '\r';
        if (carriageReturn && (at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.indexOf(NO_CHARACTER) < 0) {
            return text;
        }
        boolean hasUtf8 = text.chars().anyMatch(c -> c > 0x7f && c != NO_CHARACTER);
        byte[] bytes = line.toByteArray();
        return hasUtf8 || decoded(bytes, StandardCharsets.UTF_8).isPresent()
                ? text
                : decoded(bytes, WINDOWS).map(this::counted).orElse(text);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private String counted(String text) {
        firstInWindows = inWindows == 0 ? number : firstInWindows;
        inWindows++;
        return text;
    }

    /** What there is to say of the lines so far. */
    Optional<Finding> warning() {
        return inWindows == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Severity.WARNING,
                        file.path(),
                        firstInWindows,
                        "windows-1252",
                        "From this line on, " + inWindows + " lines are not UTF-8 and were read as Windows-1252."));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
