package org.w3id.materia.server.pages.medicine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Block;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Passage;
import org.w3id.materia.monograph.Section;
import org.w3id.materia.monograph.SectionKind;

/** A monograph and the places of facts in its source → {@link ShownText}. One for each text. */
public final class TextReader {
    /**
     * Words of the source that a fact rests on.
     *
     * @param fact its id
     */
    public record Mark(String fact, int start, int end) {}

    private final List<Mark> marks;
    private final Set<String> anchors = new HashSet<>();
    private final Map<String, String> places = new HashMap<>();

    public TextReader(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /** The sections in the order of the text. The first of a kind has the kind for its anchor, any other the place where it begins. */
    public List<ShownText.Section> read(Monograph monograph) {
        List<ShownText.Section> sections = new ArrayList<>();
        Set<SectionKind> seen = EnumSet.of(SectionKind.OTHER);
        for (Section section : monograph.sections()) {
            String id = seen.add(section.kind())
                    ? anchor(section.kind().code())
                    : anchor(Integer.toString(section.span().start()));
            sections.add(new ShownText.Section(id, section.heading(), blocks(section.blocks())));
        }
        return sections;
    }

    /** The first section of a kind is found by the code of the kind ({@code CodeSystem/section}), wherever it moves. */
    public static String anchor(String section) {
        return "section-" + section;
    }

    /** Anchors of the sentences that facts begin in, by the facts' ids, of what has been read. */
    public Map<String, String> places() {
        return Map.copyOf(places);
    }

    private List<ShownText.Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private ShownText.Block block(Block block) {
        if (block instanceof Block.SubHeading heading) {
            return ShownText.Block.text("h", heading.level(), line(heading.text()));
        } else if (block instanceof Block.ListBlock list) {
            List<ShownText.Block> items = list.items().stream()
                    .map(item -> ShownText.Block.holding("li", blocks(item.blocks())))
                    .toList();
            return ShownText.Block.holding(list.ordered() ? "ol" : "ul", items);
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Block.Details details) {
            return new ShownText.Block(
                    "details", 0, line(details.summary()), blocks(details.blocks()), List.of(), false);
        } else if (block instanceof Block.Verbatim verbatim) {
            return ShownText.Block.text("pre", 0, line(verbatim.text()));
        }
        return ShownText.Block.text("p", 0, line(((Block.Paragraph) block).text()));
    }

    private ShownText.Block table(Block.Table table) {
        List<List<List<ShownText.Sentence>>> rows = new ArrayList<>();
        if (!table.head().isEmpty()) {
            rows.add(table.head().stream().map(this::line).toList());
        }
        table.rows().forEach(row -> rows.add(row.stream().map(this::line).toList()));
        List<ShownText.Sentence> caption = table.caption().map(this::line).orElse(List.of());
        return new ShownText.Block(
                "table", 0, caption, List.of(), rows, !table.head().isEmpty());
    }

    /** The sentences of a passage; what stands between them is a blank, or the end of a line. */
    private List<ShownText.Sentence> line(Passage passage) {
        List<ShownText.Sentence> line = new ArrayList<>();
        List<Passage> sentences =
                passage.sentences().stream().filter(s -> !s.isBlank()).toList();
        int from = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Passage sentence = sentences.get(i);
            int end = passage.text().indexOf(sentence.text(), from)
                    + sentence.text().length();
            int next = i + 1 < sentences.size()
                    ? passage.text().indexOf(sentences.get(i + 1).text(), end)
                    : end;
            boolean endsLine = passage.text().substring(end, next).indexOf('\n') >= 0;
            line.add(sentence(sentence, endsLine));
            from = end;
        }
        return line;
    }

    private ShownText.Sentence sentence(Passage sentence, boolean endsLine) {
        SourceSpan place = sentence.span();
        List<Mark> within = marks.stream()
                .filter(m -> m.start() < place.end() && m.end() > place.start())
                .toList();
        List<ShownText.Run> runs = new RunReader(sentence, within).read();
        Set<String> facts = new LinkedHashSet<>();
        runs.forEach(run -> facts.addAll(run.facts()));
        String anchor = "t" + place.start();
        facts.forEach(fact -> places.putIfAbsent(fact, anchor));
        return new ShownText.Sentence(anchors.add(anchor) ? anchor : "", runs, List.copyOf(facts), endsLine);
    }
}
