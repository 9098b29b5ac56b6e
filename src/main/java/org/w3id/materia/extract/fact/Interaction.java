package org.w3id.materia.extract.fact;

import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * Another drug, class, food or substance that the text says interacts.
 *
 * @param agent the text's own words, lower case, singular where natural
 * @param type what sort of interaction it is
 * @param effect what happens, where stated
 * @param management what to do, where stated
 * @param ingredient the ingredient of a combination that the statement is about
 */
public record Interaction(
        String agent,
        Type type,
        Optional<String> effect,
        Optional<String> management,
        Optional<String> ingredient,
        Evidence evidence) {
    /** The codes of {@code CodeSystem/interaction-type}. */
    public enum Type {
        DRUG_DRUG("drug-drug"),
        DRUG_FOOD("drug-food"),
        DRUG_ALCOHOL("drug-alcohol"),
        DRUG_HERB("drug-herb"),
        DRUG_TEST("drug-test"),
        OTHER("other");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
