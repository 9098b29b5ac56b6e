package org.w3id.materia.safety.stated;

import org.hl7.fhir.r4.model.MedicationKnowledge;

/**
 * What a medicine is called.
 *
 * @param id of the MedicationKnowledge
 * @param name for people
 */
public record MedicineName(String id, String name) {
    static MedicineName of(MedicationKnowledge medicine) {
        return new MedicineName(
                medicine.getIdElement().getIdPart(), medicine.getCode().getText());
    }
}
