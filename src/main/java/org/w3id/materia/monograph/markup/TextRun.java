package org.w3id.materia.monograph.markup;

import java.util.Arrays;
import org.w3id.materia.model.SourceSpan;

/** Text without markup in one element; every character knows where the source writes it. */
public final class TextRun implements Shown {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    void append(char c, int start, int end) {
        int n = text.length();
        if (n == starts.length) {
            starts = Arrays.copyOf(starts, 2 * n);
            ends = Arrays.copyOf(ends, 2 * n);
        }
        starts[n] = start;
        ends[n] = end;
        text.append(c);
    }

    /** In UTF-16 code units of the text, which may be fewer than the source has for it. */
    public int length() {
        return text.length();
    }

    /** The character as it is read: an ampersand where the source has an entity for one. */
    public char charAt(int index) {
        return text.charAt(index);
    }

    /** Offset in the source of the first code unit that the character is written with. */
    public int start(int index) {
        return starts[index];
    }

    /** Offset in the source behind the last code unit that the character is written with. */
    public int end(int index) {
        return ends[index];
    }

    String text() {
        return text.toString();
    }

    @Override
    public boolean isBlock() {
        return false;
    }

    @Override
    public boolean isBlank() {
        return text.chars().allMatch(Character::isWhitespace);
    }

    @Override
    public SourceSpan span() {
        return new SourceSpan(starts[0], ends[text.length() - 1]);
    }
}
