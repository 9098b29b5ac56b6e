package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.monograph.markup.Element;
import org.w3id.materia.monograph.markup.Script;
import org.w3id.materia.monograph.markup.Shown;
import org.w3id.materia.monograph.markup.Tag;
import org.w3id.materia.monograph.markup.TextRun;

/**
 * Text with its formatting as passages: one, or several where a line ends for a reader ({@code <br>}) or begins with a
 * bold label, which writers of monographs mean as a paragraph of its own.
 *
 * <p>What is struck out is nothing, and so is a superscript that refers to a note.
 */
final class PassageReader {
    /** The end of a line that readers see, inside a passage that may not be cut. */
    static final char BORDER = '\n';

    private final StringBuilder text = new StringBuilder();
    private final List<Passage.Range> strong = new ArrayList<>();
    private final List<Passage.Range> emphasis = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int reached;

    private PassageReader(int start) {
        reached = start;
    }

    /** The whole text; lines that end for a reader are parted by {@link #BORDER}. */
    static Passage read(Element element) {
        PassageReader reader = new PassageReader(element.span().start());
        reader.addAll(element.content());
        reader.settleBorders();
        Passage whole = reader.whole();
        return whole.part(0, whole.text().length());
    }

    /** The text of a table's cell: there every line that ends for a reader is parted from the next, as entries of a list are. */
    static Passage readCell(Element cell) {
        PassageReader reader = new PassageReader(cell.span().start());
        reader.addAll(cell.content());
        Passage whole = reader.whole();
        return whole.part(0, whole.text().length());
    }

    /** The paragraphs that the text is to its writer. */
    static List<Passage> readParagraphs(Element element) {
        PassageReader reader = new PassageReader(element.span().start());
        reader.addAll(element.content());
        reader.settleBorders();
        return reader.paragraphs();
    }

    private void addAll(List<Shown> content) {
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof TextRun run) {
                for (int c = 0; c < run.length(); c++) {
                    append(run.charAt(c), run.start(c), run.end(c));
                }
            } else {
                add((Element) content.get(i), i, content);
            }
        }
    }

    private void add(Element element, int index, List<Shown> siblings) {
        int start = text.length();
        switch (element.tag()) {
            case STRUCK, HIDDEN, RULE -> {}
            case LINE_BREAK -> appendBreak(BORDER);
            case SOFT_BREAK -> appendBreak(' ');
            case SUPERSCRIPT, SUBSCRIPT -> addScript(element);
            case STRONG -> {
                addAll(element.content());
                note(strong, start);
                if (beginsLine(index, siblings) && isLabel(start, index, siblings)) {
                    labels.add(start);
                }
            }
            case EMPHASIS -> {
                addAll(element.content());
                note(emphasis, start);
            }
            default -> {
                addBorder(element);
                addAll(element.content());
                addBorder(element);
            }
        }
    }

    private void addBorder(Element element) {
        boolean stands = text.length() == 0 || text.charAt(text.length() - 1) == BORDER;
        if (element.isBlock() && !stands) {
            appendBreak(BORDER);
        }
    }

    private void note(List<Passage.Range> ranges, int start) {
        if (text.length() > start) {
            ranges.add(new Passage.Range(start, text.length()));
        }
    }

    private static boolean beginsLine(int index, List<Shown> siblings) {
        return index > 0 && siblings.get(index - 1) instanceof Element e && e.tag() == Tag.SOFT_BREAK;
    }

    private boolean isLabel(int start, int index, List<Shown> siblings) {
        return text.substring(start).strip().endsWith(":")
                || index + 1 < siblings.size()
                        && siblings.get(index + 1) instanceof TextRun run
                        && run.charAt(0) == ':';
    }

    private void addScript(Element element) {
        PassageReader inner = new PassageReader(element.span().start());
        inner.addAll(element.content());
        String written = inner.text.toString();
        Optional<String> shown = Script.of(element.tag(), text, written);
        if (shown.filter(written::equals).isPresent()) {
            addAll(element.content());
            return;
        }
        shown.ifPresent(characters -> {
            int last = characters.length() - 1;
            for (int i = 0; i <= last; i++) {
                // The run of source that shows the characters includes the tags.
                int start = i == 0 ? element.span().start() : inner.starts[i];
                append(characters.charAt(i), start, i == last ? element.span().end() : inner.ends[i]);
            }
        });
    }

    /** A line end has no place of its own that is sure to exist; it takes that of what it ends. */
    private void appendBreak(char c) {
        append(c, Math.max(0, reached - 1), Math.max(1, reached));
    }

    private void append(char c, int start, int end) {
        int n = text.length();
        if (n == starts.length) {
            starts = Arrays.copyOf(starts, 2 * n);
            ends = Arrays.copyOf(ends, 2 * n);
        }
        starts[n] = start;
        ends[n] = end;
        reached = end;
        text.append(c);
    }

    /** A line end in the middle of a sentence ("5 mg<br>twice daily") is a blank. */
    private void settleBorders() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == BORDER) {
                int next = i + 1;
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                if (next < text.length() && Character.isLowerCase(text.charAt(next)) && !endsSentence(i)) {
                    text.setCharAt(i, ' ');
                }
            }
        }
    }

    private boolean endsSentence(int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || ".:;!?".indexOf(text.charAt(before)) >= 0;
    }

    private List<Passage> paragraphs() {
        List<Passage> paragraphs = new ArrayList<>();
        Passage whole = whole();
        int start = 0;
        int label = 0;
        for (int i = 0; i <= text.length(); i++) {
            while (label < labels.size() && labels.get(label) < i) {
                label++;
            }
            boolean begins = label < labels.size() && labels.get(label) == i;
            if (i == text.length() || text.charAt(i) == BORDER || begins) {
                Passage paragraph = whole.part(start, i);
                if (!paragraph.isBlank()) {
                    paragraphs.add(paragraph);
                }
                start = i;
            }
        }
        return paragraphs;
    }

    private Passage whole() {
        int n = text.length();
        return new Passage(text.toString(), Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), strong, emphasis);
    }
}
