package org.w3id.materia.search;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.search.definition.SearchParameters;

/** Small resources, and the parameters that are served. */
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

    static Provenance provenance() {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference("Composition/amoxicillin"));
        provenance.addTarget(new Reference("https://elsewhere.example/fhir/Composition/1"));
        provenance.setRecordedElement(new InstantType("2026-11-23T01:50:24.123Z"));
        return provenance;
    }

    private static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(system, code, display));
    }
}
