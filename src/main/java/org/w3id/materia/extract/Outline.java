package org.w3id.materia.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.materia.extract.Statement.Governor;
import org.w3id.materia.extract.Statement.Role;
import org.w3id.materia.monograph.Block;
import org.w3id.materia.monograph.Label;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;

/**
 * A monograph's sections flattened into statements, in the order of the text.
 *
 * <p>What governs what: a heading governs its section up to the next heading of its level. A label that is a paragraph of
 * its own governs all up to the next labelled paragraph; a label with text behind it governs that text and a list or table
 * that follows directly. A lead-in (a sentence that ends in a colon, or in "include", "are", "following") governs the list or table that
 * follows directly. A list item's label and lead-in govern the rest of the item, nested lists included.
 */
public final class Outline {
    private static final Pattern LEADS_IN = Pattern.compile(
            ".*(?::|\\b(?:includes?|including|are|following|such as|follows|for|to|with)[.:]?)\\s*$", Pattern.DOTALL);

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
        outline.addBlocks(section.blocks(), List.of(), 0);
        return outline.statements;
    }

    private void addBlocks(List<Block> blocks, List<Governor> outer, int depth) {
        List<Governor> headings = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        Optional<Governor> standing = Optional.empty();
        List<Governor> passing = List.of();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            List<Governor> governors = new ArrayList<>(outer);
            governors.addAll(headings);
            if (block instanceof Block.SubHeading heading) {
                while (!levels.isEmpty() && levels.get(levels.size() - 1) >= heading.level()) {
                    levels.remove(levels.size() - 1);
                    headings.remove(headings.size() - 1);
                }
                levels.add(heading.level());
                headings.add(new Governor(Role.HEADING, heading.text()));
                add(heading.text(), Role.HEADING, outer, depth);
                standing = Optional.empty();
                passing = List.of();
            } else if (block instanceof Block.Paragraph paragraph) {
                Optional<Label> label =
                        depth > 0 && i == 0 ? Label.ofItem(paragraph.text()) : Label.bold(paragraph.text());
                boolean leadsList = i + 1 < blocks.size() && opensUnder(blocks.get(i + 1));
                if (label.isPresent()) {
                    Governor named = new Governor(Role.LABEL, label.get().text());
                    add(label.get().text(), Role.LABEL, governors, depth);
                    boolean alone = label.get().rest().text().isEmpty();
                    standing = alone || depth > 0 ? Optional.of(named) : Optional.empty();
                    passing = alone || depth > 0 ? List.of() : List.of(named);
                    governors.add(named);
                    passing = joined(passing, addSentences(label.get().rest(), governors, depth, leadsList));
                } else {
                    standing.ifPresent(governors::add);
                    passing = addSentences(paragraph.text(), governors, depth, leadsList);
                }
            } else {
                standing.ifPresent(governors::add);
                governors.addAll(passing);
                addStructure(block, governors, depth);
                if (!(i + 1 < blocks.size() && opensUnder(blocks.get(i + 1)))) {
                    passing = List.of();
                }
            }
        }
    }

    private static boolean opensUnder(Block block) {
        return block instanceof Block.ListBlock || block instanceof Block.Table;
    }

    private void addStructure(Block block, List<Governor> governors, int depth) {
        if (block instanceof Block.ListBlock list) {
            for (Block.Item item : list.items()) {
                addBlocks(item.blocks(), governors, depth + 1);
            }
        } else if (block instanceof Block.Table table) {
            addTable(table, governors, depth);
        } else if (block instanceof Block.Details details) {
            add(details.summary(), Role.LABEL, governors, depth);
            addBlocks(details.blocks(), joined(governors, List.of(new Governor(Role.LABEL, details.summary()))), depth);
        } else if (block instanceof Block.Verbatim verbatim && !verbatim.text().isBlank()) {
            add(verbatim.text(), Role.SENTENCE, governors, depth);
        }
    }

    private void addTable(Block.Table table, List<Governor> governors, int depth) {
        List<Passage> header = table.head();
        header.forEach(cell -> add(cell, Role.HEADING, governors, depth));
        for (List<Passage> row : table.rows()) {
            for (int column = 0; column < row.size(); column++) {
                List<Governor> cell = new ArrayList<>(governors);
                if (column < header.size() && !header.get(column).isBlank()) {
                    cell.add(new Governor(Role.HEADING, header.get(column)));
                }
                if (column > 0 && !row.get(0).isBlank()) {
                    cell.add(new Governor(Role.LABEL, row.get(0)));
                }
                add(row.get(column), Role.CELL, cell, depth);
            }
        }
    }

    /** Adds the sentences of a paragraph; what the last one governs, where a list or table follows. */
    private List<Governor> addSentences(Passage text, List<Governor> governors, int depth, boolean listFollows) {
        List<Passage> sentences = text.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            boolean last = i == sentences.size() - 1;
            String words = sentences.get(i).text();
            boolean leadsIn = last && (listFollows ? LEADS_IN.matcher(words).matches() : words.endsWith(":"));
            add(sentences.get(i), leadsIn ? Role.LEAD_IN : Role.SENTENCE, governors, depth);
            if (leadsIn) {
                return List.of(new Governor(Role.LEAD_IN, sentences.get(i)));
            }
        }
        return List.of();
    }

    private void add(Passage text, Role role, List<Governor> governors, int depth) {
        if (!text.isBlank()) {
            statements.add(new Statement(text, role, section, governors, depth));
        }
    }

    private static List<Governor> joined(List<Governor> first, List<Governor> second) {
        List<Governor> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
