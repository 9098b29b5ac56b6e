package org.w3id.materia.monograph.markup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.w3id.materia.model.SourceSpan;

/** An element of a document with its content; built by {@link ElementBuilder} and only read afterwards. */
public final class Element implements Shown {
    private final Tag tag;
    private final int start;
    private final List<Shown> content = new ArrayList<>();
    private int end;
    private String target = "";
    private int columns = 1;
    private int rows = 1;
    private boolean block;

    Element(Tag tag, int start, int end) {
        this.tag = tag;
        this.start = start;
        this.end = end;
        this.block = tag.isBlock();
    }

    public Tag tag() {
        return tag;
    }

    /** Elements and text in the order of the document; a view that cannot be changed. */
    public List<Shown> content() {
        return Collections.unmodifiableList(content);
    }

    /** The elements among its content that are of one of some kinds, in order. */
    public List<Element> children(Predicate<Tag> wanted) {
        List<Element> children = new ArrayList<>();
        for (Shown child : content) {
            if (child instanceof Element e && wanted.test(e.tag)) {
                children.add(e);
            }
        }
        return children;
    }

    /** Where a link leads; empty for all others. */
    String target() {
        return target;
    }

    /** How many columns a cell takes. */
    public int columns() {
        return columns;
    }

    /** How many rows a cell takes. */
    public int rows() {
        return rows;
    }

    void leadTo(String destination) {
        target = destination;
    }

    void take(int wantedColumns, int wantedRows) {
        columns = wantedColumns;
        rows = wantedRows;
    }

    void add(Shown child) {
        content.add(child);
        block |= tag == Tag.STRUCK && child.isBlock();
    }

    /** Puts other content in place of what it has. */
    void replaceContent(List<Shown> other) {
        content.clear();
        content.addAll(other);
    }

    void endAt(int offset) {
        end = Math.max(end, offset);
    }

    boolean holdsBlocks() {
        return content.stream().anyMatch(Shown::isBlock);
    }

    @Override
    public boolean isBlock() {
        return block;
    }

    @Override
    public boolean isBlank() {
        return tag == Tag.STRUCK || tag == Tag.HIDDEN || content.stream().allMatch(Shown::isBlank);
    }

    @Override
    public SourceSpan span() {
        return new SourceSpan(start, Math.max(start, end));
    }
}
