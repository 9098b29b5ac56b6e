package org.w3id.materia.terminology.release;

import java.io.IOException;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/** The lines of a text file, one after the other; a line that is not of the format is reported and the next one is read. */
public final class ReleaseLines {
    /** Reads one line. */
    public interface LineReader {
        /** @throws BrokenLineException with the reason, for a person, where the line is not of the format */
        void read(String line) throws BrokenLineException, IOException;
    }

    private ReleaseLines() {}

    /** Reads every line after the first {@code skipped}, empty ones left out. */
    public static void read(ReleaseFile file, int skipped, ReleaseSink sink, LineReader reader) throws IOException {
        try (TextLines lines = new TextLines(file, sink)) {
            int number = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (number > skipped && !line.isBlank()) {
                    read(file, number, line, sink, reader);
                }
            }
            lines.warning().ifPresent(sink::finding);
        }
    }

    /** What is said of a line or record that is not of its format. */
    public static Finding broken(ReleaseFile file, int line, String reason) {
        return new Finding(Severity.ERROR, file.path(), line, "line-not-understood", reason);
    }

    private static void read(ReleaseFile file, int number, String line, ReleaseSink sink, LineReader reader)
            throws IOException {
        try {
            if (line.indexOf(TextLines.NO_CHARACTER) >= 0) {
                throw new BrokenLineException(TextLines.NOT_READABLE);
            }
            reader.read(line);
        } catch (BrokenLineException e) {
            sink.finding(broken(file, number, e.getMessage()));
        }
    }
}
