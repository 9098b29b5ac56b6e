package org.w3id.materia.terminology.drug;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.operation.library.ConceptMapping;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/** The concepts by which the drug of a code may be known elsewhere. */
public final class DrugConcepts {
    private DrugConcepts() {}

    /**
     * The code itself, what loaded releases say of it in other code systems, and the same of the ingredient where it is a product.
     *
     * @return each with how its meaning compares with that of the code, the nearest first
     */
    public static Map<ConceptKey, ConceptMapEquivalence> of(Coding drug, TerminologyLibrary library) {
        Map<ConceptKey, ConceptMapEquivalence> concepts = new LinkedHashMap<>();
        concepts.put(new ConceptKey(drug.getSystem(), drug.getCode()), ConceptMapEquivalence.EQUIVALENT);
        addTranslations(drug, ConceptMapEquivalence.EQUIVALENT, library, concepts);
        new LinkedHashMap<>(concepts).forEach((concept, relation) -> {
            if (concept.system().equals(ProductIngredient.RXNORM)) {
                ConceptMapping.joined(relation, ConceptMapEquivalence.WIDER)
                        .ifPresent(wider -> addIngredient(concept, wider, library, concepts));
            }
        });
        return concepts;
    }

    private static void addIngredient(
            ConceptKey product,
            ConceptMapEquivalence relation,
            TerminologyLibrary library,
            Map<ConceptKey, ConceptMapEquivalence> concepts) {
        ProductIngredient.of(product.code(), library).ifPresent(ingredient -> {
            concepts.putIfAbsent(ingredient, relation);
            addTranslations(new Coding(ingredient.system(), ingredient.code(), null), relation, library, concepts);
        });
    }

    private static void addTranslations(
            Coding coding,
            ConceptMapEquivalence reached,
            TerminologyLibrary library,
            Map<ConceptKey, ConceptMapEquivalence> concepts) {
        for (ConceptMapping mapping : library.translations(coding, null)) {
            ConceptKey key = new ConceptKey(
                    mapping.concept().getSystem(), mapping.concept().getCode());
            ConceptMapping.joined(reached, mapping.equivalence())
                    .ifPresent(relation -> concepts.putIfAbsent(key, relation));
        }
    }
}
