package org.w3id.materia.safety.stated;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;

/**
 * A sentence about dosing, computed or not.
 *
 * @param groups of patients that it is for, each of them; empty where it names none
 * @param indication in the monograph's words
 * @param stage of {@code CodeSystem/dosing-stage}
 * @param context the labels that govern it, from the outermost
 * @param dosage with nothing but its text where it was not read whole
 */
public record StatedDose(
        StatedFact fact,
        List<StatedGroup> groups,
        Optional<String> indication,
        Coding stage,
        List<String> context,
        Dosage dosage) {
    public StatedDose {
        groups = List.copyOf(groups);
        context = List.copyOf(context);
    }

    /** Whether it was read whole. */
    public boolean isComputed() {
        return dosage.hasDoseAndRate() || dosage.hasMaxDosePerPeriod() || dosage.hasMaxDosePerAdministration();
    }
}
