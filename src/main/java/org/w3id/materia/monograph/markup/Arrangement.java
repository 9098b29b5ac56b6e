package org.w3id.materia.monograph.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.w3id.materia.model.SourceSpan;

/**
 * Brings the content of an element into the form that its kind has: text beside blocks stands in a {@link Tag#LINE} of
 * its own, lists hold items, tables rows, rows cells.
 */
final class Arrangement {
    private Arrangement() {}

    /** What stands in the parent for an element that is complete: itself, or its content where it is no more than that. */
    static List<Shown> of(Element element) {
        Tag tag = element.tag();
        boolean transparent = tag == Tag.PLAIN || !tag.isBlock() && tag != Tag.STRUCK && element.holdsBlocks();
        if (transparent) {
            return element.content();
        }
        if (tag == Tag.TABLE) {
            return table(element);
        }
        if (!tag.isVoid() && tag.isBlock()) {
            settle(element);
        }
        boolean text = tag == Tag.PARAGRAPH || tag == Tag.TERM;
        return text && element.holdsBlocks() ? element.content() : List.of(element);
    }

    /** Arranges the content of a block. */
    static void settle(Element element) {
        Tag tag = element.tag();
        if (tag == Tag.HIDDEN) {
            element.replaceContent(List.of());
        } else if (tag.isList()) {
            element.replaceContent(wrapped(lined(element.content()), t -> t == Tag.ITEM, Tag.ITEM));
        } else if (tag == Tag.ROW) {
            element.replaceContent(wrapped(lined(element.content()), Tag::isCell, Tag.CELL));
        } else if (!tag.holdsText() && (element.holdsBlocks() || !isText(tag))) {
            element.replaceContent(lined(element.content()));
        }
    }

    private static boolean isText(Tag tag) {
        return tag == Tag.PARAGRAPH || tag == Tag.TERM || tag == Tag.LINE || tag == Tag.CODE_BLOCK;
    }

    /** A table shows what is in no row in front of itself. */
    private static List<Shown> table(Element table) {
        List<Shown> before = new ArrayList<>();
        List<Shown> within = new ArrayList<>();
        for (Shown part : lined(table.content())) {
            boolean fits = part instanceof Element e && (e.tag() == Tag.ROW || e.tag() == Tag.CAPTION);
            (fits ? within : before).add(part);
        }
        table.replaceContent(within);
        before.add(table);
        return before;
    }

    private static List<Shown> wrapped(List<Shown> content, Predicate<Tag> fits, Tag wrap) {
        List<Shown> wrapped = new ArrayList<>();
        for (Shown part : content) {
            if (part instanceof Element e && fits.test(e.tag())) {
                wrapped.add(part);
            } else if (!part.isBlank()) {
                wrapped.add(around(List.of(part), wrap));
            }
        }
        return wrapped;
    }

    /** The content with each run of text and formatting in a line of its own; blank runs are left out. */
    private static List<Shown> lined(List<Shown> content) {
        List<Shown> lined = new ArrayList<>();
        List<Shown> line = new ArrayList<>();
        for (Shown part : content) {
            if (part.isBlock()) {
                addLine(line, lined);
                lined.add(part);
            } else {
                line.add(part);
            }
        }
        addLine(line, lined);
        return lined;
    }

    private static void addLine(List<Shown> line, List<Shown> lined) {
        if (line.stream().anyMatch(part -> !part.isBlank() || part instanceof Element e && e.tag() == Tag.STRUCK)) {
            lined.add(around(line, Tag.LINE));
        }
        line.clear();
    }

    private static Element around(List<Shown> content, Tag tag) {
        SourceSpan first = content.get(0).span();
        Element around = new Element(tag, first.start(), first.end());
        for (Shown part : content) {
            around.add(part);
            around.endAt(part.span().end());
        }
        return around;
    }
}
