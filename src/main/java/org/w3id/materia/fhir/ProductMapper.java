package org.w3id.materia.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.Ingredient;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.extract.fact.Product.Stated;
import org.w3id.materia.extract.fact.Route;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.narrative.NarrativeBuilder;
import org.w3id.materia.fhir.scope.MonographScope;

/** What Medication and MedicationKnowledge say alike of a product. */
final class ProductMapper {
    private static final String DOSE_FORM = Canonical.extension("dose-form");

    private final MonographScope scope;
    private final Product product;

    ProductMapper(MonographScope scope) {
        this.scope = scope;
        this.product = scope.product();
    }

    /**
     * The medicine's name with its own code and those of its name elsewhere; where its name has none, the codes of its one ingredient, which say
     * less.
     */
    CodeableConcept code() {
        CodeableConcept code = scope.phrase(PhraseKind.DRUG, scope.name());
        if (!code.hasCoding() && product.ingredients().size() == 1) {
            String ingredient = product.ingredients().get(0).name();
            code = scope.broader(PhraseKind.DRUG, scope.name(), ingredient);
        }
        code.getCoding().add(0, new Coding(Canonical.codeSystem("medicine"), scope.id(), scope.name()));
        return code;
    }

    /**
     * The dose form. A CodeableConcept is one concept, so several forms are named in its text without codes; {@link
     * #doseFormExtensions()} has them one by one.
     */
    Optional<CodeableConcept> doseForm() {
        List<Stated<String>> forms = product.doseForms();
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        if (forms.size() == 1) {
            return Optional.of(doseForm(forms.get(0)));
        }
        return Optional.of(new CodeableConcept()
                .setText(String.join(", ", forms.stream().map(Stated::value).toList())));
    }

    /** Each dose form with its code and evidence, where there are several. */
    List<Extension> doseFormExtensions() {
        return product.doseForms().size() < 2
                ? List.of()
                : product.doseForms().stream()
                        .map(form -> new Extension(DOSE_FORM, doseForm(form)))
                        .toList();
    }

    CodeableConcept route(Stated<Route> route) {
        CodeableConcept concept = scope.vocabulary().route(route.value().code());
        scope.state(concept, route.evidence(), Optional.empty());
        return concept;
    }

    /** The heading, and what the product is, for a narrative that goes on from there. */
    NarrativeBuilder beginNarrative() {
        NarrativeBuilder narrative = new NarrativeBuilder().title(scope.name());
        if (product.kind() == Product.Kind.COMPONENT) {
            narrative.paragraph("Not a product that can be given: the text describes the ingredients one by one.");
        }
        return narrative
                .line(
                        "Active ingredients",
                        product.ingredients().stream().map(Ingredient::name).toList())
                .line("Also known as", product.synonyms())
                .line("Class", product.classes().stream().map(Stated::value).toList())
                .line(
                        "Dose forms",
                        product.doseForms().stream().map(Stated::value).toList())
                .line(
                        "Routes",
                        product.routes().stream()
                                .map(r -> scope.vocabulary()
                                        .codes("route")
                                        .display(r.value().code()))
                                .toList());
    }

    private CodeableConcept doseForm(Stated<String> form) {
        CodeableConcept concept = scope.phrase(PhraseKind.DOSE_FORM, form.value());
        Optional<Coding> own = scope.vocabulary().codes("dose-form").named(form.value());
        own.ifPresent(coding -> concept.getCoding().add(0, coding));
        scope.state(concept, form.evidence(), Optional.empty());
        return concept;
    }
}
