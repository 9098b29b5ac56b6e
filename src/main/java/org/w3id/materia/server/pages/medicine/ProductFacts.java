package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.safety.stated.StatedEvidence;

/** What a MedicationKnowledge says of the product itself: elements without ids, whose anchors are their kind and their words. */
public final class ProductFacts {
    private static final String DOSE_FORM = Canonical.extension("dose-form");

    private ProductFacts() {}

    /** Groups in the order of the page; a group of which the resource says nothing is absent. */
    public static List<Fact.Group> of(MedicationKnowledge medicine) {
        List<Fact.Group> groups = new ArrayList<>();
        add("ingredient", "Ingredients", ingredients(medicine), groups);
        add("class", "Class", classes(medicine), groups);
        add("form", "Forms", forms(medicine), groups);
        add("route", "Routes", concepts("route", medicine.getIntendedRoute().stream()), groups);
        return groups;
    }

    private static void add(String id, String title, List<Fact> facts, List<Fact.Group> groups) {
        if (!facts.isEmpty()) {
            groups.add(new Fact.Group(id, title, facts));
        }
    }

    private static List<Fact> ingredients(MedicationKnowledge medicine) {
        return medicine.getIngredient().stream()
                .map(i -> fact(
                        "ingredient",
                        i.hasItemReference()
                                ? i.getItemReference().getDisplay()
                                : DoseWords.concept(i.getItemCodeableConcept()),
                        List.of(),
                        StatedEvidence.of(i.getExtension())))
                .toList();
    }

    private static List<Fact> classes(MedicationKnowledge medicine) {
        return concepts(
                "class", medicine.getMedicineClassification().stream().flatMap(c -> c.getClassification().stream()));
    }

    /** Several forms stand one by one in extensions, a single one in its element. */
    private static List<Fact> forms(MedicationKnowledge medicine) {
        return medicine.hasExtension(DOSE_FORM)
                ? concepts(
                        "form",
                        medicine.getExtensionsByUrl(DOSE_FORM).stream().map(e -> (CodeableConcept) e.getValue()))
                : concepts("form", Stream.of(medicine.getDoseForm()).filter(f -> !f.isEmpty()));
    }

    private static List<Fact> concepts(String kind, Stream<CodeableConcept> concepts) {
        return concepts.map(c -> fact(kind, DoseWords.concept(c), Code.of(c), StatedEvidence.of(c)))
                .toList();
    }

    private static Fact fact(String kind, String text, List<Code> codes, Optional<StatedEvidence> evidence) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return new Fact(kind + "-" + words, List.of(), text, List.of(), codes, List.of(), evidence);
    }
}
