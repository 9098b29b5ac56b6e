package org.w3id.materia.terminology;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one format in which terminologies are released. */
interface ReleaseReader {
    /** What the format is called, for a person. */
    String format();

    /** Whether a file or folder is of this format, by what it begins with. */
    boolean recognises(Path release) throws IOException;

    /** The code system that a release is of. */
    ReleasedSystem system(Path release) throws IOException;

    /**
     * Reads a release from beginning to end. A part that cannot be understood is reported and the rest is read.
     *
     * @throws IOException where the release cannot be read at all
     */
    void read(Path release, ConceptSink sink) throws IOException;
}
