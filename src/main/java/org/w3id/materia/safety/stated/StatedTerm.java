package org.w3id.materia.safety.stated;

import java.util.List;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.model.ConceptKey;

/**
 * What a fact names: a condition, another drug, an allergy.
 *
 * @param text the monograph's own words, in lower case
 * @param name their normal form
 * @param className the same as a class of drugs
 */
public record StatedTerm(String text, String name, String className, List<Coding> codings) {
    /** What words name. */
    public static StatedTerm of(String text, List<Coding> codings) {
        return new StatedTerm(text, NormalForm.of(text), ClassForm.of(text), codings);
    }

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
