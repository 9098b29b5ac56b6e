package org.w3id.materia.server.pages.medicine;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.safety.stated.StatedEvidence;

/**
 * One dose as a row of the table.
 *
 * @param id of the Dosage, which is its anchor
 * @param details what was read; empty where it was not read whole, and the sentence is all there is
 */
public record DoseRow(String id, Scope scope, Optional<Details> details, Source source) {
    /**
     * Whom and what a dose is for.
     *
     * @param patients in the text's own words
     * @param purpose what for; empty where the text names no one condition
     * @param stage of treatment; empty where it is none in particular
     */
    public record Scope(String patients, String purpose, String stage) {}

    /**
     * What was read of a dose, in words.
     *
     * @param given how much by which route
     * @param rhythm how often and for how long
     * @param ceiling what is the most
     * @param conditions that it is given under
     */
    public record Details(Given given, Rhythm rhythm, List<String> ceiling, List<String> conditions) {}

    /** How much is given, and how; empty where it was not stated. */
    public record Given(List<String> amount, String route) {}

    /** How often, and for how long; empty where it was not stated. */
    public record Rhythm(List<String> frequency, List<String> duration) {}

    /**
     * Where a dose is stated.
     *
     * @param text the sentence, with all headings and labels that govern it
     */
    public record Source(String text, Optional<StatedEvidence> evidence) {}
}
