package org.w3id.materia.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Substance;
import org.hl7.fhir.r4.model.Substance.FHIRSubstanceStatus;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.SubstanceName;

/** An ingredient's name → Substance (FHIR R4, 8.15): the same from every monograph, so with no trace of any of them. */
final class SubstanceMapper {
    private static final Coding DRUG =
            new Coding("http://terminology.hl7.org/CodeSystem/substance-category", "drug", "Drug or Medicament");

    private final MonographScope scope;

    SubstanceMapper(MonographScope scope) {
        this.scope = scope;
    }

    Substance map(SubstanceName name) {
        Substance resource = new Substance();
        resource.setId(name.id());
        resource.getMeta().addProfile(Canonical.profile(resource.fhirType()));
        resource.setStatus(FHIRSubstanceStatus.ACTIVE);
        resource.addCategory(new CodeableConcept(DRUG.copy()));
        resource.setCode(scope.phrase(PhraseKind.DRUG, name.text()));
        resource.setText(new NarrativeBuilder()
                .title(name.text())
                .paragraph("Active ingredient.")
                .generated());
        return resource;
    }
}
