package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.monograph.markup.Element;
import org.w3id.materia.monograph.markup.Tag;

/** A table's element → {@link Block.Table}: cells that take several rows or columns stand in each of them. */
final class TableReader {
    /** So often cells of one table may stand again; beyond that each stands where it is written. */
    private static final int MOST_COPIES = 2000;

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
        boolean headed = !rows.isEmpty() && isHead(rows.get(0));
        List<Passage> head = headed ? reader.rows.remove(0) : List.of();
        return new Block.Table(caption, head, reader.rows, table.span());
    }

    /** The first row heads the columns where it holds nothing but heads. */
    private static boolean isHead(Element row) {
        return !row.content().isEmpty() && row.content().stream().allMatch(c -> ((Element) c).tag() == Tag.HEAD_CELL);
    }

    private void addRow(Element row) {
        List<Passage> cellsOfRow = new ArrayList<>();
        for (Element cell : row.children(Tag::isCell)) {
            addFromAbove(cellsOfRow);
            Passage text = PassageReader.read(cell);
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
