package org.w3id.materia.monograph.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an element of a document is to a reader, whether Markdown or HTML wrote it. */
public enum Tag {
    DOCUMENT(Kind.FLOW, "", ""),
    /** A container that only sets its content apart ({@code <div>}). */
    DIVISION(Kind.FLOW, "div", "div section article main header footer aside center figure dl"),
    QUOTE(Kind.FLOW, "blockquote", "blockquote"),
    PARAGRAPH(Kind.FLOW, "p", "p address figcaption pre dd"),
    /** A run of text beside blocks, in no element of its own. */
    LINE(Kind.FLOW, "", ""),
    TERM(Kind.FLOW, "p", "dt"),
    HEADING_1(Kind.FLOW, "h1", "h1"),
    HEADING_2(Kind.FLOW, "h2", "h2"),
    HEADING_3(Kind.FLOW, "h3", "h3"),
    HEADING_4(Kind.FLOW, "h4", "h4"),
    HEADING_5(Kind.FLOW, "h5", "h5"),
    HEADING_6(Kind.FLOW, "h6", "h6"),
    BULLETS(Kind.FLOW, "ul", "ul menu"),
    NUMBERS(Kind.FLOW, "ol", "ol"),
    ITEM(Kind.FLOW, "li", "li"),
    DETAILS(Kind.FLOW, "div", "details"),
    SUMMARY(Kind.FLOW, "p", "summary"),
    TABLE(Kind.FLOW, "table", "table"),
    CAPTION(Kind.FLOW, "caption", "caption"),
    ROW(Kind.FLOW, "tr", "tr"),
    HEAD_CELL(Kind.FLOW, "th", "th"),
    CELL(Kind.FLOW, "td", "td"),
    /** Code that stands by itself. */
    CODE_BLOCK(Kind.FLOW, "pre", ""),
    RULE(Kind.VOID_FLOW, "hr", "hr"),

    STRONG(Kind.PHRASING, "strong", "strong b"),
    EMPHASIS(Kind.PHRASING, "em", "em i"),
    SUPERSCRIPT(Kind.PHRASING, "sup", "sup"),
    SUBSCRIPT(Kind.PHRASING, "sub", "sub"),
    CODE(Kind.PHRASING, "code", "code kbd samp tt"),
    LINK(Kind.PHRASING, "a", ""),
    STRUCK(Kind.PHRASING, "span", "del s strike"),
    /** Formatting that says nothing. */
    PLAIN(
            Kind.PHRASING,
            "",
            "span a u ins small big mark font abbr acronym cite dfn var q label time nobr bdi bdo data"),
    LINE_BREAK(Kind.VOID, "br", "br"),
    /** A line end in the source that is none for a reader. */
    SOFT_BREAK(Kind.VOID, "", ""),

    /** What readers do not see. */
    HIDDEN(Kind.FLOW, "", "script style template head title noscript iframe object");

    private enum Kind {
        /** A block: a border to what stands before and behind. */
        FLOW,
        VOID_FLOW,
        /** A part of a line. */
        PHRASING,
        VOID
    }

    private static final Map<String, Tag> BY_NAME = byName();

    private static final List<Tag> HEADINGS = List.of(HEADING_1, HEADING_2, HEADING_3, HEADING_4, HEADING_5, HEADING_6);

    private final Kind kind;
    private final String xhtml;
    /** The HTML elements that are read as it, with spaces between; empty where none is. */
    private final String names;

    Tag(Kind kind, String xhtml, String names) {
        this.kind = kind;
        this.xhtml = xhtml;
        this.names = names;
    }

    /** The element that an HTML name stands for; empty for names that readers see nothing of, and no border. */
    static Optional<Tag> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The heading of a level from 1 to 6. */
    static Tag heading(int level) {
        return HEADINGS.get(level - 1);
    }

    boolean isBlock() {
        return kind == Kind.FLOW || kind == Kind.VOID_FLOW;
    }

    /** Whether it never has content. */
    boolean isVoid() {
        return kind == Kind.VOID || kind == Kind.VOID_FLOW;
    }

    boolean isList() {
        return this == BULLETS || this == NUMBERS;
    }

    /** Whether it is a cell of a table, of its head or not. */
    public boolean isCell() {
        return this == HEAD_CELL || this == CELL;
    }

    /** Whether it is a heading of one of the six levels. */
    public boolean isHeading() {
        return level() > 0;
    }

    /** A heading's level; 0 for all others. */
    public int level() {
        return HEADINGS.indexOf(this) + 1;
    }

    /** Whether its content is text with its formatting, so that blocks in it are borders and no more. */
    boolean holdsText() {
        return isCell() || isHeading() || this == CAPTION || this == SUMMARY;
    }

    /** The element of a FHIR Narrative that shows it; empty where its content stands alone. */
    String xhtml() {
        return xhtml;
    }

    private static Map<String, Tag> byName() {
        Map<String, Tag> tags = new HashMap<>();
        for (Tag tag : values()) {
            Stream.of(tag.names.split(" ")).filter(n -> !n.isEmpty()).forEach(n -> tags.put(n, tag));
        }
        return tags;
    }
}
