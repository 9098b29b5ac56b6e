package org.w3id.materia.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;

/** A contraindication or caution → DetectedIssue (FHIR R4, 9.6). */
final class DetectedIssueMapper {
    private static final String STRENGTH = Canonical.extension("strength");
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final MonographScope scope;

    DetectedIssueMapper(MonographScope scope) {
        this.scope = scope;
    }

    DetectedIssue map(Risk risk) {
        DetectedIssue resource = scope.beginFact(
                new DetectedIssue(),
                risk.evidence(),
                risk.ingredient(),
                risk.condition(),
                risk.kind().name(),
                risk.strength());
        resource.addExtension(new Extension(STRENGTH, new CodeType(risk.strength())));
        resource.setStatus(DetectedIssueStatus.FINAL);
        resource.setCode(code(risk.kind()));
        resource.addImplicated(scope.medication());
        resource.addEvidence().addCode(evidence(risk));
        String sentence = scope.sentence(risk.evidence());
        resource.setDetail(sentence);
        resource.setText(new NarrativeBuilder()
                .title(scope.name() + ": warning")
                .line(scope.vocabulary().codes("strength").display(risk.strength()), risk.condition())
                .line("Ingredient", risk.ingredient())
                .quote(sentence)
                .generated());
        return resource;
    }

    private CodeableConcept evidence(Risk risk) {
        return risk.kind() == RiskKind.DRUG
                ? scope.drug(risk.condition())
                : scope.phrase(PhraseKind.CONDITION, risk.condition());
    }

    /** The codes of v3-ActCode below ActSuppliedItemDetectedIssueCode; it has none for what a patient does. */
    private static CodeableConcept code(RiskKind kind) {
        return switch (kind) {
            case CONDITION -> actCode("COND", "Condition Alert");
            case PREGNANCY -> actCode("PREG", "Pregnancy Alert");
            case LACTATION -> actCode("LACT", "Lactation Alert");
            case AGE -> actCode("AGE", "Age Alert");
            case ALLERGY -> actCode("ALGY", "Allergy Alert");
            case DRUG -> actCode("DRG", "Drug Interaction Alert");
            case FOOD -> actCode("FOOD", "Food Interaction Alert");
            case ACTIVITY -> new CodeableConcept().setText("Activity Alert");
        };
    }

    private static CodeableConcept actCode(String code, String display) {
        return new CodeableConcept(new Coding(ACT_CODE, code, display));
    }
}
