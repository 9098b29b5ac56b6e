package org.w3id.materia.fhir.dosage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesComponent;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesDosageComponent;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeAdministrationGuidelinesPatientCharacteristicsComponent;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.scope.MonographScope;

/**
 * Statements about dosing → {@code MedicationKnowledge.administrationGuidelines}. Neighbouring statements for the same patients and
 * condition share a guideline, neighbouring ones of the same stage a {@code dosage} in it, so that the order stays the text's.
 */
public final class GuidelineMapper {
    private static final String AGE = Canonical.extension("patient-age");
    private static final String WEIGHT = Canonical.extension("patient-weight");

    private final MonographScope scope;
    private final DosageMapper dosages;
    private final PatientGroupMapper patientGroups;

    public GuidelineMapper(MonographScope scope) {
        this.scope = scope;
        this.dosages = new DosageMapper(scope);
        this.patientGroups = new PatientGroupMapper(scope.vocabulary());
    }

    /**
     * @param statements of one monograph, in the order of its text
     * @return guidelines whose doses, read one after the other, are those statements in the same order
     */
    public List<MedicationKnowledgeAdministrationGuidelinesComponent> map(List<DoseStatement> statements) {
        List<MedicationKnowledgeAdministrationGuidelinesComponent> guidelines = new ArrayList<>();
        MedicationKnowledgeAdministrationGuidelinesComponent guideline = null;
        MedicationKnowledgeAdministrationGuidelinesDosageComponent stage = null;
        DoseStatement previous = null;
        for (DoseStatement statement : statements) {
            boolean continues = previous != null
                    && previous.groups().equals(statement.groups())
                    && previous.indication().equals(statement.indication());
            if (!continues) {
                guideline = guideline(statement.groups(), statement.indication());
                guidelines.add(guideline);
            }
            if (!continues || previous.stage() != statement.stage()) {
                stage = guideline
                        .addDosage()
                        .setType(scope.vocabulary()
                                .concept("dosing-stage", statement.stage().code()));
            }
            stage.addDosage(dosages.map(statement));
            previous = statement;
        }
        return guidelines;
    }

    private MedicationKnowledgeAdministrationGuidelinesComponent guideline(
            List<PatientGroup> groups, Optional<String> indication) {
        MedicationKnowledgeAdministrationGuidelinesComponent guideline =
                new MedicationKnowledgeAdministrationGuidelinesComponent();
        indication.flatMap(scope::doseIndication).ifPresent(guideline::setIndication);
        groups.forEach(group -> guideline.addPatientCharacteristics(characteristics(group)));
        return guideline;
    }

    private MedicationKnowledgeAdministrationGuidelinesPatientCharacteristicsComponent characteristics(
            PatientGroup group) {
        MedicationKnowledgeAdministrationGuidelinesPatientCharacteristicsComponent characteristics =
                new MedicationKnowledgeAdministrationGuidelinesPatientCharacteristicsComponent();
        characteristics.setCharacteristic(patientGroups.concept(group));
        characteristics.addValue(group.words());
        group.age()
                .flatMap(PatientGroupMapper::range)
                .ifPresent(range -> characteristics.addExtension(new Extension(AGE, range)));
        group.clearance()
                .flatMap(PatientGroupMapper::range)
                .ifPresent(range -> characteristics.addExtension(new Extension(PatientGroupMapper.CLEARANCE, range)));
        group.weight()
                .flatMap(PatientGroupMapper::range)
                .ifPresent(range -> characteristics.addExtension(new Extension(WEIGHT, range)));
        return characteristics;
    }
}
