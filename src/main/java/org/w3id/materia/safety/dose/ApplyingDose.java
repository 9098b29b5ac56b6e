package org.w3id.materia.safety.dose;

import org.w3id.materia.safety.asked.GroupFit;
import org.w3id.materia.safety.dose.DoseLabels.Governed;
import org.w3id.materia.safety.stated.Measure;
import org.w3id.materia.safety.stated.StatedDose;

/** A stated dose that is for the patient and route, as far as that is known. */
record ApplyingDose(StatedDose dose, Governed governed, GroupFit fit) {
    /** Whether it is stated for something that is known of the patient or the other medicines alone. */
    boolean isSpecific() {
        return governed == Governed.BY_OTHER_MEDICINE
                || dose.groups().stream()
                        .anyMatch(group -> group.of(Measure.CLEARANCE).isPresent());
    }

    boolean holds() {
        return fit == GroupFit.YES && governed != Governed.BY_SOMETHING_ELSE;
    }
}
