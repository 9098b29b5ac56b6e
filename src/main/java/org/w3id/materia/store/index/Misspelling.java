package org.w3id.materia.store.index;

/** How far a word may be from another and still resemble it. Shorter words must be right: among them another name is never far. */
public final class Misspelling {
    /** Words of a text that are tried for one that was asked for. */
    public static final int MOST_RESEMBLING = 100;

    private static final int SHORTEST = 5;
    private static final int LONG = 8;

    private Misspelling() {}

    /** How many typing errors are forgiven; two letters exchanged are one. */
    public static int errors(String word) {
        int letters = word.codePointCount(0, word.length());
        if (letters < SHORTEST) {
            return 0;
        }
        return letters < LONG ? 1 : 2;
    }
}
