package org.w3id.materia.terminology.release;

import java.io.BufferedReader;
import java.io.IOException;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/** The lines of a UTF-8 text file, one after the other; a line that is not of the format is reported and the next one is read. */
public final class ReleaseLines {
    private static final char NO_CHARACTER = '\uFFFD';

    /** Reads one line. */
    public interface LineReader {
        /** @throws BrokenLineException with the reason, for a person, where the line is not of the format */
        void read(String line) throws BrokenLineException, IOException;
    }

    private ReleaseLines() {}

    /** Reads every line after the first {@code skipped}, empty ones left out. */
    public static void read(ReleaseFile file, int skipped, ReleaseSink sink, LineReader reader) throws IOException {
        try (BufferedReader lines = file.characters(sink)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > skipped && !line.isBlank()) {
                    read(file, number, line, sink, reader);
                }
            }
        }
    }

    /** What is said of a line or record that is not of its format. */
    public static Finding broken(ReleaseFile file, int line, String reason) {
        return new Finding(Severity.ERROR, file.path(), line, "line-not-understood", reason);
    }

    private static void read(ReleaseFile file, int number, String line, ReleaseSink sink, LineReader reader)
            throws IOException {
        try {
            if (line.indexOf(NO_CHARACTER) >= 0) {
                throw new BrokenLineException("The line is not UTF-8.");
            }
            reader.read(line);
        } catch (BrokenLineException e) {
            sink.finding(broken(file, number, e.getMessage()));
        }
    }
}
