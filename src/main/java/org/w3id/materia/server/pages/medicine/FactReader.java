package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.MedicinalProductUndesirableEffect;
import org.hl7.fhir.r4.model.Population;
import org.hl7.fhir.r4.model.Reference;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.safety.stated.GroupReader;
import org.w3id.materia.safety.stated.MedicineResources;
import org.w3id.materia.safety.stated.StatedEvidence;

/** Resources → facts, each in the text's own words. */
public final class FactReader {
    private static final String INGREDIENT = Canonical.extension("ingredient");
    private static final String STATUS = Canonical.extension("approval-status");
    private static final String SERIOUS = Canonical.extension("serious");
    private static final String DRUGS = "drug-drug";
    private static final String TREATMENT = "treatment";

    private final MedicineResources resources;

    public FactReader(MedicineResources resources) {
        this.resources = resources;
    }

    /** What is treated, and as notes what for, off-label use, other treatments and for whom. */
    public Fact indication(MedicinalProductIndication indication) {
        List<Fact.Note> notes = ingredient(indication);
        CodeableConcept intent = indication.getIntendedEffect();
        if (!intent.isEmpty() && !TREATMENT.equals(code(intent))) {
            notes.add(new Fact.Note("Given for", intent.getCodingFirstRep().getDisplay()));
        }
        if (indication.hasExtension(STATUS)
                && "off-label"
                        .equals(indication.getExtensionByUrl(STATUS).getValue().primitiveValue())) {
            notes.add(new Fact.Note("Status", "off-label"));
        }
        indication.getOtherTherapy().stream()
                .filter(o -> o.hasMedicationCodeableConcept())
                .forEach(o -> notes.add(
                        new Fact.Note("Other treatment", DoseWords.concept(o.getMedicationCodeableConcept()))));
        populations(indication.getPopulation(), notes);
        return fact(indication, List.of(), indication.getDiseaseSymptomProcedure(), notes);
    }

    /** A warning, whatever its strength. */
    public Fact warning(MedicineResources.Warning warning) {
        DetectedIssue issue = warning.issue();
        List<Fact.Note> notes = ingredient(issue);
        warning.same().stream().limit(1).forEach(c -> populations(c.getPopulation(), notes));
        return fact(
                issue,
                warning.same().stream().map(c -> c.getIdElement().getIdPart()).toList(),
                issue.getEvidenceFirstRep().getCodeFirstRep(),
                notes);
    }

    /** What it interacts with, and as notes the effect and what to do. */
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
                .flatMap(c -> Fact.MedicineLink.to(c.getCode(), c.getDisplay(), resources).stream())
                .toList();
        return new Fact(
                resource.getIdElement().getIdPart(),
                aliases,
                DoseWords.concept(what),
                notes,
                Code.of(what),
                medicines,
                StatedEvidence.of(resource.getExtension()));
    }

    private static void populations(List<Population> populations, List<Fact.Note> notes) {
        if (!populations.isEmpty()) {
            notes.add(new Fact.Note(
                    "For",
                    populations.stream()
                            .map(population -> GroupReader.of(population).words())
                            .distinct()
                            .collect(Collectors.joining(", "))));
        }
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

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }
}
