package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.monograph.markup.Element;
import org.w3id.materia.monograph.markup.Tag;

/** A table's element → {@link Block.Table}: cells that take several rows or columns stand in each of them. */
public final class TableReader {
    /** So often cells of one table may stand again; beyond that each stands where it is written. */
    private static final int MOST_COPIES = 2000;

    /** Parts the heads that stand one above the other. */
    public static final String BETWEEN_HEADS = " › ";

    private record Spanning(Passage cell, int rows) {}

    private final List<List<Passage>> rows = new ArrayList<>();
    private final List<Spanning> spanning = new ArrayList<>();
    private int copies;

    private TableReader() {}

    static Block.Table read(Element table) {
        Optional<Passage> caption = table.children(t -> t == Tag.CAPTION).stream()
                .map(PassageReader::read)
                .filter(p -> !p.isBlank())
                .findFirst();
        TableReader reader = new TableReader();
        List<Element> rows = table.children(t -> t == Tag.ROW);
        rows.forEach(reader::addRow);
        List<List<Passage>> heads = new ArrayList<>();
        while (heads.size() < rows.size()
                && isHead(rows.get(heads.size()))
                && (heads.isEmpty() || isSpanning(rows.get(heads.size() - 1)))) {
            heads.add(reader.rows.remove(0));
        }
        return new Block.Table(caption, head(heads), reader.rows, table.span());
    }

    /** The heads of the columns: where they stand in several rows ("Infusion" over "Rate"), all that stand above a column. */
    private static List<Passage> head(List<List<Passage>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .filter(row -> column < row.size())
                        .map(row -> row.get(column))
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toList())
                .map(texts -> texts.size() == 1 ? texts.get(0) : Passage.joined(texts, BETWEEN_HEADS))
                .toList();
    }

    /** The first rows head the columns where they hold nothing but heads. */
    private static boolean isHead(Element row) {
        return !row.content().isEmpty() && row.content().stream().allMatch(c -> ((Element) c).tag() == Tag.HEAD_CELL);
    }

    /** Heads that take several rows or columns stand over further heads. */
    private static boolean isSpanning(Element row) {
        return row.children(Tag::isCell).stream().anyMatch(c -> c.rows() > 1 || c.columns() > 1);
    }

    private void addRow(Element row) {
        List<Passage> cellsOfRow = new ArrayList<>();
        for (Element cell : row.children(Tag::isCell)) {
            addFromAbove(cellsOfRow);
            Passage text = PassageReader.readCell(cell);
            int columns = copies > MOST_COPIES ? 1 : cell.columns();
            for (int i = 0; i < columns; i++) {
                place(text, cell.rows(), cellsOfRow);
            }
            copies += columns - 1;
        }
        addFromAbove(cellsOfRow);
        rows.add(cellsOfRow);
    }

    private void place(Passage text, int takes, List<Passage> row) {
        Spanning down = new Spanning(text, copies > MOST_COPIES ? 0 : takes - 1);
        if (row.size() < spanning.size()) {
            spanning.set(row.size(), down);
        } else {
            spanning.add(down);
        }
        row.add(text);
    }

    /** The cells that reach down from rows above into the next columns. */
    private void addFromAbove(List<Passage> row) {
        while (row.size() < spanning.size() && spanning.get(row.size()).rows() > 0) {
            Spanning above = spanning.get(row.size());
            spanning.set(row.size(), new Spanning(above.cell(), above.rows() - 1));
            row.add(above.cell());
            copies++;
        }
    }
}
