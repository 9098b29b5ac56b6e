package org.w3id.materia.search;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.MedicinalProductUndesirableEffect;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Substance;
import org.hl7.fhir.r4.model.ValueSet;

/** A small resource of every served type, in which every served parameter has a value. */
final class Examples {
    static final String ATC = "http://www.whocc.no/atc";
    static final FhirContext CONTEXT = FhirContext.forR4Cached();
    static final SearchParameters PARAMETERS = SearchParameters.load();

    private Examples() {}

    static MedicationKnowledge amoxicillin() {
        MedicationKnowledge mk = new MedicationKnowledge();
        mk.setId("amoxicillin");
        mk.setStatus(MedicationKnowledge.MedicationKnowledgeStatus.ACTIVE);
        mk.setCode(concept(ATC, "J01CA04", "amoxicillin").setText("Amoxicillin"));
        mk.addSynonym("Amoxycillin");
        mk.addIngredient().setItem(new Reference("Substance/amoxicillin").setDisplay("Amoxicillin trihydrate"));
        mk.addIngredient()
                .setItem(concept("http://fdasis.nlm.nih.gov", "804826J2HU", "AMOXICILLIN")
                        .setText("amox"));
        mk.setDoseForm(new CodeableConcept().setText("capsule").addCoding(new Coding("urn:forms", "cap", null)));
        mk.addMedicineClassification().addClassification(concept(ATC, "J01CA", "Penicillins"));
        mk.addMonograph()
                .setType(concept("http://loinc.org", "34391-3", null))
                .setSource(new Reference("DocumentReference/amoxicillin"));
        return mk;
    }

    static List<Resource> ofEveryType() {
        Medication medication = new Medication();
        medication.setCode(concept(ATC, "J01CA04", "amoxicillin"));
        medication.setForm(new CodeableConcept().setText("capsule"));
        medication.setStatus(Medication.MedicationStatus.ACTIVE);
        medication.addIngredient().setItem(new Reference("Substance/amoxicillin").setDisplay("Amoxicillin"));
        medication
                .addIngredient()
                .setItem(concept(ATC, "J01CA04", "amoxicillin").setText("amoxicillin"));
        DetectedIssue issue = new DetectedIssue();
        issue.setCode(concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "COND", null));
        issue.addImplicated(medicationReference());
        Substance substance = new Substance();
        substance.setCode(concept(ATC, "J01CA04", "amoxicillin").setText("Amoxicillin"));
        substance.setStatus(Substance.FHIRSubstanceStatus.ACTIVE);
        substance.addIngredient().setSubstance(concept("urn:x", "water", "Water"));
        Composition composition = new Composition();
        composition.setSubject(medicationReference()).setTitle("Amoxicillin: monograph");
        composition.setStatus(Composition.CompositionStatus.FINAL);
        composition.setType(concept("http://loinc.org", "34391-3", null));
        composition.addSection().setCode(concept("http://loinc.org", "34067-9", null));
        DocumentReference document = new DocumentReference();
        document.setSubject(medicationReference()).setType(concept("http://loinc.org", "34391-3", null));
        document.setStatus(org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus.CURRENT);
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference("Composition/amoxicillin"));
        provenance.addTarget(new Reference("https://elsewhere.example/fhir/Composition/1"));
        provenance.setRecordedElement(new InstantType("2026-11-23T01:50:24.123Z"));
        return List.of(
                amoxicillin(),
                medication,
                new MedicinalProductIndication().addSubject(medicationReference()),
                new MedicinalProductContraindication().addSubject(medicationReference()),
                new MedicinalProductInteraction().addSubject(medicationReference()),
                new MedicinalProductUndesirableEffect().addSubject(medicationReference()),
                issue,
                substance,
                composition,
                document,
                provenance,
                profile(),
                codeSystem(),
                valueSet(),
                conceptMap(),
                searchParameter(),
                operation());
    }

    private static StructureDefinition profile() {
        StructureDefinition profile = new StructureDefinition();
        profile.setUrl("urn:p")
                .setVersion("1")
                .setName("P")
                .setTitle("A profile")
                .setDescription("It *profiles*.");
        profile.setStatus(PublicationStatus.ACTIVE).setType("MedicationKnowledge");
        profile.setKind(StructureDefinition.StructureDefinitionKind.RESOURCE);
        profile.setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT);
        return profile;
    }

    private static CodeSystem codeSystem() {
        CodeSystem system = new CodeSystem();
        system.setUrl("urn:s").setVersion("1").setName("S").setTitle("Codes").setDescription("Some codes");
        system.setStatus(PublicationStatus.DRAFT).setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        return system;
    }

    private static ValueSet valueSet() {
        ValueSet set = new ValueSet();
        set.setUrl("urn:v").setVersion("1").setName("V").setTitle("Values").setDescription("Some values");
        set.setStatus(PublicationStatus.RETIRED).getCompose().addInclude().setSystem("urn:s");
        return set;
    }

    private static ConceptMap conceptMap() {
        ConceptMap map = new ConceptMap();
        map.setUrl("urn:m").setVersion("1").setName("M").setTitle("Map").setDescription("From here to there");
        map.setStatus(PublicationStatus.ACTIVE).addGroup().setSource("urn:s").setTarget("urn:t");
        return map;
    }

    private static SearchParameter searchParameter() {
        return PARAMETERS.hl7Resources(CONTEXT).get(0).setVersion("4.0.1");
    }

    private static OperationDefinition operation() {
        OperationDefinition operation = new OperationDefinition();
        operation.setUrl("urn:o").setVersion("1").setName("O").setTitle("Do").setDescription("Does");
        operation.setStatus(PublicationStatus.ACTIVE).setKind(OperationDefinition.OperationKind.OPERATION);
        operation.setCode("do");
        return operation;
    }

    private static Reference medicationReference() {
        return new Reference("Medication/amoxicillin");
    }

    private static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(system, code, display));
    }
}
