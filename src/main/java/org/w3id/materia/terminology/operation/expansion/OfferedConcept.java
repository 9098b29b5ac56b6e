package org.w3id.materia.terminology.operation.expansion;

import java.util.List;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.Designation;
import org.w3id.materia.terminology.codesystem.Displays;

/**
 * A concept that may become a member of an expansion.
 *
 * @param displays of the code system, and what the value set adds
 * @param extensions that the value set gives it
 * @param hasText whether the client's text is known to be in it
 */
record OfferedConcept(Concept concept, Displays displays, List<Extension> extensions, boolean hasText) {
    /** As the code system has it. */
    static OfferedConcept of(Concept concept) {
        return new OfferedConcept(concept, displaysOf(concept), List.of(), false);
    }

    /** One that was found by the text already. */
    static OfferedConcept found(Concept concept) {
        return new OfferedConcept(concept, displaysOf(concept), List.of(), true);
    }

    /**
     * One that a value set lists, maybe under another display.
     *
     * @param language of the value set; null where it has none
     */
    static OfferedConcept listed(Concept concept, ConceptReferenceComponent listed, String language) {
        Displays displays = displaysOf(concept);
        if (listed.hasDisplay()) {
            displays.prefer(Designation.display(language, listed.getDisplay()));
        }
        listed.getDesignation()
                .forEach(d -> displays.add(new Designation(
                        d.getLanguage(),
                        d.hasUse() ? d.getUse() : null,
                        d.getValue(),
                        false,
                        "active",
                        d.getExtension(),
                        null)));
        return new OfferedConcept(concept, displays, listed.getExtension(), false);
    }

    private static Displays displaysOf(Concept concept) {
        Displays displays = new Displays();
        displays.add(concept);
        return displays;
    }
}
