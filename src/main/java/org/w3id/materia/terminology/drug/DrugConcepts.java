package org.w3id.materia.terminology.drug;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.operation.ConceptMapping;
import org.w3id.materia.terminology.operation.TerminologyLibrary;

/** The concepts by which the drug of a code may be known elsewhere. */
public final class DrugConcepts {
    private DrugConcepts() {}

    /**
     * The code itself, the ingredient of a product, and what loaded releases say of both in other code systems.
     *
     * @return each with how its meaning compares with that of the code, the nearest first
     */
    public static Map<ConceptKey, ConceptMapEquivalence> of(Coding drug, TerminologyLibrary library) {
        Map<ConceptKey, ConceptMapEquivalence> concepts = new LinkedHashMap<>();
        concepts.put(new ConceptKey(drug.getSystem(), drug.getCode()), ConceptMapEquivalence.EQUIVALENT);
        addTranslations(drug, ConceptMapEquivalence.EQUIVALENT, library, concepts);
        if (drug.getSystem().equals(ProductIngredient.RXNORM)) {
            ProductIngredient.of(drug.getCode(), library).ifPresent(ingredient -> {
                concepts.putIfAbsent(ingredient, ConceptMapEquivalence.WIDER);
                Coding coding = new Coding(ingredient.system(), ingredient.code(), null);
                addTranslations(coding, ConceptMapEquivalence.WIDER, library, concepts);
            });
        }
        return concepts;
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
