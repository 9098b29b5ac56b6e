package org.w3id.materia.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What processes on several machines work at together: a register of it that each may read and change, the right to do a task, which one of
 * them has at a time, and the files that come of it.
 */
public interface SharedWork {
    /**
     * What is registered: texts by their names.
     *
     * @throws org.w3id.materia.model.Failure unavailable where nobody can tell
     */
    Map<String, String> register();

    /**
     * Changes the register in one step.
     *
     * @param change makes of what is registered what is to be; called again where another process has changed it meanwhile
     * @throws org.w3id.materia.model.Failure unavailable where it could not be changed
     */
    void change(UnaryOperator<Map<String, String>> change);

    /**
     * Takes the right to do a task. Never waits: where another process has it, ask again and again; once that one has shown no sign of life for
     * a while the right is taken over.
     *
     * @return empty where another process has it, or may have it
     */
    Optional<Claim> claim(String task);

    /** Puts a file where all find it. An entry's files are kept or removed together. */
    void put(String entry, String name, Path from) throws IOException;

    /**
     * Copies a file.
     *
     * @return false where it is not there, or not whole
     */
    boolean read(String entry, String name, long length, OutputStream to) throws IOException;

    /**
     * Removes all files but those of some entries.
     *
     * @param entries asked for once no file can come that is not to be found in it
     * @return false where another process does so at the moment
     */
    boolean keepOnly(Supplier<Set<String>> entries);

    /** The right to do a task. */
    interface Claim extends AutoCloseable {
        /** Whether nobody can have taken it over. */
        boolean isHeld();

        /** Lets others have it at once. */
        @Override
        void close();
    }
}
