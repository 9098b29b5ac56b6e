package org.w3id.materia.safety.stated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Substance;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.model.ConceptKey;

/** Resources of one monograph → its facts. */
final class MedicineFactsReader {
    private static final String REASON = Canonical.extension("coding-reason");
    private static final Set<String> SAYING_LESS = Set.of("broader", "broader-cross-reference");

    private final MedicineResources resources;
    private final MedicationKnowledge medicine;

    private MedicineFactsReader(MedicineResources resources, MedicationKnowledge medicine) {
        this.resources = resources;
        this.medicine = medicine;
    }

    /** The facts of the medicine with that id; empty where there is none. */
    static Optional<MedicineFacts> read(String id, MedicineResources resources) {
        return resources
                .read(MedicationKnowledge.class, id)
                .map(medicine -> new MedicineFactsReader(resources, medicine).read());
    }

    private MedicineFacts read() {
        List<String> names = new ArrayList<>(List.of(medicine.getCode().getText()));
        medicine.getCode().getCoding().stream().filter(c -> c.hasDisplay()).forEach(c -> names.add(c.getDisplay()));
        medicine.getSynonym().forEach(s -> names.add(s.getValue()));
        Set<String> routes = new HashSet<>();
        medicine.getIntendedRoute().forEach(route -> route.getCoding().forEach(c -> routes.add(c.getCode())));
        List<String> classes = medicine.getMedicineClassification().stream()
                .flatMap(c -> c.getClassification().stream())
                .map(CodeableConcept::getText)
                .filter(text -> text != null)
                .toList();
        return new MedicineFacts(
                MedicineName.of(medicine),
                new MedicineFacts.Description(names, new HashSet<>(keys(medicine.getCode())), classes, routes),
                new MedicineFacts.Statements(ingredients(), warnings(), interactions(), DoseReader.of(medicine)));
    }

    private String id() {
        return medicine.getIdElement().getIdPart();
    }

    private List<StatedIngredient> ingredients() {
        List<StatedIngredient> ingredients = new ArrayList<>();
        for (var ingredient : medicine.getIngredient()) {
            StatedFact fact = StatedFact.of(ingredient, medicine);
            if (ingredient.getItem() instanceof Reference reference) {
                String slug = reference.getReferenceElement().getIdPart();
                List<ConceptKey> keys = resources
                        .read(Substance.class, slug)
                        .map(substance -> keys(substance.getCode()))
                        .orElse(List.of());
                ingredients.add(new StatedIngredient(fact, reference.getDisplay(), keys));
            } else if (ingredient.getItem() instanceof CodeableConcept concept && concept.hasText()) {
                ingredients.add(new StatedIngredient(fact, concept.getText(), keys(concept)));
            }
        }
        return ingredients;
    }

    private List<StatedWarning> warnings() {
        List<StatedWarning> warnings = new ArrayList<>();
        for (MedicineResources.Warning warning : resources.warnings(id())) {
            DetectedIssue issue = warning.issue();
            Coding kind = issue.getCode().getCodingFirstRep();
            warnings.add(new StatedWarning(
                    StatedFact.of(issue, medicine),
                    kind.hasCode() ? kind.getCode() : "",
                    Strength.of(issue),
                    term(issue.getEvidenceFirstRep().getCodeFirstRep()),
                    groups(warning.same())));
        }
        return warnings;
    }

    /** Whom alone it is about: everybody, where one of those that state the same names nobody. */
    private static List<StatedGroup> groups(List<MedicinalProductContraindication> same) {
        return same.stream().allMatch(MedicinalProductContraindication::hasPopulation)
                ? same.stream()
                        .flatMap(c -> c.getPopulation().stream())
                        .map(GroupReader::of)
                        .toList()
                : List.of();
    }

    private List<StatedInteraction> interactions() {
        List<StatedInteraction> interactions = new ArrayList<>();
        for (MedicinalProductInteraction interaction : resources.about(id(), MedicinalProductInteraction.class)) {
            for (var interactant : interaction.getInteractant()) {
                if (interactant.getItem() instanceof CodeableConcept agent) {
                    interactions.add(new StatedInteraction(StatedFact.of(interaction, medicine), term(agent)));
                }
            }
        }
        return interactions;
    }

    private static StatedTerm term(CodeableConcept concept) {
        List<StatedTerm.Coding> codings = concept.getCoding().stream()
                .filter(c -> c.hasSystem() && c.hasCode())
                .map(c -> new StatedTerm.Coding(
                        new ConceptKey(c.getSystem(), c.getCode()),
                        c.getExtension().stream()
                                .anyMatch(e -> e.getUrl().equals(REASON)
                                        && SAYING_LESS.contains(e.getValue().primitiveValue()))))
                .toList();
        return StatedTerm.of(concept.hasText() ? concept.getText().toLowerCase(Locale.ROOT) : "", codings);
    }

    private static List<ConceptKey> keys(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(c -> c.hasSystem() && c.hasCode())
                .map(c -> new ConceptKey(c.getSystem(), c.getCode()))
                .toList();
    }
}
