package org.w3id.materia.extract.dosing.grammar;

import java.util.function.Function;

/**
 * What a parser has read.
 *
 * @param value its meaning
 * @param from first token
 * @param to behind the last token; always greater than {@code from}
 */
public record Reading<T>(T value, int from, int to) {
    public Reading {
        if (to <= from) {
            throw new IllegalArgumentException("a reading takes at least one token");
        }
    }

    /** Of the same tokens, with another meaning. */
    public <U> Reading<U> map(Function<T, U> meaning) {
        return new Reading<>(meaning.apply(value), from, to);
    }
}
