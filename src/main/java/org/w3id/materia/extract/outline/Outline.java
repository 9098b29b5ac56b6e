package org.w3id.materia.extract.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.outline.Labels.PlainLabels;
import org.w3id.materia.extract.outline.Statement.Cell;
import org.w3id.materia.extract.outline.Statement.Governor;
import org.w3id.materia.extract.outline.Statement.Role;
import org.w3id.materia.monograph.Block;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;
import org.w3id.materia.monograph.SectionKind;

/**
 * A monograph's sections flattened into statements, in the order of the text.
 *
 * <p>What governs what: a heading governs its section up to the next heading of its level. A label that is a paragraph of
 * its own governs all up to the next label that is set alike; labels set in another way stand under it. A label with text
 * behind it governs that text, and a list or table that follows directly. A lead-in (a sentence that ends in a colon, or
 * before a list or table in "include", "are", "following") governs the list or table that follows directly; with a colon
 * also the paragraph that follows directly, and where that begins with a label the labelled paragraphs behind it. A list
 * item's label and lead-in govern the rest of the item, nested lists included. A summary governs what it opens, a caption
 * its table.
 */
public final class Outline {
    private static final Pattern LEADS_IN = Pattern.compile(
            ".*(?::|\\b(?:includes?|including|are|following|such as|follows|for|to|with)[.:]?)\\s*$", Pattern.DOTALL);

    /** "Do not take it if you": such a label goes on in the list behind it, and ends with it. */
    private static final Pattern BREAKS_OFF =
            Pattern.compile("\\bif(?: you(?: have| are)?)?:?$", Pattern.CASE_INSENSITIVE);

    /** A label that governs what follows. */
    private record Standing(LabelStyle style, Governor label, boolean alone) {}

    private final Section section;
    private final List<Statement> statements = new ArrayList<>();

    private Outline(Section section) {
        this.section = section;
    }

    /** The statements of all sections. */
    public static List<Statement> of(Monograph monograph) {
        return monograph.sections().stream().flatMap(s -> of(s).stream()).toList();
    }

    /** The statements of one section. */
    public static List<Statement> of(Section section) {
        Outline outline = new Outline(section);
        outline.new Level(List.of(), 0).add(section.blocks());
        return outline.statements;
    }

    /** The same statements with the cells of a row in place of the row, for readers that read cell by cell. */
    public static List<Statement> cellByCell(List<Statement> statements) {
        return statements.stream().flatMap(Statement::cellByCell).toList();
    }

    private void add(Passage text, Role role, List<Governor> governors, int depth) {
        if (!text.isBlank()) {
            statements.add(new Statement(text, role, section, governors, depth));
        }
    }

    /** The blocks that stand side by side: those of a section, of a list's item, or of what a summary opens. */
    private final class Level {
        private final List<Governor> outer;
        private final int depth;
        private final List<Governor> headings = new ArrayList<>();
        private final List<Integer> levels = new ArrayList<>();
        private final Deque<Standing> labels = new ArrayDeque<>();
        private Optional<Governor> leadIn = Optional.empty();

        /** Whether the lead-in has led a paragraph already. */
        private boolean hasLed;

        Level(List<Governor> outer, int depth) {
            this.outer = outer;
            this.depth = depth;
        }

        void add(List<Block> blocks) {
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                boolean structureFollows = i + 1 < blocks.size() && opensUnder(blocks.get(i + 1));
                if (block instanceof Block.SubHeading heading) {
                    addHeading(heading);
                } else if (block instanceof Block.Paragraph paragraph) {
                    addParagraph(paragraph.text(), i == 0, structureFollows);
                } else {
                    addStructure(block);
                    if (!structureFollows) {
                        endPassing();
                    }
                }
            }
        }

        private void addHeading(Block.SubHeading heading) {
            while (!levels.isEmpty() && levels.get(levels.size() - 1) >= heading.level()) {
                levels.remove(levels.size() - 1);
                headings.remove(headings.size() - 1);
            }
            levels.add(heading.level());
            headings.add(new Governor(Role.HEADING, heading.text()));
            Outline.this.add(heading.text(), Role.HEADING, outer, depth);
            labels.clear();
            leadIn = Optional.empty();
        }

