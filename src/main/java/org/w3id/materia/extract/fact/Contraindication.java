package org.w3id.materia.extract.fact;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * A state, population, allergy or other drug in which the drug is not to be given.
 *
 * @param condition the text's own noun phrase, lower case
 * @param kind what sort of thing forbids it
 * @param populations for whom, where the statement is limited to some
 * @param ingredient the ingredient of a combination that the statement is about
 */
public record Contraindication(
        String condition,
        RiskKind kind,
        Strength strength,
        List<PatientGroup> populations,
        Optional<String> ingredient,
        Evidence evidence) {
    public Contraindication {
        populations = List.copyOf(populations);
    }

    /** How firmly the text forbids. */
    public enum Strength {
        CONTRAINDICATED("contraindicated"),
        NOT_RECOMMENDED("not-recommended");

        private final String code;

        Strength(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
