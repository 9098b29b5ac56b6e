package org.w3id.materia.safety.drug;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.safety.stated.MedicineFacts;

/**
 * What is known of a drug that somebody names.
 *
 * @param label for people
 * @param monographs that are of it, or of each of its ingredients where none is of them together
 * @param keys the codes that it has, and those of its ingredients, with how each was found
 * @param names the same of names, in normal form
 * @param classes names of the classes that it is a member of, in normal form
 * @param ingredients normal forms of the names of each ingredient
 * @param isKnown whether any terminology or monograph here knows it
 */
public record Drug(
        String label,
        List<MedicineFacts> monographs,
        Map<ConceptKey, Match> keys,
        Map<String, Match> names,
        Set<String> classes,
        List<Set<String>> ingredients,
        boolean isKnown) {
    public Drug {
        monographs = List.copyOf(monographs);
        keys = Map.copyOf(keys);
        names = Map.copyOf(names);
        classes = Set.copyOf(classes);
        ingredients = List.copyOf(ingredients);
    }

    /** Whether an ingredient of the one is an ingredient of the other. */
    public boolean sharesIngredient(Drug other) {
        return ingredients.stream().anyMatch(mine -> other.ingredients.stream()
                .anyMatch(theirs -> mine.stream().anyMatch(theirs::contains)));
    }
}
