package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.stated.Evidence;

/**
 * One dose as a row of the table.
 *
 * @param id of the Dosage, which is its anchor
 * @param patients for whom, in the text's own words
 * @param purpose what for; empty where the text names no one condition
 * @param stage of treatment; empty where it is none in particular
 * @param computed whether it was read whole; else the sentence is all there is
 * @param details what was read: see {@link Details}
 * @param text the sentence, with all headings and labels that govern it
 */
public record Dose(
        String id,
        String patients,
        String purpose,
        String stage,
        boolean computed,
        Details details,
        String text,
        Optional<Evidence> evidence) {
    /** What was read of a dose, each in words and empty where it was not stated. */
    public record Details(
            List<String> amount,
            List<String> frequency,
            String route,
            List<String> duration,
            List<String> ceiling,
            List<String> conditions) {
        /** Whether nothing at all was read. */
        boolean isEmpty() {
            return amount.isEmpty()
                    && frequency.isEmpty()
                    && route.isEmpty()
                    && duration.isEmpty()
                    && ceiling.isEmpty();
        }
    }
}
