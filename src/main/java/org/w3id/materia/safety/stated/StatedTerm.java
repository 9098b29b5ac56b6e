package org.w3id.materia.safety.stated;

import java.util.List;
import org.w3id.materia.model.ConceptKey;

/**
 * What a fact names: a condition, another drug, an allergy.
 *
 * @param text the monograph's own words, in lower case
 */
public record StatedTerm(String text, List<Coding> codings) {
    /**
     * A code that the conversion gave it.
     *
     * @param saysLess whether the words say more than the code: "severe renal impairment" under renal impairment
     */
    public record Coding(ConceptKey key, boolean saysLess) {}

    public StatedTerm {
        codings = List.copyOf(codings);
    }
}
