package org.w3id.materia.terminology;

import java.io.IOException;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.CodeSystem;

/** Keeps the concepts of one version of one code system, any number of them, in a folder that never changes again. */
public interface ConceptStore {
    /** Begins a folder, which must not exist. */
    ConceptWriter create(Path folder, CodeSystem header) throws IOException;

    /**
     * Opens what a writer has finished.
     *
     * @throws IOException where it cannot be read, or is damaged
     */
    StoredConcepts open(Path folder, CodeSystem header) throws IOException;
}
