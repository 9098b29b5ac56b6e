package org.w3id.materia.fhir.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.materia.model.SourceSpan;
import org.w3id.materia.monograph.Block;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.Passage;

/** All sentences of a monograph by their place in the source. */
public final class SentenceIndex {
    private final List<Passage> sentences = new ArrayList<>();

    SentenceIndex(Monograph monograph) {
        monograph.sections().forEach(section -> addAll(section.blocks()));
        sentences.sort(Comparator.comparing(Passage::span));
        removeRepeated();
    }

    /** A cell that takes several rows stands in each of them. */
    private void removeRepeated() {
        List<Passage> once = new ArrayList<>();
        for (Passage s : sentences) {
            if (once.isEmpty() || !once.get(once.size() - 1).span().equals(s.span())) {
                once.add(s);
            }
        }
        sentences.clear();
        sentences.addAll(once);
    }

    /** The sentences, without markup, that a span touches; empty where it touches none. */
    Optional<String> touching(SourceSpan span) {
        String text = within(span).stream().map(Passage::text).collect(Collectors.joining(" "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The sentences that a span touches, in order. */
    public List<Passage> within(SourceSpan span) {
        List<Passage> touched = new ArrayList<>();
        for (int i = firstEndingAfter(span.start()); i < sentences.size(); i++) {
            if (sentences.get(i).span().start() >= span.end()) {
                break;
            }
            touched.add(sentences.get(i));
        }
        return touched;
    }

    /** Sentences do not overlap, so their ends ascend as their starts do. */
    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void addAll(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                add(paragraph.text());
            } else if (block instanceof Block.SubHeading heading) {
                add(heading.text());
            } else if (block instanceof Block.Verbatim verbatim) {
                add(verbatim.text());
            } else if (block instanceof Block.Table table) {
                table.caption().ifPresent(this::add);
                table.head().forEach(this::add);
                table.rows().forEach(this::addRow);
            } else if (block instanceof Block.Details details) {
                add(details.summary());
                addAll(details.blocks());
            } else if (block instanceof Block.ListBlock list) {
                list.items().forEach(item -> addAll(item.blocks()));
            }
        }
    }

    /** A row is one statement: its cells say nothing by themselves. */
    private void addRow(List<Passage> cells) {
        List<Passage> said = cells.stream().filter(c -> !c.isBlank()).distinct().toList();
        if (!said.isEmpty()) {
            sentences.add(Passage.joined(said, " | "));
        }
    }

    private void add(Passage passage) {
        passage.sentences().stream().filter(s -> !s.isBlank()).forEach(sentences::add);
    }
}
