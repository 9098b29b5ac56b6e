package org.w3id.materia.safety.stated;

import java.util.List;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;

/**
 * What the monograph of one medicine states, as far as it is checked.
 *
 * @param id of the MedicationKnowledge
 * @param names its own and its synonyms
 * @param keys its codes
 * @param classes in its own words
 * @param routes codes of {@code CodeSystem/route}
 */
public record MedicineFacts(
        String id,
        String name,
        List<String> names,
        Set<ConceptKey> keys,
        List<String> classes,
        Set<String> routes,
        List<StatedIngredient> ingredients,
        List<StatedWarning> warnings,
        List<StatedInteraction> interactions,
        List<StatedDose> doses) {
    public MedicineFacts {
        names = List.copyOf(names);
        keys = Set.copyOf(keys);
        classes = List.copyOf(classes);
        routes = Set.copyOf(routes);
        ingredients = List.copyOf(ingredients);
        warnings = List.copyOf(warnings);
        interactions = List.copyOf(interactions);
        doses = List.copyOf(doses);
    }
}
