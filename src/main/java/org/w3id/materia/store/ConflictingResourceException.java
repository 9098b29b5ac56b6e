package org.w3id.materia.store;

/** Two sources put different versions of one resource, so that neither can be said to be right. */
public final class ConflictingResourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConflictingResourceException(ResourceKey key) {
        super(key + " has another content in another source");
    }
}
