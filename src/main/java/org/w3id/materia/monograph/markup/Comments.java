package org.w3id.materia.monograph.markup;

import java.util.OptionalInt;

/**
 * Empties the comments of a text: {@code <!-- 900 mg -->} becomes a comment of the same length with nothing in it.
 *
 * <p>No reader sees a comment, wherever it stands. CommonMark (0.31.2, 4.6 and 6.6) ends one inside a paragraph at the
 * paragraph's end and one inside a table cell at a bar; without its content a comment is one in every place, and all
 * offsets stay. A comment that never ends hides the rest of the document where a line begins with it, and is text
 * elsewhere.
 */
public final class Comments {
    static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private Comments() {}

    /** The text with every comment emptied; as long as the text. */
    public static String emptied(String text) {
        int open = text.indexOf(OPEN);
        if (open < 0) {
            return text;
        }
        StringBuilder emptied = new StringBuilder(text);
        while (open >= 0) {
            int inside = open + OPEN.length();
            // "<!-->" and "<!--->" are whole comments.
            int close = text.indexOf(CLOSE, inside - 2);
            if (close < 0) {
                break;
            }
            for (int i = inside; i < close; i++) {
                emptied.setCharAt(i, ' ');
            }
            open = text.indexOf(OPEN, Math.max(inside, close + CLOSE.length()));
        }
        return emptied.toString();
    }

    /** Where the comment ends that begins at an offset of a text; the text's end where it never does. */
    static int end(String text, int open) {
        int close = text.indexOf(CLOSE, open + OPEN.length() - 2);
        return close < 0 ? text.length() : close + CLOSE.length();
    }

    /** Where a comment begins that never ends; empty where there is none. */
    public static OptionalInt unclosed(String text) {
        int open = text.lastIndexOf(OPEN);
        boolean ends = open < 0 || text.indexOf(CLOSE, open + OPEN.length() - 2) >= 0;
        return ends ? OptionalInt.empty() : OptionalInt.of(open);
    }
}
