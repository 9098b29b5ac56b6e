package org.w3id.materia.store.lucene.backup;

/** An archive that cannot be put back; the message names it and says why. */
public final class UnusableBackupException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableBackupException(String message) {
        super(message);
    }

    UnusableBackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
