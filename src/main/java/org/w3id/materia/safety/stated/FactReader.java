package org.w3id.materia.safety.stated;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Substance;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** Resources of one monograph → its facts. */
final class FactReader {
    private static final String EVIDENCE = Canonical.extension("evidence");
    private static final String STRENGTH = Canonical.extension("strength");
    private static final String REASON = Canonical.extension("coding-reason");
    private static final Set<String> SAYING_LESS = Set.of("broader", "broader-cross-reference");

    private final FhirContext context;
    private final Snapshot snapshot;
    private final MedicationKnowledge medicine;
    private final GroupReader groups = new GroupReader();

    private FactReader(FhirContext context, Snapshot snapshot, MedicationKnowledge medicine) {
        this.context = context;
        this.snapshot = snapshot;
        this.medicine = medicine;
    }

    /** The facts of the medicine with that id; empty where there is none. */
    static Optional<MedicineFacts> read(String id, FhirContext context, Snapshot snapshot) {
        return snapshot.read(new ResourceKey("MedicationKnowledge", id))
                .map(stored -> context.newJsonParser()
                        .parseResource(MedicationKnowledge.class, new ByteArrayInputStream(stored.json())))
                .map(parsed -> new FactReader(context, snapshot, parsed).read());
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
                id(),
                medicine.getCode().getText(),
                names,
                new HashSet<>(keys(medicine.getCode())),
                classes,
                routes,
                ingredients(),
                warnings(),
                interactions(),
                new DoseReader(groups).doses(medicine, (reference, element) -> fact(reference, element)));
    }

    private String id() {
        return medicine.getIdElement().getIdPart();
    }

    private List<StatedIngredient> ingredients() {
        List<StatedIngredient> ingredients = new ArrayList<>();
        for (var ingredient : medicine.getIngredient()) {
            Fact fact = fact("MedicationKnowledge/" + id(), ingredient);
            if (ingredient.getItem() instanceof Reference reference) {
                String slug = reference.getReferenceElement().getIdPart();
                List<ConceptKey> keys = snapshot.read(new ResourceKey("Substance", slug))
                        .map(stored -> keys(parse(Substance.class, stored).getCode()))
                        .orElse(List.of());
                ingredients.add(new StatedIngredient(fact, reference.getDisplay(), keys));
            } else if (ingredient.getItem() instanceof CodeableConcept concept && concept.hasText()) {
                ingredients.add(new StatedIngredient(fact, concept.getText(), keys(concept)));
            }
        }
        return ingredients;
    }

    private List<StatedWarning> warnings() {
        Map<String, List<StatedGroup>> limited = limitedContraindications();
        List<StatedWarning> warnings = new ArrayList<>();
        for (DetectedIssue issue : all(DetectedIssue.class, "implicated")) {
            StatedTerm subject = term(issue.getEvidenceFirstRep().getCodeFirstRep());
            warnings.add(new StatedWarning(
                    fact(issue),
                    issue.getCode().getCodingFirstRep().hasCode()
                            ? issue.getCode().getCodingFirstRep().getCode()
                            : "",
                    Strength.of(primitive(issue, STRENGTH)),
                    subject,
                    limited.getOrDefault(place(issue) + subject.text(), List.of())));
        }
        return warnings;
    }

    /** The groups of patients that a contraindication is about stand in its other resource, by the place and words of both. */
    private Map<String, List<StatedGroup>> limitedContraindications() {
        Map<String, List<StatedGroup>> limited = new HashMap<>();
        for (MedicinalProductContraindication stated : all(MedicinalProductContraindication.class, "subject")) {
            if (stated.hasPopulation()) {
                String text = stated.hasDisease()
                        ? stated.getDisease().getText()
                        : stated.getOtherTherapyFirstRep().getMedication() instanceof CodeableConcept drug
                                ? drug.getText()
                                : "";
                limited.put(
                        place(stated) + text,
                        stated.getPopulation().stream().map(groups::of).toList());
            }
        }
        return limited;
    }

    private List<StatedInteraction> interactions() {
        List<StatedInteraction> interactions = new ArrayList<>();
        for (MedicinalProductInteraction interaction : all(MedicinalProductInteraction.class, "subject")) {
            for (var interactant : interaction.getInteractant()) {
                if (interactant.getItem() instanceof CodeableConcept agent) {
                    interactions.add(new StatedInteraction(fact(interaction), term(agent)));
                }
            }
        }
        return interactions;
    }

    private <T extends Resource> List<T> all(Class<T> type, String toMedication) {
        List<T> found = new ArrayList<>();
        Criterion ofThisMedicine = new Criterion(toMedication, List.of(new Criterion.RefersTo("Medication", id())));
        snapshot.forEach(type.getSimpleName(), List.of(ofThisMedicine), stored -> found.add(parse(type, stored)));
        return found;
    }

    private <T extends Resource> T parse(Class<T> type, StoredResource stored) {
        return context.newJsonParser().parseResource(type, new ByteArrayInputStream(stored.json()));
    }

    private Fact fact(DomainResource resource) {
        return new Fact(
                resource.fhirType() + "/" + resource.getIdElement().getIdPart(),
                id(),
                medicine.getCode().getText(),
                resource.getIdElement().getIdPart(),
                evidence(resource.getExtensionByUrl(EVIDENCE), "sentence"));
    }

    private Fact fact(String reference, Element element) {
        return new Fact(
                reference,
                id(),
                medicine.getCode().getText(),
                element.hasId() ? element.getId() : "",
                evidence(element.getExtensionByUrl(EVIDENCE), "sentence"));
    }

    private static String place(DomainResource resource) {
        Extension evidence = resource.getExtensionByUrl(EVIDENCE);
        return evidence(evidence, "start") + "-" + evidence(evidence, "end") + " ";
    }

    private static String evidence(Extension evidence, String part) {
        Extension found = evidence == null ? null : evidence.getExtensionByUrl(part);
        return found == null ? "" : found.getValue().primitiveValue();
    }

    private static String primitive(DomainResource resource, String url) {
        Extension extension = resource.getExtensionByUrl(url);
        return extension != null && extension.getValue() instanceof PrimitiveType<?> value
                ? value.getValueAsString()
                : "";
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
