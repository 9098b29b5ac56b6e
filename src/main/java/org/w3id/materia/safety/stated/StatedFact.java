package org.w3id.materia.safety.stated;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MedicationKnowledge;

/**
 * A served fact.
 *
 * @param medicine that of its monograph
 * @param sentence that states it, verbatim
 */
public record StatedFact(MedicineName medicine, Place place, String sentence) {
    /**
     * Where a fact is served.
     *
     * @param reference of the resource that states it, such as {@code DetectedIssue/apixaban-9a88e524d63c}
     * @param anchor its id on the page of the medicine: that of the resource, or of the element that states it; empty where it has none
     */
    public record Place(String reference, String anchor) {}

    /** One that a resource of its own states. */
    static StatedFact of(DomainResource resource, MedicationKnowledge medicine) {
        String id = resource.getIdElement().getIdPart();
        return new StatedFact(
                MedicineName.of(medicine),
                new Place(resource.fhirType() + "/" + id, id),
                StatedEvidence.of(resource.getExtension())
                        .map(StatedEvidence::sentence)
                        .orElse(""));
    }

    /** One that an element of the MedicationKnowledge states. */
    static StatedFact of(Element element, MedicationKnowledge medicine) {
        MedicineName name = MedicineName.of(medicine);
        return new StatedFact(
                name,
                new Place("MedicationKnowledge/" + name.id(), element.hasId() ? element.getId() : ""),
                StatedEvidence.of(element).map(StatedEvidence::sentence).orElse(""));
    }
}
