package org.w3id.materia.safety.stated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.w3id.materia.fhir.conformance.Canonical;

/** The guidelines of a MedicationKnowledge → its dosing, sentence by sentence, in the order of the text. */
public final class DoseReader {
    private static final String CONTEXT = Canonical.extension("context");
    private static final String SEPARATOR = " › ";

    private DoseReader() {}

    /** What is stated of doses, computed or not. */
    public static List<StatedDose> of(MedicationKnowledge medicine) {
        List<StatedDose> doses = new ArrayList<>();
        for (var guideline : medicine.getAdministrationGuidelines()) {
            List<StatedGroup> patients = guideline.getPatientCharacteristics().stream()
                    .map(GroupReader::of)
                    .toList();
            Optional<String> indication = guideline.getIndication() instanceof CodeableConcept concept
                    ? Optional.ofNullable(concept.getText())
                    : Optional.empty();
            for (var staged : guideline.getDosage()) {
                for (Dosage dosage : staged.getDosage()) {
                    doses.add(new StatedDose(
                            StatedFact.of(dosage, medicine),
                            patients,
                            indication,
                            staged.getType().getCodingFirstRep(),
                            context(dosage),
                            dosage));
                }
            }
        }
        return doses;
    }

    private static List<String> context(Dosage dosage) {
        Extension context = dosage.getExtensionByUrl(CONTEXT);
        return context == null
                ? List.of()
                : Arrays.asList(context.getValue().primitiveValue().split(SEPARATOR, -1));
    }
}
