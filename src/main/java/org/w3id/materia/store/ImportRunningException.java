package org.w3id.materia.store;

/** Another import is running: of this process, or of another that fills the same knowledge base. */
public final class ImportRunningException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ImportRunningException() {
        super("another import is running");
    }
}
