package org.w3id.materia.monograph;

import java.util.List;
import org.w3id.materia.model.SourceSpan;

/** A block of a section, with its span in the source. */
public sealed interface Block {
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

    /** A table; the first row is the header. */
    record Table(List<List<Passage>> rows, SourceSpan span) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Code, HTML and whatever else is kept as it stands. */
    record Verbatim(Passage text, SourceSpan span) implements Block {}
}
