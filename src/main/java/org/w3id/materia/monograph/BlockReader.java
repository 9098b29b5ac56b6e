package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.monograph.markup.Element;
import org.w3id.materia.monograph.markup.Shown;
import org.w3id.materia.monograph.markup.Tag;

/** Elements → {@link Block}s. */
final class BlockReader {
    private BlockReader() {}

    /** The blocks that one element gives: usually one, none for a rule, several for a quotation or a labelled paragraph. */
    static List<Block> read(Element element) {
        return switch (element.tag()) {
            case PARAGRAPH, LINE -> paragraphs(element);
            case TERM -> List.of(term(element));
            case HEADING_1, HEADING_2, HEADING_3, HEADING_4, HEADING_5, HEADING_6 -> heading(element);
            case BULLETS, NUMBERS ->
                List.of(new Block.ListBlock(element.tag() == Tag.NUMBERS, items(element), element.span()));
            case TABLE -> List.of(TableReader.read(element));
            case DETAILS -> details(element);
            case CODE_BLOCK -> List.of(new Block.Verbatim(PassageReader.read(element), element.span()));
            case RULE, HIDDEN, STRUCK -> List.of();
            default -> all(element.content());
        };
    }

    private static List<Block> all(List<Shown> content) {
        List<Block> blocks = new ArrayList<>();
        for (Shown part : content) {
            if (part instanceof Element e && e.isBlock()) {
                blocks.addAll(read(e));
            }
        }
        return blocks;
    }

    private static List<Block> paragraphs(Element element) {
        List<Block> paragraphs = new ArrayList<>();
        for (Passage p : PassageReader.readParagraphs(element)) {
            paragraphs.add(new Block.Paragraph(p, p.span()));
        }
        return paragraphs;
    }

    /** A term of a list of definitions labels what stands behind it, as bold words by themselves do. */
    private static Block term(Element element) {
        Passage text = PassageReader.read(element).inBold();
        return new Block.Paragraph(text, element.span());
    }

    private static List<Block> heading(Element element) {
        Passage text = PassageReader.read(element);
        return List.of(new Block.SubHeading(element.tag().level(), text, element.span()));
    }

    private static List<Block.Item> items(Element list) {
        return list.children(t -> t == Tag.ITEM).stream()
                .map(item -> new Block.Item(all(item.content()), item.span()))
                .toList();
    }

    private static List<Block> details(Element element) {
        List<Element> summaries = element.children(t -> t == Tag.SUMMARY);
        if (summaries.isEmpty()) {
            return all(element.content());
        }
        Passage summary = PassageReader.read(summaries.get(0));
        List<Shown> content = new ArrayList<>(element.content());
        content.removeAll(summaries);
        return List.of(new Block.Details(summary, all(content), element.span()));
    }
}
