package org.w3id.materia.extract.dosing.grammar;

import java.util.Optional;

/** Reads one construct that begins at a given token, or finds that none does. A parser has no state. */
@FunctionalInterface
public interface Parser<T> {
    Optional<Reading<T>> parse(Tokens tokens, int at);

    /** Whether its construct begins at a token. */
    default boolean at(Tokens tokens, int at) {
        return parse(tokens, at).isPresent();
    }
}
