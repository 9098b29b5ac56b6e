package org.w3id.materia.safety.stated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.w3id.materia.fhir.conformance.Canonical;

/** The dosing of a medicine, sentence by sentence. */
final class DoseReader {
    private static final String CONTEXT = Canonical.extension("context");
    private static final String SEPARATOR = " › ";

    private final GroupReader groups;

    DoseReader(GroupReader groups) {
        this.groups = groups;
    }

    List<StatedDose> doses(MedicationKnowledge medicine, BiFunction<String, Element, Fact> facts) {
        List<StatedDose> doses = new ArrayList<>();
        String reference = "MedicationKnowledge/" + medicine.getIdElement().getIdPart();
        for (var guideline : medicine.getAdministrationGuidelines()) {
            List<StatedGroup> patients = guideline.getPatientCharacteristics().stream()
                    .map(groups::of)
                    .toList();
            Optional<String> indication = guideline.getIndication() instanceof CodeableConcept concept
                    ? Optional.ofNullable(concept.getText())
                    : Optional.empty();
            for (var staged : guideline.getDosage()) {
                for (Dosage dosage : staged.getDosage()) {
                    doses.add(new StatedDose(
                            facts.apply(reference, dosage),
                            patients,
                            indication,
                            staged.getType().getCodingFirstRep().getCode(),
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
