package org.w3id.materia.extract.indication;

import org.w3id.materia.extract.Indication.ApprovalStatus;
import org.w3id.materia.extract.Indication.Intent;

/**
 * A use that a sentence or label states.
 *
 * @param start where the words that state it begin in the text
 * @param end where they end
 */
record Use(String condition, Meaning meaning, Intent intent, ApprovalStatus status, int start, int end) {
    Use offLabel() {
        return new Use(condition, meaning, intent, ApprovalStatus.OFF_LABEL, start, end);
    }

    /** The use in a text in which its own text begins at {@code offset}. */
    Use shifted(int offset) {
        return new Use(condition, meaning, intent, status, start + offset, end + offset);
    }
}
