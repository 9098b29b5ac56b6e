package org.w3id.materia.safety.stated;

import java.util.Optional;

/**
 * A group of patients as a fact names it.
 *
 * @param population code of {@code CodeSystem/population}; empty where there is none
 * @param words the monograph's own
 * @param age in years
 * @param weight in kg
 * @param clearance of creatinine, in mL/min
 */
public record StatedGroup(
        String population, String words, Optional<Band> age, Optional<Band> weight, Optional<Band> clearance) {}
