package org.w3id.materia.extract.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;
import org.w3id.materia.monograph.SectionKind;

/**
 * The smallest piece of a monograph that an extractor reads: a sentence, a label, a list item's phrase or the row of a
 * table, with all that governs it.
 *
 * @param text the piece itself; a row's cells one behind the other, parted by {@code " | "}
 * @param role what it is
 * @param section the section it stands in
 * @param governors the headings, labels and lead-in sentences that it stands under, outermost first
 * @param itemDepth 0 outside of lists, 1 for an item of a list, 2 for an item of a list in it …
 * @param cells a row's cells, in order, with each of its cells too; empty for all that stands in no row
 */
public record Statement(
        Passage text, Role role, Section section, List<Governor> governors, int itemDepth, List<Cell> cells) {
    private static final String BETWEEN_CELLS = " | ";
    private static final int LONGEST_NUMBER = 12;
    private static final Pattern NUMBER = Pattern.compile("\\d\\.\\d{1,2}\\.?\\h+$");

    public Statement {
        governors = List.copyOf(governors);
        cells = List.copyOf(cells);
    }

    Statement(Passage text, Role role, Section section, List<Governor> governors, int itemDepth) {
        this(text, role, section, governors, itemDepth, List.of());
    }

    static Statement row(List<Cell> cells, Section section, List<Governor> governors, int itemDepth) {
        List<Passage> texts =
                cells.stream().map(Cell::text).filter(t -> !t.isBlank()).toList();
        return new Statement(Passage.joined(texts, BETWEEN_CELLS), Role.ROW, section, governors, itemDepth, cells);
    }

    /** What a statement is. */
    public enum Role {
        /** A sentence of running text, or of a list item. */
        SENTENCE,
        /** A sentence that introduces the list or table behind it ("Common side effects include:"). */
        LEAD_IN,
        /** The words before a colon at the start of a paragraph or list item, usually bold, without the colon. */
        LABEL,
        /** A heading inside a section. */
        HEADING,
        /** The row of a table: its cells fill what the heads of their columns say. The heads are no statements. */
        ROW,
        /** A line of a row's cell read by itself; the column's head and the row's first cell govern it. */
        CELL
    }

    /**
     * A cell of a row.
     *
     * @param head the head of its column, where the table has one
     * @param text what stands in it; may be empty
     */
    public record Cell(Optional<Passage> head, Passage text) {}

    /** Something that governs statements: its words are not repeated in them. */
    public record Governor(Role role, Passage text) {}

    /** The innermost governor of a role. */
    public Optional<Passage> innermost(Role wanted) {
        for (int i = governors.size() - 1; i >= 0; i--) {
            if (governors.get(i).role() == wanted) {
                return Optional.of(governors.get(i).text());
            }
        }
        return Optional.empty();
    }

    /** What the statement is about; see {@link Topic}. */
    public Topic topic() {
        return Topics.of(this);
    }

    /**
     * The part of a monograph that it stands in: its section's kind, and in a section that has none (the medicine's name, an
     * ingredient) what the nearest heading or label above it names.
     */
    public SectionKind part() {
        return Topics.partOf(this);
    }

    /** A row's cells as statements, each line of a cell under the head of its column and the first cell of the row; else itself. */
    public Stream<Statement> cellByCell() {
        return role == Role.ROW ? IntStream.range(0, cells.size()).boxed().flatMap(this::linesOf) : Stream.of(this);
    }

    private Stream<Statement> linesOf(int column) {
        List<Governor> inner = new ArrayList<>(governors);
        cells.get(column).head().ifPresent(head -> inner.add(new Governor(Role.HEADING, head)));
        Passage first = cells.get(0).text();
        if (column > 0 && !first.isBlank()) {
            inner.add(new Governor(Role.LABEL, first));
        }
        return cells.get(column).text().lines().stream()
                .map(line -> new Statement(line, Role.CELL, section, inner, itemDepth, cells));
    }

    /** The first cell of a cell's row, by which tables say what their rows are about; empty for all that stands in no row. */
    public Optional<Passage> rowHead() {
        return cells.stream().limit(1).map(Cell::text).findFirst();
    }

    /** Whether it is a line of its row's first cell. */
    public boolean isInRowHead() {
        return role == Role.CELL
                && innermost(Role.LABEL).filter(l -> l == cells.get(0).text()).isEmpty();
    }

    /** The whole cell of which it is a line. */
    public Passage wholeCell() {
        return cells.stream()
                .map(Cell::text)
                .filter(cell -> !cell.isBlank()
                        && cell.span().start() <= text.span().start()
                        && text.span().end() <= cell.span().end())
                .findFirst()
                .orElse(text);
    }

    /** Whether it is the head of a section that the source numbers within another: "5.2 Hypotension" of an American label. */
    public boolean isNumbered(String source) {
        int start = text.span().start();
        return (role == Role.LABEL || role == Role.HEADING)
                && NUMBER.matcher(source.substring(Math.max(0, start - LONGEST_NUMBER), start))
                        .find();
    }

    /** Evidence that quotes characters {@code [start, end)} of the text. */
    public Evidence evidence(String source, int start, int end) {
        return Evidence.of(source, text.span(start, end), section.kind());
    }

    /** Evidence that quotes the whole statement. */
    public Evidence evidence(String source) {
        return Evidence.of(source, text.span(), section.kind());
    }
}
