package org.w3id.materia.ingest;

/** Hears how an import goes on, in several threads. */
public interface ImportListener {
    /** Hears nothing. */
    ImportListener NONE = new ImportListener() {};

    /** It is known what there is to do. */
    default void planned(int toConvert, int unchanged, int removed) {}

    /** One more monograph has been converted, or found to be unusable. */
    default void converted(String path) {}

    /** All are converted; the index is being written out. */
    default void committing() {}

    /** What the folders hold is served. Merges in the index may follow until the import returns. */
    default void served() {}
}
