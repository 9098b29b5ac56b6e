package org.w3id.materia.extract.dosing.grammar;

import java.util.Optional;

/** Reads one construct that begins at a given token, or finds that none does. A parser has no state. */
@FunctionalInterface
public interface Parser<T> {
    /** What begins at that token, read as far as it goes; empty where nothing of the kind does. */
    Optional<Reading<T>> parse(Tokens tokens, int at);

    /** Whether its construct begins at a token. */
    default boolean at(Tokens tokens, int at) {
        return parse(tokens, at).isPresent();
    }
}
