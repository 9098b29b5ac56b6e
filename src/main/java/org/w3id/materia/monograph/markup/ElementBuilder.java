package org.w3id.materia.monograph.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a tree of elements from what opens and closes in the order of the text.
 *
 * <p>What Markdown opens it also closes. HTML's tags need not match: a tag that closes nothing is passed over, what is
 * left open ends with the Markdown around it, and {@code <li>}, {@code <p>}, {@code <tr>}, {@code <td>} end the one before
 * as browsers have it (HTML, 13.1.2.4 Optional tags). What stands where it cannot (a cell in no table) is a division.
 */
final class ElementBuilder {
    /** What lies deeper is text of the element that far down. */
    private static final int DEEPEST = 100;

    /**
     * An element that is open.
     *
     * @param html whether HTML has opened it
     * @param again whether it stands for one that lies too deep, and is open already
     */
    private record Open(Element element, boolean html, boolean again) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final Element document;

    ElementBuilder(int start, int end) {
        document = new Element(Tag.DOCUMENT, start, end);
        open.push(new Open(document, false, false));
    }

    /** Opens an element of Markdown; to be given back to {@link #close}. */
    Element open(Tag tag, int start, int end) {
        return push(tag, start, end, false);
    }

    /** Closes an element of Markdown with all that HTML has left open in it. */
    void close(Element element) {
        while (open.peek().element() != element) {
            pop();
        }
        pop();
    }

    /** Opens an element of HTML. */
    Element openHtml(Tag tag, int start, int end) {
        Tag fitting = fitting(tag);
        if (fitting.isBlock()) {
            closeUpTo(t -> t == Tag.PARAGRAPH, t -> t != Tag.PARAGRAPH && t.isBlock());
        }
        closeSibling(fitting);
        return push(fitting, start, end, true);
    }

    /** Closes the innermost element of HTML of this kind; nothing where none is open. */
    void closeHtml(Tag tag, int end) {
        for (Open o : open) {
            if (!o.html()) {
                return;
            }
            if (o.element().tag() == tag || tag.isBlock() && o.element().tag() == Tag.DIVISION && fitting(tag) != tag) {
                o.element().endAt(end);
                close(o.element());
                return;
            }
            if (o.element().tag().isBlock() && !tag.isBlock()) {
                return;
            }
        }
    }

    /** Closes what formats text and a raw block has left open; struck-out text stays so. */
    void closePhrasing() {
        while (open.peek().html()
                && !open.peek().element().tag().isBlock()
                && open.peek().element().tag() != Tag.STRUCK) {
            pop();
        }
    }

    /** Adds an element without content. */
    void add(Tag tag, int start, int end) {
        if (tag.isBlock()) {
            closeUpTo(t -> t == Tag.PARAGRAPH, t -> t != Tag.PARAGRAPH && t.isBlock());
        }
        innermost().add(new Element(tag, start, end));
    }

    void text(char c, int start, int end) {
        Element into = innermost();
        List<Shown> content = into.content();
        if (content.isEmpty() || !(content.get(content.size() - 1) instanceof TextRun)) {
            into.add(new TextRun());
        }
        ((TextRun) into.content().get(into.content().size() - 1)).append(c, start, end);
        into.endAt(end);
    }

    /** The tree; nothing may be added any more. */
    Element document() {
        while (!open.isEmpty()) {
            pop();
        }
        return document;
    }

    private Element innermost() {
        return open.peek().element();
    }

    private Element push(Tag tag, int start, int end, boolean html) {
        boolean deep = open.size() >= DEEPEST;
        if (deep && html) {
            return new Element(tag, start, end);
        }
        Element element = deep ? innermost() : new Element(tag, start, end);
        open.push(new Open(element, html, deep));
        return element;
    }

    private void pop() {
        Open last = open.pop();
        Element element = last.element();
        if (last.again()) {
            return;
        }
        if (open.isEmpty()) {
            Arrangement.settle(element);
            return;
        }
        Element parent = innermost();
        for (Shown part : Arrangement.of(element)) {
            parent.add(part);
            parent.endAt(part.span().end());
        }
    }

    private boolean isOpen(Predicate<Tag> wanted, Predicate<Tag> border) {
        for (Open o : open) {
            if (wanted.test(o.element().tag())) {
                return true;
            }
            if (border.test(o.element().tag())) {
                return false;
            }
        }
        return false;
    }

    private Tag fitting(Tag tag) {
        boolean fits =
                switch (tag) {
                    case ITEM -> isOpen(Tag::isList, t -> t == Tag.TABLE);
                    case ROW, CAPTION -> isOpen(t -> t == Tag.TABLE, t -> false);
                    case CELL, HEAD_CELL -> isOpen(t -> t == Tag.ROW, t -> t == Tag.TABLE);
                    case SUMMARY -> innermost().tag() == Tag.DETAILS;
                    default -> true;
                };
        return fits ? tag : Tag.DIVISION;
    }

    private void closeSibling(Tag tag) {
        switch (tag) {
            case ITEM -> closeUpTo(t -> t == Tag.ITEM, Tag::isList);
            case ROW -> closeUpTo(t -> t == Tag.ROW || t == Tag.CAPTION, t -> t == Tag.TABLE);
            case CELL, HEAD_CELL -> closeUpTo(Tag::isCell, t -> t == Tag.ROW);
            case TERM -> closeUpTo(t -> t == Tag.TERM, t -> t == Tag.DIVISION);
            default -> {}
        }
    }

    /** Closes the innermost element of HTML that is wanted, with all in it, where no border comes before it. */
    private void closeUpTo(Predicate<Tag> wanted, Predicate<Tag> border) {
        for (Open o : open) {
            if (!o.html() || border.test(o.element().tag())) {
                return;
            }
            if (wanted.test(o.element().tag())) {
                close(o.element());
                return;
            }
        }
    }
}
