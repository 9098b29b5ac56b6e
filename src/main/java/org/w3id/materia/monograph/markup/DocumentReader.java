package org.w3id.materia.monograph.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.w3id.materia.model.SourceSpan;

/** Markdown with the HTML in it → the tree of what a reader sees. Walks without recursion, however deep the nesting. */
public final class DocumentReader {
    private static final Set<Extension> EXTENSIONS = Set.of(
            TablesExtension.create(),
            // One tilde means "about" in front of numbers.
            StrikethroughExtension.builder().requireTwoTildes(true).build());

    /** Deeper nesting than this is hostile; what lies deeper becomes plain text. */
    private static final int DEEPEST_NESTING = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .build();

    private record Open(Node node, Optional<Element> element) {}

    private final String source;
    private final int base;
    private final ElementBuilder builder;
    private final HtmlReader html;

    private DocumentReader(String source, int base) {
        this.source = source;
        this.base = base;
        this.builder = new ElementBuilder(base, source.length());
        this.html = new HtmlReader(source, base, builder, new Entities());
    }

    /**
     * Reads the Markdown of a document.
     *
     * @param source the whole document, with its comments emptied
     * @param base where the Markdown begins in it
     */
    public static Element read(String source, int base) {
        DocumentReader reader = new DocumentReader(source, base);
        reader.walk(PARSER.parse(source.substring(base)));
        return reader.builder.document();
    }

    private void walk(Node document) {
        Deque<Open> open = new ArrayDeque<>();
        Node next = document.getFirstChild();
        while (next != null || !open.isEmpty()) {
            if (next == null) {
                Open done = open.pop();
                done.element().ifPresent(builder::close);
                next = done.node().getNext();
                continue;
            }
            Optional<Element> element = enter(next);
            open.push(new Open(next, element));
            next = next.getFirstChild();
        }
    }

    /** Reads a node; the element that its children belong to, where it has one. */
    private Optional<Element> enter(Node node) {
        if (node instanceof Text text) {
            append(text.getLiteral(), node);
        } else if (node instanceof HtmlInline inline) {
            html.readInline(inline, inline.getLiteral());
        } else if (node instanceof HtmlBlock) {
            html.readBlock(node);
        } else if (node instanceof Code code) {
            Element element = open(Tag.CODE, node);
            append(code.getLiteral(), node);
            return Optional.of(element);
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            Element element = open(Tag.CODE_BLOCK, node);
            SourceSpan span = element.span();
            for (int i = span.start(); i < span.end(); i++) {
                builder.text(source.charAt(i), i, i + 1);
            }
            return Optional.of(element);
        } else {
            Optional<Tag> tag = tag(node);
            if (tag.filter(Tag::isVoid).isPresent()) {
                SourceSpan span = span(node);
                builder.add(tag.get(), span.start(), span.end());
                return Optional.empty();
            }
            Optional<Element> element = tag.map(t -> open(t, node));
            if (node instanceof Link link) {
                element.ifPresent(e -> e.leadTo(link.getDestination()));
            }
            return element;
        }
        return Optional.empty();
    }

    private Element open(Tag tag, Node node) {
        SourceSpan span = span(node);
        return builder.open(tag, span.start(), span.end());
    }

    /** The element that a node stands for; empty where it stands for none and its children are the parent's. */
    private static Optional<Tag> tag(Node node) {
        if (node instanceof Paragraph) {
            boolean tight = node.getParent() instanceof ListItem item
                    && item.getParent() instanceof ListBlock list
                    && list.isTight();
            return tight ? Optional.empty() : Optional.of(Tag.PARAGRAPH);
        }
        if (node instanceof Heading heading) {
            return Optional.of(Tag.heading(heading.getLevel()));
        }
        if (node instanceof ListBlock) {
            return Optional.of(node instanceof OrderedList ? Tag.NUMBERS : Tag.BULLETS);
        }
        return Optional.ofNullable(TAGS.get(node.getClass()))
                .map(t -> node instanceof TableCell cell && cell.isHeader() ? Tag.HEAD_CELL : t);
    }

    private static final java.util.Map<Class<? extends Node>, Tag> TAGS = java.util.Map.ofEntries(
            java.util.Map.entry(BlockQuote.class, Tag.QUOTE),
            java.util.Map.entry(ListItem.class, Tag.ITEM),
            java.util.Map.entry(TableBlock.class, Tag.TABLE),
            java.util.Map.entry(TableRow.class, Tag.ROW),
            java.util.Map.entry(TableCell.class, Tag.CELL),
            java.util.Map.entry(ThematicBreak.class, Tag.RULE),
            java.util.Map.entry(StrongEmphasis.class, Tag.STRONG),
            java.util.Map.entry(Emphasis.class, Tag.EMPHASIS),
            java.util.Map.entry(Strikethrough.class, Tag.STRUCK),
            java.util.Map.entry(Link.class, Tag.LINK),
            java.util.Map.entry(HardLineBreak.class, Tag.LINE_BREAK),
            java.util.Map.entry(SoftLineBreak.class, Tag.SOFT_BREAK));

    private void append(String literal, Node node) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        int from = base + spans.get(0).getInputIndex();
        var last = spans.get(spans.size() - 1);
        int to = base + last.getInputIndex() + last.getLength();
        int at = literal.length() < to - from && node instanceof Code ? source.indexOf(literal, from) : from;
        for (int i = 0; i < literal.length(); i++) {
            int end = Math.min(to, at < 0 ? to : writtenEnd(at, literal.charAt(i)));
            int start = Math.min(at < 0 ? from : at, end - 1);
            builder.text(literal.charAt(i), start, end);
            at = at < 0 ? at : end;
        }
    }

    /** Where the source form of a character ends: itself, a backslash escape ({@code \*}) or an entity. */
    private int writtenEnd(int at, char c) {
        if (at >= source.length() || source.charAt(at) == c) {
            return at + 1;
        }
        if (source.charAt(at) == '\\') {
            return at + 2;
        }
        int semicolon = source.charAt(at) == '&' ? source.indexOf(';', at) : -1;
        return semicolon < 0 ? at + 1 : semicolon + 1;
    }

    /** The source that a node covers: from its first to its last span, containers included. */
    private SourceSpan span(Node node) {
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
