package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesComponent;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesDosageComponent;
import org.hl7.fhir.r4.model.StringType;

/** The guidelines of a MedicationKnowledge → rows, in the order of the text. */
final class Doses {
    private static final String IN_GENERAL = "general";

    private Doses() {}

    static List<Dose> of(MedicationKnowledge medicine) {
        List<Dose> doses = new ArrayList<>();
        for (MedicationKnowledgeAdministrationGuidelinesComponent guideline : medicine.getAdministrationGuidelines()) {
            for (MedicationKnowledgeAdministrationGuidelinesDosageComponent stage : guideline.getDosage()) {
                stage.getDosage().forEach(dosage -> doses.add(dose(guideline, stage, dosage)));
            }
        }
        return doses;
    }

    private static Dose dose(
            MedicationKnowledgeAdministrationGuidelinesComponent guideline,
            MedicationKnowledgeAdministrationGuidelinesDosageComponent stage,
            Dosage dosage) {
        return new Dose(
                dosage.getId(),
                patients(guideline),
                guideline.hasIndicationCodeableConcept()
                        ? DoseWords.concept(guideline.getIndicationCodeableConcept())
                        : "",
                stage(stage, dosage),
                DoseWords.isComputed(dosage),
                DoseWords.of(dosage),
                dosage.getText(),
                Evidence.of(dosage));
    }

    /** The text's own words, which have ages and weights in them. */
    private static String patients(MedicationKnowledgeAdministrationGuidelinesComponent guideline) {
        return guideline.getPatientCharacteristics().stream()
                .map(p -> p.hasValue()
                        ? p.getValue().stream().map(StringType::getValue).collect(Collectors.joining(", "))
                        : DoseWords.concept(p.getCharacteristicCodeableConcept()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String stage(MedicationKnowledgeAdministrationGuidelinesDosageComponent stage, Dosage dosage) {
        String name = stage.getType().getCoding().stream()
                .filter(c -> !IN_GENERAL.equals(c.getCode()))
                .map(Coding::getDisplay)
                .collect(Collectors.joining());
        if (!dosage.hasSequence()) {
            return name;
        }
        return (name.isEmpty() ? "" : name + ", ") + "step " + dosage.getSequence();
    }
}
