package org.w3id.materia.terminology;

import java.util.Optional;
import java.util.Set;
import org.w3id.materia.coding.PhraseKind;

/**
 * The code system of a release.
 *
 * @param name a name for files: lower case letters, digits and hyphens
 * @param title what people call it
 * @param system canonical URI
 * @param version empty where the release does not say
 * @param kinds the phrases that its concepts may code
 */
public record ReleasedSystem(
        String name, String title, String system, Optional<String> version, Set<PhraseKind> kinds) {
    public ReleasedSystem {
        kinds = Set.copyOf(kinds);
    }
}
