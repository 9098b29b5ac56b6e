package org.w3id.materia.server.pages;

import java.util.List;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Monograph;

/**
 * A monograph as its editors review it: the text, what was read of it, and what was not.
 *
 * @param items in the order of the text
 * @param findings of the file
 */
public record ReviewPage(Monograph monograph, List<Item> items, List<Finding> findings) {
    public ReviewPage {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }

    /** What became of a place in the text. */
    public enum Outcome {
        /** A fact was read. */
        READ,
        /** It is about a dose, and stays text. */
        STAYED_TEXT,
        /** Nothing was made of it. */
        NO_FACT
    }

    /**
     * Something that is said of a place in the text.
     *
     * @param kind of fact
     * @param words what was understood, and what was not
     */
    public record Item(Outcome outcome, String kind, String words, SourceSpan place) {}

    /** How many items came out so. */
    public long count(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
