package org.w3id.materia.terminology;

import java.io.IOException;
import org.w3id.materia.coding.NamedConcept;
import org.w3id.materia.model.Finding;

/** Takes what a reader finds, as it finds it. */
interface ConceptSink {
    void concept(NamedConcept concept) throws IOException;

    /** Something that could not be understood. */
    void finding(Finding finding);

    /** So many more bytes of the release have been read. */
    void progressed(long bytes);
}
