package org.w3id.materia.terminology.release;

import java.io.IOException;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.w3id.materia.model.Finding;

/** Takes what a reader finds, as it finds it. */
public interface ReleaseSink {
    /**
     * Begins a code system, to which the concepts that follow belong.
     *
     * @param header the code system with all that is said of it as a whole (url, version, title, caseSensitive, properties,
     *     filters, content, valueSet …), and without concepts
     */
    void system(CodeSystem header) throws IOException;

    /** A concept of the code system that has begun. */
    void concept(ReleasedConcept concept) throws IOException;

    /** A small code system, a value set, a concept map or a naming system that is kept whole. */
    void resource(MetadataResource resource) throws IOException;

    /** Something that could not be understood. */
    void finding(Finding finding);

    /** A file of the release is being read. */
    void reading(ReleaseFile file);

    /** So many more bytes of the release have been read. */
    void progressed(long bytes);
}
