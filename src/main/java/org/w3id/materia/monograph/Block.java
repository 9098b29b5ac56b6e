package org.w3id.materia.monograph;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.model.SourceSpan;

/** A block of a section, with its span in the source. */
public sealed interface Block {
    /** From the first to the last character of its text, markup between them included. */
    SourceSpan span();

    /** Running text. */
    record Paragraph(Passage text, SourceSpan span) implements Block {}

    /** A heading inside a section ({@code ####} and deeper, or a heading per ingredient). */
    record SubHeading(int level, Passage text, SourceSpan span) implements Block {}

    /** A bulleted or numbered list. */
    record ListBlock(boolean ordered, List<Item> items, SourceSpan span) implements Block {
        public ListBlock {
            items = List.copyOf(items);
        }
    }

    /** One item of a list: usually a paragraph, then perhaps nested lists. */
    record Item(List<Block> blocks, SourceSpan span) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A table.
     *
     * @param caption its title, where it has one of its own
     * @param head the heads of the columns; empty where the table names none
     * @param rows the rows behind the head. A cell that takes several rows or columns stands in each of them
     */
    record Table(Optional<Passage> caption, List<Passage> head, List<List<Passage>> rows, SourceSpan span)
            implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** What a reader opens by its summary, which is the label of all in it. */
    record Details(Passage summary, List<Block> blocks, SourceSpan span) implements Block {
        public Details {
            blocks = List.copyOf(blocks);
        }
    }

    /** Code, as it stands. */
    record Verbatim(Passage text, SourceSpan span) implements Block {}
}
