package org.w3id.materia.extract;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;

/**
 * The smallest piece of a monograph that an extractor reads: a sentence, a label, a list item's phrase or a table cell,
 * with all that governs it.
 *
 * @param text the piece itself
 * @param role what it is
 * @param section the section it stands in
 * @param governors the headings, labels and lead-in sentences that it stands under, outermost first
 * @param itemDepth 0 outside of lists, 1 for an item of a list, 2 for an item of a list in it …
 */
public record Statement(Passage text, Role role, Section section, List<Governor> governors, int itemDepth) {
    public Statement {
        governors = List.copyOf(governors);
    }

    /** What a statement is. */
    public enum Role {
        /** A sentence of running text, or of a list item. */
        SENTENCE,
        /** A sentence that introduces the list or table behind it ("Common side effects include:"). */
        LEAD_IN,
        /** The words before a colon at the start of a paragraph or list item, usually bold, without the colon. */
        LABEL,
        /** A heading inside a section. */
        HEADING,
        /** A table cell of a row behind the header; the column's header and the row's first cell govern it. */
        CELL
    }

    /** Something that governs statements: its words are not repeated in them. */
    public record Governor(Role role, Passage text) {}

    /** The innermost governor of a role. */
    public Optional<Passage> innermost(Role wanted) {
        for (int i = governors.size() - 1; i >= 0; i--) {
            if (governors.get(i).role() == wanted) {
                return Optional.of(governors.get(i).text());
            }
        }
        return Optional.empty();
    }

    /** Evidence that quotes characters {@code [start, end)} of the text. */
    public Evidence evidence(String source, int start, int end) {
        return Evidence.of(source, text.span(start, end), section.kind());
    }

    /** Evidence that quotes the whole statement. */
    public Evidence evidence(String source) {
        return Evidence.of(source, text.span(), section.kind());
    }
}
