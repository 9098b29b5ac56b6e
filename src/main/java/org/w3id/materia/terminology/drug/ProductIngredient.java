package org.w3id.materia.terminology.drug;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.CodeSystemProvider;
import org.w3id.materia.terminology.codesystem.Concept;
import org.w3id.materia.terminology.codesystem.ConceptProperty;
import org.w3id.materia.terminology.codesystem.Versions;
import org.w3id.materia.terminology.operation.library.TerminologyLibrary;

/**
 * The ingredient of a product of RxNorm, a combination where it has several (RxNorm Technical Documentation, "RXNREL": {@code
 * has_ingredients}, {@code consists_of}, {@code has_ingredient}, {@code form_of}, {@code tradename_of}, {@code contains}).
 */
final class ProductIngredient {
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private static final Set<String> INGREDIENTS = Set.of("IN", "MIN");

    /** Of a branded pack: the pack, the branded drug, its generic drug; more there are not. */
    private static final int MOST_STEPS = 3;

    private final CodeSystemProvider rxnorm;

    private ProductIngredient(CodeSystemProvider rxnorm) {
        this.rxnorm = rxnorm;
    }

    /** Empty where the code is no product that is known, is an ingredient itself, or has several ingredients and no combination of them. */
    static Optional<ConceptKey> of(String code, TerminologyLibrary library) {
        List<String> versions = library.versions(RXNORM);
        return versions.isEmpty()
                ? Optional.empty()
                : library.codeSystem(RXNORM, Collections.max(versions, Versions.ORDER), List.of())
                        .flatMap(rxnorm -> new ProductIngredient(rxnorm).of(code));
    }

    private Optional<ConceptKey> of(String code) {
        return rxnorm.locate(code)
                .filter(product -> !isIngredient(product))
                .flatMap(product -> ingredient(product, MOST_STEPS))
                .map(ingredient -> new ConceptKey(RXNORM, ingredient));
    }

    private Optional<String> ingredient(Concept product, int steps) {
        Set<String> combinations = ingredients(product, "has_ingredients");
        if (combinations.size() == 1) {
            return Optional.of(combinations.iterator().next());
        }
        Set<String> single = ingredients(product, "has_ingredient");
        single.addAll(ingredients(product, "form_of"));
        single.addAll(ingredients(product, "tradename_of"));
        related(product, "consists_of").forEach(part -> single.addAll(ingredients(part, "has_ingredient")));
        if (!single.isEmpty() || steps == 0) {
            return single.size() == 1 ? single.stream().findFirst() : combination(single);
        }
        Set<String> ofGeneric = new TreeSet<>();
        for (String relation : List.of("tradename_of", "contains")) {
            for (Concept other : related(product, relation)) {
                Optional<String> ingredient = ingredient(other, steps - 1);
                if (ingredient.isEmpty()) {
                    return Optional.empty(); // A part that is not understood may be of another drug.
                }
                ofGeneric.add(ingredient.get());
            }
        }
        return ofGeneric.size() == 1 ? ofGeneric.stream().findFirst() : Optional.empty();
    }

    /** The one combination that has these ingredients and no other. */
    private Optional<String> combination(Set<String> ingredients) {
        List<String> combinations = ingredients.stream()
                .limit(1)
                .flatMap(code -> rxnorm.locate(code).stream())
                .flatMap(first -> related(first, "part_of").stream())
                .filter(ProductIngredient::isIngredient)
                .filter(combination -> ingredients(combination, "has_part").equals(ingredients))
                .map(Concept::code)
                .toList();
        return combinations.size() == 1 ? Optional.of(combinations.get(0)) : Optional.empty();
    }

    /** The codes of the ingredients that a concept has a relation to; a brand name, of which RxNorm says the same, is none. */
    private Set<String> ingredients(Concept concept, String relation) {
        Set<String> codes = new TreeSet<>();
        related(concept, relation).stream()
                .filter(ProductIngredient::isIngredient)
                .forEach(i -> codes.add(i.code()));
        return codes;
    }

    private List<Concept> related(Concept concept, String relation) {
        return concept.properties().stream()
                .filter(p -> p.code().equals(relation))
                .map(ConceptProperty::text)
                .flatMap(code -> rxnorm.locate(code).stream())
                .toList();
    }

    private static boolean isIngredient(Concept concept) {
        return concept.properties().stream().anyMatch(p -> p.code().equals("TTY") && INGREDIENTS.contains(p.text()));
    }
}
