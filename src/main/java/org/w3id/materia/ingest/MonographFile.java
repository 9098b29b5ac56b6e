package org.w3id.materia.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
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

    /** The file's bytes. One that has grown past the limit since it was listed is cut, and refused by the reader. */
    public byte[] content() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) MonographFolders.LARGEST_FILE + 1);
        }
    }

    /** What is told of the file where {@link #content()} ended so. */
    public Finding unreadable(IOException reason) {
        return new Finding(Severity.ERROR, path, 0, "file-unreadable", "The file cannot be read (" + reason + ").");
    }
}
