package org.w3id.materia.safety.stated;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MedicationKnowledge;

/**
 * A served fact.
 *
 * @param reference of the resource that states it, such as {@code DetectedIssue/apixaban-9a88e524d63c}
 * @param medicine id of the MedicationKnowledge of its monograph
 * @param name of that medicine
 * @param anchor its id on the page of the medicine: that of the resource, or of the element that states it; empty where it has none
 * @param sentence that states it, verbatim
 */
public record Fact(String reference, String medicine, String name, String anchor, String sentence) {
    /** One that a resource of its own states. */
    static Fact of(DomainResource resource, MedicationKnowledge medicine) {
        String id = resource.getIdElement().getIdPart();
        return new Fact(
                resource.fhirType() + "/" + id,
                medicine.getIdElement().getIdPart(),
                medicine.getCode().getText(),
                id,
                Evidence.of(resource.getExtension()).map(Evidence::sentence).orElse(""));
    }

    /** One that an element of the MedicationKnowledge states. */
    static Fact of(Element element, MedicationKnowledge medicine) {
        String id = medicine.getIdElement().getIdPart();
        return new Fact(
                "MedicationKnowledge/" + id,
                id,
                medicine.getCode().getText(),
                element.hasId() ? element.getId() : "",
                Evidence.of(element).map(Evidence::sentence).orElse(""));
    }
}
