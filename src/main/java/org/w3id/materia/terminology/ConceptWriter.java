package org.w3id.materia.terminology;

import java.io.Closeable;
import java.io.IOException;
import org.w3id.materia.terminology.release.ReleasedConcept;

/** Takes the concepts of a code system, one by one. What is closed without {@link #finish} cannot be opened. */
public interface ConceptWriter extends Closeable {
    /** Adds a concept; false where there is one of that code, which stays. */
    boolean add(ReleasedConcept concept) throws IOException;

    /** Ends the writing, for good: what is written has reached the disk. */
    Finished finish() throws IOException;

    /**
     * What was written.
     *
     * @param digest SHA-256 of all concepts, as hex digits
     * @param unknownParents number of parents that are no concept of the code system
     */
    record Finished(String digest, int unknownParents) {}
}
