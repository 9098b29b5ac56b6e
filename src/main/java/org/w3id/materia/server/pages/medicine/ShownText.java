package org.w3id.materia.server.pages.medicine;

import java.util.List;

/** The text of a monograph as its readers see it, each run of it with the facts that rest on it. */
public final class ShownText {
    private ShownText() {}

    /** A section; the heading is empty where it has none. */
    public record Section(String id, String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A block.
     *
     * @param kind {@code p}, {@code h}, {@code ul}, {@code ol}, {@code li}, {@code table}, {@code details} or {@code pre}
     * @param level of a heading, else 0
     * @param line its own text, a table's caption or the summary of details
     * @param blocks within it
     * @param rows of a table; the first heads the columns where {@code headed}
     */
    public record Block(
            String kind,
            int level,
            List<Sentence> line,
            List<Block> blocks,
            List<List<List<Sentence>>> rows,
            boolean headed) {
        public Block {
            line = List.copyOf(line);
            blocks = List.copyOf(blocks);
            rows = List.copyOf(rows);
        }

        static Block text(String kind, int level, List<Sentence> line) {
            return new Block(kind, level, line, List.of(), List.of(), false);
        }

        static Block holding(String kind, List<Block> blocks) {
            return new Block(kind, 0, List.of(), blocks, List.of(), false);
        }
    }

    /**
     * A sentence.
     *
     * @param id anchor, by its place in the source; empty where the same sentence stands on the page before
     * @param facts ids of those that rest on words of it, each once, in their order in the text
     */
    public record Sentence(String id, List<Run> runs, List<String> facts, boolean endsLine) {
        public Sentence {
            runs = List.copyOf(runs);
            facts = List.copyOf(facts);
        }
    }

    /** Characters that look alike and bear the same facts. */
    public record Run(String text, boolean strong, boolean emphasis, List<String> facts) {
        public Run {
            facts = List.copyOf(facts);
        }
    }
}
