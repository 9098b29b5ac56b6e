package org.w3id.materia.terminology;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder that processes on several machines share: entries, each a file or a folder of files that never change, and a catalogue. What
 * the catalogue's last version names is there, and nothing else; one process at a time changes it.
 */
public interface SharedFolder {
    /** Another number whenever the catalogue is replaced; 0 where nothing was ever put here. */
    long version();

    /** What there is now. */
    Contents contents();

    /**
     * Copies one file.
     *
     * @return false where it is no longer here, or not whole: the catalogue has been replaced
     */
    boolean read(String entry, SharedFile file, OutputStream to) throws IOException;

    /**
     * Begins a change.
     *
     * @return empty where another process changes it
     */
    Optional<Change> change();

    /**
     * One file of an entry.
     *
     * @param path in the entry; empty where the entry is a file itself
     * @param length in bytes
     * @param digest SHA-256 of its content, as hex digits
     */
    record SharedFile(String path, long length, String digest) {}

    /**
     * A version of what there is.
     *
     * @param catalogue as whoever uses the folder has written it; empty where nothing was ever put here
     * @param entries the files of each by its name
     */
    record Contents(long version, String catalogue, Map<String, List<SharedFile>> entries) {
        /** Nothing. */
        public static final Contents NONE = new Contents(0, "", Map.of());

        public Contents {
            entries = Map.copyOf(entries);
        }
    }

    /** A change that is under way. What was put and not published is gone when it is closed, or else with the next change. */
    interface Change extends AutoCloseable {
        /** What there is: as the change found it, or has published it. */
        Contents contents();

        /**
         * Puts a file that nobody sees before it is published.
         *
         * @throws IllegalStateException where another process has taken the change over
         */
        void put(String entry, SharedFile file, Path from) throws IOException;

        /**
         * Replaces the catalogue, in one step, and removes the entries that it has no longer.
         *
         * @param entries all that there are from now on
         * @throws IllegalStateException where another process has taken the change over; nothing is replaced then
         */
        void publish(String catalogue, Map<String, List<SharedFile>> entries);

        @Override
        void close();
    }
}
