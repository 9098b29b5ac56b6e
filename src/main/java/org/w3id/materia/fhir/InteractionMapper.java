package org.w3id.materia.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.MedicinalProductInteraction.MedicinalProductInteractionInteractantComponent;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.Interaction;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;

/** An interaction → MedicinalProductInteraction (FHIR R4, 13.12). */
final class InteractionMapper {
    private static final String MEDICINE = Canonical.extension("medicine");

    private final MonographScope scope;

    InteractionMapper(MonographScope scope) {
        this.scope = scope;
    }

    MedicinalProductInteraction map(Interaction fact) {
        MedicinalProductInteraction resource = scope.beginFact(
                new MedicinalProductInteraction(),
                fact.evidence(),
                fact.ingredient(),
                fact.agent(),
                fact.type().code(),
                fact.effect().orElse(""),
                fact.management().orElse(""));
        String sentence = scope.sentence(fact.evidence());
        resource.addSubject(scope.medication());
        resource.setDescription(sentence);
        MedicinalProductInteractionInteractantComponent interactant =
                resource.addInteractant().setItem(scope.drug(fact.agent()));
        scope.medicine(fact.agent()).ifPresent(other -> interactant.addExtension(MEDICINE, other));
        resource.setType(
                scope.vocabulary().concept("interaction-type", fact.type().code()));
        fact.effect().map(words -> scope.phrase(PhraseKind.EFFECT, words)).ifPresent(resource::setEffect);
        fact.management().map(words -> new CodeableConcept().setText(words)).ifPresent(resource::setManagement);
        resource.setText(new NarrativeBuilder()
                .title(scope.name() + ": interaction")
                .line("With", fact.agent())
                .line("Effect", fact.effect())
                .line("Management", fact.management())
                .line("Ingredient", fact.ingredient())
                .quote(sentence)
                .generated());
        return resource;
    }
}
