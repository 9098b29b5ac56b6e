package org.w3id.materia.terminology.loaded;

/** A file that is no release of a known format, or cannot be read; the message names it and says what would be. */
public final class UnusableReleaseException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableReleaseException(String message) {
        super(message);
    }

    public UnusableReleaseException(String message, Exception cause) {
        super(message, cause);
    }
}
