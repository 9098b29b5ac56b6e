package org.w3id.materia.store.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Every three consecutive characters of a folded text. Two spaces stand before the first word and two behind the last, so
 * that a word's beginning is " w", the value's is "  w", and every character begins one trigram: {@code ab} gives {@code "  a"},
 * {@code " ab"}, {@code "ab "}, {@code "b  "}.
 */
public final class Trigrams {
    public static final int SIZE = 3;

    /** What stands before a value. */
    public static final String BEFORE = "  ";

    /** What stands behind it. */
    public static final String BEHIND = "  ";

    private Trigrams() {}

    /** The trigrams of one value, in order; none where nothing is left of it after folding. */
    public static List<String> ofValue(String value) {
        String folded = FoldedText.of(value);
        return folded.isEmpty() ? List.of() : of(BEFORE + folded + BEHIND);
    }

    /** The trigrams within {@code folded} as it stands; none where it is shorter than three characters. */
    public static List<String> of(String folded) {
        int[] characters = folded.codePoints().toArray();
        List<String> trigrams = new ArrayList<>(Math.max(0, characters.length - SIZE + 1));
        for (int i = 0; i + SIZE <= characters.length; i++) {
            trigrams.add(new String(characters, i, SIZE));
        }
        return trigrams;
    }
}
