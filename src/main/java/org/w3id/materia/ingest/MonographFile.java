package org.w3id.materia.ingest;

import java.nio.file.Path;
import org.w3id.materia.monograph.SourceDocument;

/**
 * A file that may be a monograph.
 *
 * @param path relative to the folder that was named, with {@code /} as separator
 * @param file where it is
 */
public record MonographFile(String path, Path file) {
    /** The monograph's FHIR id, which its name alone decides. */
    public String id() {
        return new SourceDocument(path, "").id();
    }
}
