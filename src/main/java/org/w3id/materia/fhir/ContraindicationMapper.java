package org.w3id.materia.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.Contraindication;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.dosage.PatientGroupMapper;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.Vocabulary;

/** A contraindication → MedicinalProductContraindication (FHIR R4, 13.8). */
final class ContraindicationMapper {
    private static final String STRENGTH = Canonical.extension("strength");

    private final MonographScope scope;
    private final PatientGroupMapper patientGroups;

    ContraindicationMapper(MonographScope scope) {
        this.scope = scope;
        this.patientGroups = new PatientGroupMapper(scope.vocabulary());
    }

    MedicinalProductContraindication map(Contraindication fact) {
        Vocabulary vocabulary = scope.vocabulary();
        MedicinalProductContraindication resource = scope.beginFact(
                new MedicinalProductContraindication(),
                fact.evidence(),
                fact.ingredient(),
                fact.condition(),
                fact.kind().name(),
                fact.strength().code(),
                PatientGroupMapper.identity(fact.populations()));
        resource.addExtension(
                new Extension(STRENGTH, new CodeType(fact.strength().code())));
        resource.addSubject(scope.medication());
        if (fact.kind() == RiskKind.DRUG) {
            resource.addOtherTherapy()
                    .setTherapyRelationshipType(vocabulary.concept("therapy-relationship", "contraindicated-with"))
                    .setMedication(scope.drug(fact.condition()));
        } else {
            resource.setDisease(scope.phrase(PhraseKind.CONDITION, fact.condition()));
        }
        fact.populations().forEach(group -> resource.addPopulation(patientGroups.population(group)));
        resource.setText(new NarrativeBuilder()
                .title(scope.name() + ": contraindication")
                .line(vocabulary.codes("strength").display(fact.strength().code()), fact.condition())
                .line(
                        "For",
                        fact.populations().stream().map(PatientGroup::words).toList())
                .line("Ingredient", fact.ingredient())
                .quote(fact.evidence().quote())
                .generated());
        return resource;
    }
}
