package org.w3id.materia.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;

/** The lines of a UTF-8 text file, one after the other; a line that is not UTF-8 is reported and the next one is read. */
final class ReleaseLines {
    private static final char NO_CHARACTER = '\uFFFD';

    /** Reads one line. */
    interface LineReader {
        /** @throws BrokenLineException with the reason, for a person, where the line is not of the format */
        void read(String line) throws BrokenLineException, IOException;
    }

    /** A line that is not as its format has it. */
    static final class BrokenLineException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenLineException(String reason) {
            super(reason);
        }
    }

    private ReleaseLines() {}

    /** The first line; empty where there is none. */
    static String first(Path file) throws IOException {
        try (BufferedReader lines = open(file)) {
            String first = lines.readLine();
            return first == null ? "" : first;
        }
    }

    /** Reads every line after the first {@code skipped}, empty ones left out. */
    static void read(Path file, int skipped, ConceptSink sink, LineReader reader) throws IOException {
        try (BufferedReader lines = open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                sink.progressed(line.length() + 1L);
                if (number > skipped && !line.isBlank()) {
                    read(file, number, line, sink, reader);
                }
            }
        }
    }

    private static void read(Path file, int number, String line, ConceptSink sink, LineReader reader)
            throws IOException {
        try {
            if (line.indexOf(NO_CHARACTER) >= 0) {
                throw new BrokenLineException("The line is not UTF-8.");
            }
            reader.read(line);
        } catch (BrokenLineException e) {
            sink.finding(new Finding(Severity.ERROR, file.toString(), number, "line-not-understood", e.getMessage()));
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }
}
