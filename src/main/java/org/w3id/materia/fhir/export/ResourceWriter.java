package org.w3id.materia.fhir.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes resources to files. Nothing is visible under the target's name before {@link #finish()}; closing without it
 * leaves no trace. A resource that was written before (a Substance of several monographs) is written once.
 */
public interface ResourceWriter extends AutoCloseable {
    /**
     * Adds a resource.
     *
     * @param json FHIR JSON in UTF-8, without line breaks
     */
    void write(String type, String id, byte[] json) throws IOException;

    /**
     * Completes the target.
     *
     * @return what was written: a file or a folder
     */
    Path finish() throws IOException;

    @Override
    void close() throws IOException;
}
