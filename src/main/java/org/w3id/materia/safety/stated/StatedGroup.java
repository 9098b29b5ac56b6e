package org.w3id.materia.safety.stated;

import java.util.Map;
import java.util.Optional;

/**
 * A group of patients as a fact names it.
 *
 * @param population code of {@code CodeSystem/population}; empty where there is none
 * @param words the monograph's own
 * @param bounds within which what is measured of a patient lies; none for what the group does not ask for
 */
public record StatedGroup(String population, String words, Map<Measure, Bounds> bounds) {
    public StatedGroup {
        bounds = Map.copyOf(bounds);
    }

    /** The bounds of a measure; empty where the group does not ask for it. */
    public Optional<Bounds> of(Measure measure) {
        return Optional.ofNullable(bounds.get(measure));
    }
}
