package org.w3id.materia.extract.indication.name;

import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;

/**
 * A use that a sentence or label states.
 *
 * @param start where the words that state it begin in the text
 * @param end where they end
 */
public record Use(String condition, Meaning meaning, Intent intent, ApprovalStatus status, int start, int end) {
    /** The same use, not approved. */
    public Use offLabel() {
        return new Use(condition, meaning, intent, ApprovalStatus.OFF_LABEL, start, end);
    }

    /** The use in a text in which its own text begins at {@code offset}. */
    public Use shifted(int offset) {
        return new Use(condition, meaning, intent, status, start + offset, end + offset);
    }
}
