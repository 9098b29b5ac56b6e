package org.w3id.materia.extract.phrase;

/**
 * A word or a separator of a coordination.
 *
 * @param kind what it is
 * @param text lower case, apostrophes straight
 * @param start offset in the text that was cut
 * @param end offset behind it
 */
public record Token(Kind kind, String text, int start, int end) {
    public enum Kind {
        WORD,
        COMMA,
        /** "and", "or", "and/or", "as well as", "&", a slash between two words. */
        CONJUNCTION,
        /** A dash between spaces; what follows explains. */
        DASH,
        /** A bracket with all that is in it. */
        BRACKET
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
