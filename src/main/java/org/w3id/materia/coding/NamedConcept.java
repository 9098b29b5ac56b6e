package org.w3id.materia.coding;

import java.util.List;
import org.w3id.materia.model.ConceptKey;

/**
 * A concept with the names that it is known by.
 *
 * @param key system and code
 * @param display the preferred name in its code system
 * @param synonyms other names that mean the same
 * @param crossReferences concepts of other code systems that its publisher holds to be the same, at most one for each system
 */
public record NamedConcept(ConceptKey key, String display, List<String> synonyms, List<ConceptKey> crossReferences) {
    public NamedConcept {
        synonyms = List.copyOf(synonyms);
        crossReferences = List.copyOf(crossReferences);
    }
}
