package org.w3id.materia.store.lucene.document;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lucene declares {@link IOException} on nearly everything; above this package a failing disk is unchecked. */
public final class UncheckedIo {
    /** Work that leaves nothing behind to return. */
    public interface Action {
        /**
         * Does it.
         *
         * @throws IOException what {@link UncheckedIo#run} throws on unchecked
         */
        public void run() throws IOException;
    }

    /** Work that has a result. */
    public interface Reading<T> {
        /**
         * Its result.
         *
         * @throws IOException what {@link UncheckedIo#get} throws on unchecked
         */
        public T get() throws IOException;
    }

    private UncheckedIo() {}

    /** @throws UncheckedIOException where the reading fails */
    public static <T> T get(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where the action fails */
    public static void run(Action action) {
        get(() -> {
            action.run();
            return null;
        });
    }
}
