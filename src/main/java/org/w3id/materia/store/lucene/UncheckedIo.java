package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lucene declares {@link IOException} on nearly everything; above this package a failing disk is unchecked. */
final class UncheckedIo {
    interface Action {
        void run() throws IOException;
    }

    interface Reading<T> {
        T get() throws IOException;
    }

    private UncheckedIo() {}

    static <T> T get(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Action action) {
        get(() -> {
            action.run();
            return null;
        });
    }
}
