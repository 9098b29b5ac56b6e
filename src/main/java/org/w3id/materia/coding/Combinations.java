package org.w3id.materia.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.materia.model.ConceptKey;

/**
 * Combinations of drugs by their ingredients, whatever each of these is called: where "clavulanic acid" is a name of clavulanate,
 * "amoxicillin + clavulanic acid" is "amoxicillin / clavulanate". A code system is asked for each ingredient in its own names.
 */
final class Combinations {
    private final ConceptNames names;
    private final Map<Set<ConceptKey>, Set<NamedConcept>> byIngredients = new HashMap<>();

    /** @param names of the drugs, combinations among them */
    Combinations(ConceptNames names) {
        this.names = names;
        for (NamedConcept concept : names.concepts()) {
            Stream.concat(Stream.of(concept.display()), concept.synonyms().stream())
                    .map(DrugForm::ingredients)
                    .flatMap(i -> known(i, concept.key().system()).stream())
                    .forEach(i -> byIngredients
                            .computeIfAbsent(i, k -> new LinkedHashSet<>())
                            .add(concept));
        }
    }

    /** The combinations of the ingredients; empty where there is but one. */
    List<NamedConcept> of(List<String> ingredients) {
        if (ingredients.size() < 2) {
            return List.of();
        }
        Set<String> systems = new LinkedHashSet<>();
        named(ingredients.get(0)).forEach(c -> systems.add(c.key().system()));
        List<NamedConcept> found = new ArrayList<>();
        systems.forEach(system ->
                known(ingredients, system).ifPresent(i -> found.addAll(byIngredients.getOrDefault(i, Set.of()))));
        return found;
    }

    /** The concepts of the ingredients in a code system; empty where one of them is not known there, or in doubt. */
    private Optional<Set<ConceptKey>> known(List<String> ingredients, String system) {
        if (ingredients.size() < 2) {
            return Optional.empty();
        }
        Set<ConceptKey> known = new HashSet<>();
        for (String ingredient : ingredients) {
            List<ConceptKey> named = named(ingredient).stream()
                    .map(NamedConcept::key)
                    .filter(key -> key.system().equals(system))
                    .distinct()
                    .toList();
            if (named.size() != 1) {
                return Optional.empty();
            }
            known.add(named.get(0));
        }
        return known.size() == ingredients.size() ? Optional.of(known) : Optional.empty();
    }

    private Collection<NamedConcept> named(String ingredient) {
        List<NamedConcept> named = new ArrayList<>(names.of(Rule.NORMALISED, ingredient));
        named.addAll(names.of(Rule.SYNONYM, ingredient));
        return named;
    }
}
