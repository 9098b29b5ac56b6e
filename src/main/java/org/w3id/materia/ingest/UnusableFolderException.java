package org.w3id.materia.ingest;

import java.nio.file.Path;

/** A folder that was named cannot be read, so that nothing can be said about the monographs in it. */
public final class UnusableFolderException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableFolderException(Path folder, String reason) {
        super("The folder " + folder + " cannot be used: " + reason);
    }
}
