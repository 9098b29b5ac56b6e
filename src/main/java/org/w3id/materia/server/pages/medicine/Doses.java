package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.w3id.materia.safety.stated.DoseReader;
import org.w3id.materia.safety.stated.StatedDose;
import org.w3id.materia.safety.stated.StatedEvidence;
import org.w3id.materia.safety.stated.StatedGroup;

/** What is stated of doses → rows. */
final class Doses {
    private static final String IN_GENERAL = "general";

    private Doses() {}

    static List<DoseRow> of(MedicationKnowledge medicine) {
        return DoseReader.of(medicine).stream().map(Doses::row).toList();
    }

    private static DoseRow row(StatedDose dose) {
        String patients =
                dose.groups().stream().map(StatedGroup::words).distinct().collect(Collectors.joining(", "));
        return new DoseRow(
                dose.fact().place().anchor(),
                new DoseRow.Scope(patients, dose.indication().orElse(""), stage(dose)),
                dose.isComputed() ? Optional.of(DoseWords.of(dose.dosage())) : Optional.empty(),
                new DoseRow.Source(dose.dosage().getText(), StatedEvidence.of(dose.dosage())));
    }

    private static String stage(StatedDose dose) {
        String name = dose.stage().hasCode() && !IN_GENERAL.equals(dose.stage().getCode())
                ? dose.stage().getDisplay()
                : "";
        if (!dose.dosage().hasSequence()) {
            return name;
        }
        return (name.isEmpty() ? "" : name + ", ") + "step " + dose.dosage().getSequence();
    }
}
