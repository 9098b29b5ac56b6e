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

    /** Tells both, this one first. */
    default ImportListener and(ImportListener other) {
        ImportListener first = this;
        return new ImportListener() {
            @Override
            public void planned(int toConvert, int unchanged, int removed) {
                first.planned(toConvert, unchanged, removed);
                other.planned(toConvert, unchanged, removed);
            }

            @Override
            public void converted(String path) {
                first.converted(path);
                other.converted(path);
            }

            @Override
            public void committing() {
                first.committing();
                other.committing();
            }

            @Override
            public void served() {
                first.served();
                other.served();
            }
        };
    }
}
