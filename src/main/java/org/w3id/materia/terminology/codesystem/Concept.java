package org.w3id.materia.terminology.codesystem;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;

/** A concept of a code system, with what its supplements add (FHIR R4, CodeSystem.concept). */
public interface Concept {
    /** As the code system writes it. */
    String code();

    /** Null where it has none. */
    String display();

    /** Null where it has none. */
    String definition();

    /** All names, the display first. */
    List<Designation> designations();

    /** Properties in the order of the code system. */
    List<ConceptProperty> properties();

    /** Those of the concept itself; its designations have their own. */
    List<Extension> extensions();

    /** Whether the concept is there for grouping, and not for use in data (property notSelectable). */
    boolean isAbstract();

    /** Whether the concept should no longer be used. */
    boolean isInactive();

    /** What the code system says of its state, such as retired or deprecated; null where it says nothing. */
    String status();

    /** What the property status of FHIR's says; empty where it has none. */
    default Optional<String> statusProperty() {
        return properties().stream()
                .filter(p -> p.means("status"))
                .map(ConceptProperty::text)
                .findFirst();
    }

    /** Whether a property of FHIR's, such as deprecated, is there and true. */
    default boolean isTrue(String standard) {
        return properties().stream()
                .anyMatch(p -> p.means(standard) && p.value() instanceof BooleanType b && b.booleanValue());
    }
}
