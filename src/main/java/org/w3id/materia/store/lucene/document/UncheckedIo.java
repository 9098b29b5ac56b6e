package org.w3id.materia.store.lucene.document;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lucene declares {@link IOException} on nearly everything; above this package a failing disk is unchecked. */
public final class UncheckedIo {
    public interface Action {
        public void run() throws IOException;
    }

    public interface Reading<T> {
        public T get() throws IOException;
    }

    private UncheckedIo() {}

    public static <T> T get(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void run(Action action) {
        get(() -> {
            action.run();
            return null;
        });
    }
}