        private void addParagraph(Passage paragraph, boolean first, boolean structureFollows) {
            List<LabelledText> parts = Labels.of(paragraph, plainLabels(first));
            labels.removeIf(l -> !l.alone());
            boolean labelled = !parts.isEmpty() && parts.get(0).label().isPresent();
            if (hasLed && !labelled) {
                leadIn = Optional.empty();
            }
            Optional<Governor> leading = leadIn;
            Optional<Governor> last = Optional.empty();
            for (int i = 0; i < parts.size(); i++) {
                LabelledText part = parts.get(i);
                part.label().ifPresent(l -> addLabel(l, part, first));
                last = addSentences(part.text(), structureFollows && i == parts.size() - 1);
            }
            // A lead-in goes on over labelled paragraphs, as over the items of a list.
            leadIn = last.isPresent() ? last : leading.filter(l -> labelled);
            hasLed = last.isEmpty();
        }

        private PlainLabels plainLabels(boolean first) {
            SectionKind kind = section.kind();
            boolean ofItem = depth > 0 && first;
            if (kind == SectionKind.FAQS || kind == SectionKind.GENERIC_NAME) {
                return ofItem ? PlainLabels.OF_ITEM : PlainLabels.NONE;
            }
            return ofItem ? PlainLabels.OF_ITEM : PlainLabels.WITH_TEXT;
        }

        private void addLabel(Passage text, LabelledText part, boolean first) {
            endAlike(part.style());
            Outline.this.add(text, Role.LABEL, governors(), depth);
            boolean alone = part.text().isBlank() || depth > 0 && first;
            labels.addLast(new Standing(part.style(), new Governor(Role.LABEL, text), alone));
        }

        /** A label ends the one that is set alike, with all that stands under that. */
        private void endAlike(LabelStyle style) {
            if (labels.stream().anyMatch(l -> l.style() == style)) {
                Standing ended;
                do {
                    ended = labels.removeLast();
                } while (ended.style() != style);
            }
        }

        /** Adds the sentences of a part; the last one where it leads in what follows. */
        private Optional<Governor> addSentences(Passage text, boolean structureFollows) {
            List<Passage> sentences = text.sentences();
            for (int i = 0; i < sentences.size(); i++) {
                String words = sentences.get(i).text();
                boolean last = i == sentences.size() - 1;
                boolean leadsIn =
                        last && (structureFollows ? LEADS_IN.matcher(words).matches() : words.endsWith(":"));
                Outline.this.add(sentences.get(i), leadsIn ? Role.LEAD_IN : Role.SENTENCE, governors(), depth);
                if (leadsIn) {
                    return Optional.of(new Governor(Role.LEAD_IN, sentences.get(i)));
                }
            }
            return Optional.empty();
        }

        private void addStructure(Block block) {
            if (block instanceof Block.ListBlock list) {
                list.items().forEach(item -> new Level(governors(), depth + 1).add(item.blocks()));
            } else if (block instanceof Block.Table table) {
                addTable(table);
            } else if (block instanceof Block.Details details) {
                Outline.this.add(details.summary(), Role.LABEL, governors(), depth);
                new Level(with(new Governor(Role.LABEL, details.summary())), depth).add(details.blocks());
            } else if (block instanceof Block.Verbatim verbatim) {
                Outline.this.add(verbatim.text(), Role.SENTENCE, governors(), depth);
            }
        }

        private void addTable(Block.Table table) {
            table.caption().ifPresent(caption -> Outline.this.add(caption, Role.LABEL, governors(), depth));
            List<Governor> governors = table.caption()
                    .map(caption -> with(new Governor(Role.LABEL, caption)))
                    .orElseGet(this::governors);
            for (List<Passage> row : table.rows()) {
                List<Cell> cells = new ArrayList<>();
                for (int column = 0; column < row.size(); column++) {
                    Optional<Passage> head = column < table.head().size()
                            ? Optional.of(table.head().get(column)).filter(h -> !h.isBlank())
                            : Optional.empty();
                    cells.add(new Cell(head, row.get(column)));
                }
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    statements.add(Statement.row(cells, section, governors, depth));
                }
            }
        }

        /** After a list or table nothing holds any more but what stands by itself. */
        private void endPassing() {
            labels.removeIf(l ->
                    !l.alone() || BREAKS_OFF.matcher(l.label().text().text()).find());
            leadIn = Optional.empty();
        }

        private List<Governor> governors() {
            List<Governor> governors = new ArrayList<>(outer);
            governors.addAll(headings);
            labels.forEach(l -> governors.add(l.label()));
            leadIn.ifPresent(governors::add);
            return governors;
        }

        private List<Governor> with(Governor inner) {
            List<Governor> governors = governors();
            governors.add(inner);
            return governors;
        }
    }

    private static boolean opensUnder(Block block) {
        return block instanceof Block.ListBlock || block instanceof Block.Table;
    }
}
