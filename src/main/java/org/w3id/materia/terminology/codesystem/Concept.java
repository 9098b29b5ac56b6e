package org.w3id.materia.terminology.codesystem;

import java.util.List;
import org.hl7.fhir.r4.model.Extension;

/** A concept of a code system, with what its supplements add (FHIR R4, CodeSystem.concept). */
public interface Concept {
    String code();

    /** Null where it has none. */
    String display();

    /** Null where it has none. */
    String definition();

    /** All names, the display first. */
    List<Designation> designations();

    /** Properties in the order of the code system. */
    List<ConceptProperty> properties();

    List<Extension> extensions();

    /** Whether the concept is there for grouping, and not for use in data (property notSelectable). */
    boolean isAbstract();

    /** Whether the concept should no longer be used. */
    boolean isInactive();

    /** What the code system says of its state, such as retired or deprecated; null where it says nothing. */
    String status();
}
