package org.w3id.materia.safety.stated;

import java.util.List;
import org.w3id.materia.model.ConceptKey;

/** A substance that acts in a medicine, with the codes of its Substance. */
public record StatedIngredient(StatedFact fact, String name, List<ConceptKey> keys) {
    public StatedIngredient {
        keys = List.copyOf(keys);
    }
}
