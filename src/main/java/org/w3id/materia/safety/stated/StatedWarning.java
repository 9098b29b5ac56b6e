package org.w3id.materia.safety.stated;

import java.util.List;

/**
 * A contraindication or caution.
 *
 * @param kind code of v3-ActCode; empty where there is none
 * @param groups of patients whom alone it is about; empty where it is about all
 */
public record StatedWarning(
        StatedFact fact, String kind, Strength strength, StatedTerm subject, List<StatedGroup> groups) {
    public StatedWarning {
        groups = List.copyOf(groups);
    }
}
