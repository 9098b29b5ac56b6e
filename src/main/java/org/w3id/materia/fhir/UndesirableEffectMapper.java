package org.w3id.materia.fhir;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicinalProductUndesirableEffect;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.UndesirableEffect;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;
import org.w3id.materia.fhir.scope.Vocabulary;

/** An undesirable effect → MedicinalProductUndesirableEffect (FHIR R4, 13.17). */
final class UndesirableEffectMapper {
    private static final String SERIOUS = Canonical.extension("serious");

    private final MonographScope scope;

    UndesirableEffectMapper(MonographScope scope) {
        this.scope = scope;
    }

    MedicinalProductUndesirableEffect map(UndesirableEffect fact) {
        Vocabulary vocabulary = scope.vocabulary();
        String frequency = fact.frequency().map(f -> f.code()).orElse("");
        MedicinalProductUndesirableEffect resource = scope.beginFact(
                new MedicinalProductUndesirableEffect(),
                fact.evidence(),
                fact.ingredient(),
                fact.effect(),
                frequency,
                String.valueOf(fact.serious()));
        if (fact.serious()) {
            resource.addExtension(new Extension(SERIOUS, new BooleanType(true)));
        }
        resource.addSubject(scope.medication());
        resource.setSymptomConditionEffect(scope.phrase(PhraseKind.EFFECT, fact.effect()));
        fact.frequency()
                .map(f -> vocabulary.concept("frequency", f.code()))
                .ifPresent(resource::setFrequencyOfOccurrence);
        resource.setText(new NarrativeBuilder()
                .title(scope.name() + ": undesirable effect")
                .line(fact.serious() ? "Serious" : "Effect", fact.effect())
                .line(
                        "Frequency",
                        fact.frequency().map(f -> vocabulary.codes("frequency").display(f.code())))
                .line("Ingredient", fact.ingredient())
                .quote(fact.evidence().quote())
                .generated());
        return resource;
    }
}
