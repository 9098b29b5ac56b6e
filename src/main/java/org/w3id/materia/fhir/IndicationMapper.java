package org.w3id.materia.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.Indication;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.dosage.PatientGroupMapper;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.Vocabulary;

/** An indication → MedicinalProductIndication (FHIR R4, 13.9). */
final class IndicationMapper {
    private static final String APPROVAL_STATUS = Canonical.extension("approval-status");

    private final MonographScope scope;
    private final PatientGroupMapper patientGroups;

    IndicationMapper(MonographScope scope) {
        this.scope = scope;
        this.patientGroups = new PatientGroupMapper(scope.vocabulary());
    }

    MedicinalProductIndication map(Indication fact) {
        Vocabulary vocabulary = scope.vocabulary();
        Optional<String> diseaseStatus = fact.diseaseStatus();
        MedicinalProductIndication resource = scope.beginFact(
                new MedicinalProductIndication(),
                fact.evidence(),
                fact.ingredient(),
                fact.condition(),
                fact.intent().code(),
                fact.status().code(),
                PatientGroupMapper.identity(fact.populations()),
                fact.priorTherapy().orElse(""));
        resource.addExtension(
                new Extension(APPROVAL_STATUS, new CodeType(fact.status().code())));
        resource.addSubject(scope.medication());
        resource.setDiseaseSymptomProcedure(scope.phrase(PhraseKind.CONDITION, fact.condition()));
        diseaseStatus.ifPresent(words -> resource.setDiseaseStatus(new CodeableConcept().setText(words)));
        resource.setIntendedEffect(vocabulary.concept("intent", fact.intent().code()));
        fact.priorTherapy().ifPresent(words -> resource.addOtherTherapy()
                .setTherapyRelationshipType(vocabulary.concept("therapy-relationship", "prior-therapy"))
                .setMedication(new CodeableConcept().setText(words)));
        fact.populations().forEach(group -> resource.addPopulation(patientGroups.population(group)));
        resource.setText(new NarrativeBuilder()
                .title(scope.name() + ": indication")
                .line(vocabulary.codes("intent").display(fact.intent().code()), fact.condition())
                .line(
                        "Status",
                        vocabulary
                                .codes("approval-status")
                                .display(fact.status().code()))
                .line(
                        "For",
                        fact.populations().stream().map(PatientGroup::words).toList())
                .line("State of the disease", diseaseStatus)
                .line("Prior therapy", fact.priorTherapy())
                .line("Ingredient", fact.ingredient())
                .quote(fact.evidence().quote())
                .generated());
        return resource;
    }
}
