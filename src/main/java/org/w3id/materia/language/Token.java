package org.w3id.materia.language;

/**
 * A word, a number or a mark of a text, with its exact place.
 *
 * @param kind what it is
 * @param text lower case, apostrophes straight
 * @param start offset in the text that was cut
 * @param end offset behind it
 */
public record Token(Kind kind, String text, int start, int end) {
    /** What a token is. {@link Tokens} gives BRACKET where {@link Tokenizer} gives OPEN, what is between, and CLOSE. */
    public enum Kind {
        WORD,
        /** A run that begins with a digit: "5", "1,000", "2.5", "5-HT3", "24-hour". */
        NUMBER,
        COMMA,
        SEMICOLON,
        COLON,
        /** What ends a sentence or an abbreviation: ".", "?", "!". */
        STOP,
        /** "and", "or", "and/or", "as well as", "&", "nor". */
        CONJUNCTION,
        /** A slash between two words that are alternatives: "hepatic/renal". */
        SLASH,
        /** A dash between spaces; what follows explains. */
        DASH,
        OPEN,
        CLOSE,
        /** A bracket with all that is in it. */
        BRACKET,
        /** Any other mark: quotes, asterisks. */
        SYMBOL
    }

    /** Whether it is a word or a number. */
    public boolean isWord() {
        return kind == Kind.WORD || kind == Kind.NUMBER;
    }

    Token as(Kind other) {
        return new Token(other, text, start, end);
    }
}
