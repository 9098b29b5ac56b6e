package org.w3id.materia.fhir.scope;

import java.util.List;
import java.util.Objects;
import org.w3id.materia.extract.fact.Product;

/**
 * Another monograph of the same collection that shares an ingredient with the one that is converted.
 *
 * @param id the other monograph's id
 * @param name the other medicine's name
 * @param relation what the other is to this one: a code of {@code CodeSystem/related-medication}
 */
public record RelatedMonograph(String id, String name, String relation) {
    private static final String SINGLE_INGREDIENT = "single-ingredient";

    public RelatedMonograph {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(relation, "relation");
    }

    /**
     * The monographs of a combination's ingredients, which may or may not be there: a monograph's id is its file's name, so one that is
     * named as the ingredient is describes it alone.
     */
    static List<RelatedMonograph> singleIngredients(Product product) {
        if (product.ingredients().size() < 2) {
            return List.of();
        }
        return product.ingredients().stream()
                .map(i -> new RelatedMonograph(SubstanceName.of(i.name()).slug(), i.name(), SINGLE_INGREDIENT))
                .distinct()
                .toList();
    }
}
