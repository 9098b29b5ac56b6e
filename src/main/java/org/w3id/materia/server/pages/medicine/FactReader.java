package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.MedicinalProductUndesirableEffect;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.fhir.conformance.Canonical;

/** Resources → facts, each in the text's own words. */
public final class FactReader {
    private static final String INGREDIENT = Canonical.extension("ingredient");
    private static final String STATUS = Canonical.extension("approval-status");
    private static final String SERIOUS = Canonical.extension("serious");
    private static final String DRUGS = "drug-drug";
    private static final String TREATMENT = "treatment";

    private final StoredFacts stored;

    public FactReader(StoredFacts stored) {
        this.stored = stored;
    }

    public Fact indication(MedicinalProductIndication indication) {
        List<Fact.Note> notes = ingredient(indication);
        CodeableConcept intent = indication.getIntendedEffect();
        if (!intent.isEmpty() && !TREATMENT.equals(code(intent))) {
            notes.add(new Fact.Note("Given for", intent.getCodingFirstRep().getDisplay()));
        }
        if ("off-label".equals(code(indication, STATUS))) {
            notes.add(new Fact.Note("Status", "off-label"));
        }
        indication.getOtherTherapy().stream()
                .filter(o -> o.hasMedicationCodeableConcept())
                .forEach(o -> notes.add(
                        new Fact.Note("Other treatment", DoseWords.concept(o.getMedicationCodeableConcept()))));
        populations(indication.getPopulation(), notes);
        return fact(indication, List.of(), indication.getDiseaseSymptomProcedure(), notes);
    }

    /**
     * A warning, whatever its strength.
     *
     * @param same the contraindications that state the same
     */
    public Fact warning(DetectedIssue issue, List<MedicinalProductContraindication> same) {
        List<Fact.Note> notes = ingredient(issue);
        same.stream().limit(1).forEach(c -> populations(c.getPopulation(), notes));
        return fact(
                issue,
                same.stream().map(c -> c.getIdElement().getIdPart()).toList(),
                issue.getEvidenceFirstRep().getCodeFirstRep(),
                notes);
    }

    public Fact interaction(MedicinalProductInteraction interaction) {
        List<Fact.Note> notes = ingredient(interaction);
        if (interaction.hasEffect()) {
            notes.add(new Fact.Note("Effect", DoseWords.concept(interaction.getEffect())));
        }
        if (interaction.hasManagement()) {
            notes.add(new Fact.Note("What to do", DoseWords.concept(interaction.getManagement())));
        }
        if (interaction.hasType() && !DRUGS.equals(code(interaction.getType()))) {
            notes.add(new Fact.Note(
                    "Kind", interaction.getType().getCodingFirstRep().getDisplay()));
        }
        return fact(interaction, List.of(), interaction.getInteractantFirstRep().getItemCodeableConcept(), notes);
    }

    Fact effect(MedicinalProductUndesirableEffect effect) {
        List<Fact.Note> notes = ingredient(effect);
        if (effect.hasExtension(SERIOUS)) {
            notes.add(new Fact.Note("Severity", "serious"));
        }
        populations(effect.getPopulation(), notes);
        return fact(effect, List.of(), effect.getSymptomConditionEffect(), notes);
    }

    private Fact fact(DomainResource resource, List<String> aliases, CodeableConcept what, List<Fact.Note> notes) {
        List<Fact.MedicineLink> medicines = what.getCoding().stream()
                .filter(c -> Code.MEDICINES.equals(c.getSystem()))
                .flatMap(c -> stored.medicine(c.getCode(), c.getDisplay()).stream())
                .toList();
        return new Fact(
                resource.getIdElement().getIdPart(),
                aliases,
                DoseWords.concept(what),
                notes,
                Code.of(what),
                medicines,
                Evidence.of(resource.getExtension()));
    }

    private static void populations(List<org.hl7.fhir.r4.model.Population> populations, List<Fact.Note> notes) {
        PopulationWords.of(populations).ifPresent(words -> notes.add(new Fact.Note("For", words)));
    }

    /** The ingredient of a combination that the fact is about. */
    private static List<Fact.Note> ingredient(DomainResource resource) {
        List<Fact.Note> notes = new ArrayList<>();
        Optional.ofNullable(resource.getExtensionByUrl(INGREDIENT))
                .map(Extension::getValue)
                .map(Reference.class::cast)
                .ifPresent(reference -> notes.add(new Fact.Note("Ingredient", reference.getDisplay())));
        return notes;
    }

    /** The code of an extension; null where there is none. */
    public static String code(DomainResource resource, String url) {
        Extension extension = resource.getExtensionByUrl(url);
        return extension == null ? null : extension.getValue().primitiveValue();
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }
}
