package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The smallest part of a sentence that the grammar looks at.
 *
 * @param kind what it is made of
 * @param word the token in lower case with typographic variants made one: every dash is {@code -}, {@code ²} is {@code
 *     2}, {@code µ} is {@code u}
 * @param start first character in the sentence
 * @param end behind the last character
 * @param number the value of digits and of number words ("two", "½")
 */
public record Token(Kind kind, String word, int start, int end, Optional<BigDecimal> number) {
    /** What a token is made of. */
    enum Kind {
        NUMBER,
        WORD,
        SYMBOL,
        /** Digits that have no meaning, or more than one: never a number. */
        UNREADABLE
    }

    boolean isDigits() {
        return kind == Kind.NUMBER;
    }

    /** Whether it is neither a number in digits nor a sign. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
