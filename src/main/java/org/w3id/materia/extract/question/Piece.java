package org.w3id.materia.extract.question;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.monograph.Block;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Passage.Range;

/**
 * A run of text of a section: a paragraph, a heading, a cell, or the part of one from one question to the next.
 *
 * @param text the run
 * @param depth how many lists it stands in
 * @param heading whether it is a heading
 */
record Piece(Passage text, int depth, boolean heading) {

    /** The pieces of blocks in the order of the text. */
    static List<Piece> of(List<Block> blocks) {
        List<Piece> pieces = new ArrayList<>();
        collect(blocks, 0, pieces);
        return pieces;
    }

    private static void collect(List<Block> blocks, int depth, List<Piece> pieces) {
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                cut(paragraph.text(), depth, pieces);
            } else if (block instanceof Block.SubHeading heading) {
                add(heading.text(), depth, true, pieces);
            } else if (block instanceof Block.ListBlock list) {
                list.items().forEach(item -> collect(item.blocks(), depth + 1, pieces));
            } else if (block instanceof Block.Table table) {
                table.caption().ifPresent(caption -> add(caption, depth, false, pieces));
                table.head().forEach(cell -> add(cell, depth, false, pieces));
                table.rows().forEach(row -> row.forEach(cell -> add(cell, depth, false, pieces)));
            } else if (block instanceof Block.Details details) {
                add(details.summary(), depth, true, pieces);
                collect(details.blocks(), depth, pieces);
            } else if (block instanceof Block.Verbatim verbatim) {
                add(verbatim.text(), depth, false, pieces);
            }
        }
    }

    /** A paragraph may hold several questions, one a line: each bold run with a question mark begins a piece. */
    private static void cut(Passage paragraph, int depth, List<Piece> pieces) {
        int from = 0;
        for (Range bold : paragraph.strong()) {
            boolean asks = paragraph.text().substring(bold.start(), bold.end()).indexOf('?') >= 0;
            if (asks && bold.start() > from) {
                add(paragraph.part(from, bold.start()), depth, false, pieces);
                from = bold.start();
            }
        }
        add(paragraph.part(from, paragraph.text().length()), depth, false, pieces);
    }

    private static void add(Passage text, int depth, boolean heading, List<Piece> pieces) {
        if (!text.isBlank()) {
            pieces.add(new Piece(text, depth, heading));
        }
    }
}
