package org.w3id.materia.monograph.markup;

import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Raw HTML in Markdown → elements. CommonMark hands it over in pieces (a block up to an empty line, a single tag in a
 * line) between which Markdown stands, so that no piece is a document for an HTML parser; and every character must know
 * its place in the source, which such parsers do not keep. So tags are read one by one as they come.
 */
final class HtmlReader {
    private final String source;
    private final int base;
    private final ElementBuilder builder;
    private final Entities entities;

    HtmlReader(String source, int base, ElementBuilder builder, Entities entities) {
        this.source = source;
        this.base = base;
        this.builder = builder;
        this.entities = entities;
    }

    /** Reads a tag or comment inside a line. */
    void readInline(Node node, String literal) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        SourceSpan last = spans.get(spans.size() - 1);
        int start = base + spans.get(0).getInputIndex();
        int end = base + last.getInputIndex() + last.getLength();
        HtmlTag.at(literal, 0).ifPresent(tag -> read(tag, start, end));
    }

    /** Reads a block of HTML, each line of which knows its place. */
    void readBlock(Node node) {
        StringBuilder text = new StringBuilder();
        int length =
                node.getSourceSpans().stream().mapToInt(s -> s.getLength() + 1).sum();
        int[] places = new int[length];
        for (SourceSpan line : node.getSourceSpans()) {
            int start = base + line.getInputIndex();
            for (int i = 0; i < line.getLength(); i++) {
                places[text.length()] = start + i;
                text.append(source.charAt(start + i));
            }
            places[text.length()] = Math.max(0, start + line.getLength() - 1);
            text.append('\n');
        }
        readText(text.toString(), places);
        builder.closePhrasing();
    }

    private void readText(String text, int[] places) {
        boolean blank = true;
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            Optional<HtmlTag> tag = HtmlTag.at(text, at);
            if (tag.isPresent()) {
                int end = at + tag.get().length();
                read(tag.get(), places[at], places[end - 1] + 1);
                blank = false;
                at = end;
                continue;
            }
            Optional<Entities.Entity> entity = entities.at(text, at);
            int end = at + entity.map(Entities.Entity::length).orElse(1);
            String written =
                    entity.map(Entities.Entity::text).orElse(Character.isWhitespace(c) ? " " : String.valueOf(c));
            if (!(written.equals(" ") && blank)) {
                for (int i = 0; i < written.length(); i++) {
                    builder.text(written.charAt(i), places[at], places[end - 1] + 1);
                }
            }
            blank = written.equals(" ");
            at = end;
        }
    }

    private void read(HtmlTag html, int start, int end) {
        if (html.tag().isEmpty()) {
            return;
        }
        Tag tag = html.tag().get();
        if (tag.isVoid()) {
            builder.add(tag, start, end);
        } else if (html.closes()) {
            builder.closeHtml(tag, end);
        } else {
            builder.openHtml(tag, start, end).take(html.columns(), html.rows());
        }
    }
}
