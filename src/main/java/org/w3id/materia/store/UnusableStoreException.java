package org.w3id.materia.store;

/**
 * The data directory cannot be used: another process holds it, it is damaged, or it holds something else. The message
 * says what to do.
 */
public final class UnusableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnusableStoreException(String message) {
        super(message);
    }
}
