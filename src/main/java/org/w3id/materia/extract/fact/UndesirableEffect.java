package org.w3id.materia.extract.fact;

import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * An effect of the drug that nobody wants.
 *
 * @param effect the text's own noun phrase, lower case
 * @param frequency the band in which the text puts it; absent where it says nothing
 * @param serious whether the text, or the list that it stands in, calls it serious
 * @param ingredient the ingredient of a combination that the statement is about
 */
public record UndesirableEffect(
        String effect, Optional<Frequency> frequency, boolean serious, Optional<String> ingredient, Evidence evidence) {
    /** The codes of {@code CodeSystem/frequency} (CIOMS bands). */
    public enum Frequency {
        VERY_COMMON("very-common"),
        COMMON("common"),
        UNCOMMON("uncommon"),
        RARE("rare"),
        VERY_RARE("very-rare");

        private final String code;

        Frequency(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
