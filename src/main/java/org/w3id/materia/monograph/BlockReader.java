package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.w3id.materia.model.SourceSpan;

/** commonmark's block nodes → {@link Block}s. */
final class BlockReader {
    private final String source;
    private final int base;
    private final PassageReader passages;

    BlockReader(String source, int base) {
        this.source = source;
        this.base = base;
        this.passages = new PassageReader(source, base);
    }

    /** The blocks that one node gives: usually one, none for a rule, several for a quotation or a labelled paragraph. */
    List<Block> read(Node node) {
        if (node instanceof ThematicBreak) {
            return List.of();
        }
        if (node instanceof org.commonmark.node.Paragraph) {
            List<Block> paragraphs = new ArrayList<>();
            for (Passage p : passages.readLabelled(node)) {
                paragraphs.add(new Block.Paragraph(p, p.span()));
            }
            return paragraphs;
        }
        if (node instanceof Heading heading) {
            Passage text = passages.read(node);
            return List.of(new Block.SubHeading(heading.getLevel(), text, span(node)));
        }
        if (node instanceof BulletList || node instanceof OrderedList) {
            return List.of(new Block.ListBlock(node instanceof OrderedList, items(node), span(node)));
        }
        if (node instanceof BlockQuote) {
            return children(node);
        }
        if (node instanceof TableBlock) {
            return List.of(new Block.Table(rows(node), span(node)));
        }
        SourceSpan span = span(node);
        return List.of(new Block.Verbatim(Passage.verbatim(span.in(source), span.start()), span));
    }

    Passage text(Node heading) {
        return passages.read(heading);
    }

    private List<Block.Item> items(Node list) {
        List<Block.Item> items = new ArrayList<>();
        for (Node n = list.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof ListItem) {
                items.add(new Block.Item(children(n), span(n)));
            }
        }
        return items;
    }

    private List<Block> children(Node node) {
        List<Block> blocks = new ArrayList<>();
        for (Node n = node.getFirstChild(); n != null; n = n.getNext()) {
            blocks.addAll(read(n));
        }
        return blocks;
    }

    private List<List<Passage>> rows(Node table) {
        List<List<Passage>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    List<Passage> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells.add(passages.read(cell));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    /** The source that a block covers: from its first to its last span, containers included. */
    SourceSpan span(Node node) {
        return place(node).orElseGet(() -> new SourceSpan(base, base));
    }

    private Optional<SourceSpan> place(Node node) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            Optional<SourceSpan> whole = Optional.empty();
            for (Node n = node.getFirstChild(); n != null; n = n.getNext()) {
                Optional<SourceSpan> child = place(n);
                whole = whole.isEmpty()
                        ? child
                        : child.isEmpty() ? whole : Optional.of(whole.get().union(child.get()));
            }
            return whole;
        }
        var last = spans.get(spans.size() - 1);
        return Optional.of(
                new SourceSpan(base + spans.get(0).getInputIndex(), base + last.getInputIndex() + last.getLength()));
    }
}
