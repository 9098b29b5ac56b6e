package org.w3id.materia.terminology.release;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one format in which terminologies are released. */
public interface ReleaseReader {
    /** What the format is called, for a person. */
    String format();

    /** Whether a file or folder is of this format, by what it begins with and not by its name alone. */
    boolean recognises(Path release) throws IOException;

    /**
     * Reads a release from beginning to end. A part that cannot be understood is reported with its file and line, and the
     * rest is read.
     *
     * @throws IOException where the release cannot be read at all
     */
    void read(Path release, ReleaseSink sink) throws IOException;
}
