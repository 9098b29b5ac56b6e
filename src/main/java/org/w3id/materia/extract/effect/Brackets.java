package org.w3id.materia.extract.effect;

/** Brackets and dashes of a sentence. */
public final class Brackets {
    private Brackets() {}

    /** The text with blanks for every bracket and what is in it; offsets stay. */
    public static String blank(String text) {
        StringBuilder blanked = new StringBuilder(text);
        int depth = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' && depth++ == 0) {
                open = i;
            } else if (c == ')' && depth > 0 && --depth == 0) {
                for (int k = open; k <= i; k++) {
                    blanked.setCharAt(k, ' ');
                }
            }
        }
        return blanked.toString();
    }

    /** Where a dash that begins a remark stands; -1 where none does. */
    static int dash(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaced = Character.isWhitespace(text.charAt(i - 1)) && Character.isWhitespace(text.charAt(i + 1));
            if (c == '—' || spaced && (c == '–' || c == '-')) {
                return i;
            }
        }
        return -1;
    }
}
