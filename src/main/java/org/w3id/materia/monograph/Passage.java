package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.w3id.materia.model.SourceSpan;

/**
 * A run of text without markup, in which every character knows where it stands in the source. Extractors read {@link
 * #text()} and turn a range of it back into a span of the source with {@link #span(int, int)}; the source between may
 * hold markup ({@code **}) that the text does not.
 */
public final class Passage {
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int from;
    private final List<Range> strong;
    private final List<Range> emphasis;

    /** A half-open range of {@link Passage#text()}. */
    public record Range(int start, int end) {
        /** What of ranges in order lies between two offsets, counted from the first of them. */
        private static List<Range> within(List<Range> ranges, int from, int to) {
            if (ranges.isEmpty() || from == to) {
                return List.of();
            }
            List<Range> within = new ArrayList<>();
            for (int i = firstEndingAfter(ranges, from); i < ranges.size() && ranges.get(i).start < to; i++) {
                Range r = ranges.get(i);
                within.add(new Range(Math.max(r.start, from) - from, Math.min(r.end, to) - from));
            }
            return within;
        }

        private static int firstEndingAfter(List<Range> ranges, int offset) {
            int low = 0;
            int high = ranges.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ranges.get(middle).end <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    Passage(String text, int[] starts, int[] ends, List<Range> strong, List<Range> emphasis) {
        this(text, starts, ends, 0, strong, emphasis);
        if (starts.length != text.length() || ends.length != text.length()) {
            throw new IllegalArgumentException("every character needs its place in the source");
        }
    }

    private Passage(String text, int[] starts, int[] ends, int from, List<Range> strong, List<Range> emphasis) {
        this.text = Objects.requireNonNull(text, "text");
        this.starts = starts;
        this.ends = ends;
        this.from = from;
        this.strong = List.copyOf(strong);
        this.emphasis = List.copyOf(emphasis);
    }

    /** A passage over plain text that stands in the source as it is, from {@code offset} on. */
    public static Passage verbatim(String text, int offset) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = offset + i;
            ends[i] = offset + i + 1;
        }
        return new Passage(text, starts, ends, List.of(), List.of());
    }

    /**
     * Several passages as one, with words between them that stand nowhere in the source; at least one, none of them empty.
     * What lies between two of them in the source must be no text of other passages.
     */
    public static Passage joined(List<Passage> passages, String between) {
        StringBuilder text = new StringBuilder();
        int length = passages.stream()
                .mapToInt(p -> p.text.length() + between.length())
                .sum();
        int[] starts = new int[length];
        int[] ends = new int[length];
        for (Passage p : passages) {
            for (int i = 0; i < between.length() && text.length() > 0 && p != passages.get(0); i++) {
                starts[text.length()] = ends[text.length() - 1] - 1;
                ends[text.length()] = ends[text.length() - 1];
                text.append(between.charAt(i));
            }
            int at = text.length();
            System.arraycopy(p.starts, p.from, starts, at, p.text.length());
            System.arraycopy(p.ends, p.from, ends, at, p.text.length());
            text.append(p.text);
        }
        int n = text.length();
        return new Passage(text.toString(), Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), List.of(), List.of());
    }

    public String text() {
        return text;
    }

    /** Whether there is nothing to read in it: no text, or white space alone. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** The parts of the text that the source shows in bold, in order, not overlapping. */
    public List<Range> strong() {
        return strong;
    }

    /** The parts of the text that the source shows in italics, in order, not overlapping. */
    public List<Range> emphasis() {
        return emphasis;
    }

    /** Where characters {@code [start, end)} of the text stand in the source. The range must not be empty. */
    public SourceSpan span(int start, int end) {
        Objects.checkFromToIndex(start, end, text.length());
        if (start == end) {
            throw new IllegalArgumentException("an empty range has no place in the source");
        }
        return new SourceSpan(starts[from + start], ends[from + end - 1]);
    }

    /** Where the whole text stands in the source. */
    public SourceSpan span() {
        return span(0, text.length());
    }

    /** The part {@code [start, end)}, with white space at both ends left out. */
    public Passage part(int start, int end) {
        Objects.checkFromToIndex(start, end, text.length());
        int s = start;
        int e = end;
        while (s < e && Character.isWhitespace(text.charAt(s))) {
            s++;
        }
        while (e > s && Character.isWhitespace(text.charAt(e - 1))) {
            e--;
        }
        return new Passage(
                text.substring(s, e), starts, ends, from + s, Range.within(strong, s, e), Range.within(emphasis, s, e));
    }

    /** The same text as if the source showed all of it in bold. */
    Passage inBold() {
        return new Passage(text, starts, ends, from, List.of(new Range(0, text.length())), emphasis);
    }

    /** The sentences of the text, in order; see {@link Sentences}. */
    public List<Passage> sentences() {
        return Sentences.of(this);
    }

    /** The lines of the text as readers see them, in order, those without text left out. */
    public List<Passage> lines() {
        List<Passage> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int border = text.indexOf(PassageReader.BORDER, start);
            int end = border < 0 ? text.length() : border;
            Passage line = part(start, end);
            if (!line.isBlank()) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    @Override
    public String toString() {
        return text;
    }
}
