package org.w3id.materia.coding;

import java.util.List;
import org.w3id.materia.model.ConceptKey;

/**
 * A concept with the names that it is known by.
 *
 * @param key system and code
 * @param display the preferred name in its code system
 * @param synonyms other names that mean the same
 */
public record NamedConcept(ConceptKey key, String display, List<String> synonyms) {
    public NamedConcept {
        synonyms = List.copyOf(synonyms);
    }
}
