package org.w3id.materia.safety.stated;

import java.util.List;
import java.util.Set;
import org.w3id.materia.model.ConceptKey;

/** What the monograph of one medicine states, as far as it is checked. */
public record MedicineFacts(MedicineName medicine, Description description, Statements stated) {
    /** The id of its MedicationKnowledge. */
    public String id() {
        return medicine.id();
    }

    /**
     * By what a medicine can be found.
     *
     * @param names its own and its synonyms
     * @param keys its codes
     * @param classes in its own words
     * @param routes codes of {@code CodeSystem/route}
     */
    public record Description(List<String> names, Set<ConceptKey> keys, List<String> classes, Set<String> routes) {
        public Description {
            names = List.copyOf(names);
            keys = Set.copyOf(keys);
            classes = List.copyOf(classes);
            routes = Set.copyOf(routes);
        }
    }

    /** What its monograph states. */
    public record Statements(
            List<StatedIngredient> ingredients,
            List<StatedWarning> warnings,
            List<StatedInteraction> interactions,
            List<StatedDose> doses) {
        public Statements {
            ingredients = List.copyOf(ingredients);
            warnings = List.copyOf(warnings);
            interactions = List.copyOf(interactions);
            doses = List.copyOf(doses);
        }
    }
}
