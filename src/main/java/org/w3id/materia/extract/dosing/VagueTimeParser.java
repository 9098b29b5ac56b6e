package org.w3id.materia.extract.dosing;

import java.util.Optional;

/**
 * Time that is told without a number: "over several weeks", "every few days", "for several months". No slot holds it; the words go with
 * the dose.
 */
final class VagueTimeParser implements Parser<Mention> {
    static final VagueTimeParser VAGUE = new VagueTimeParser();

    private static final Phrases<Boolean> OPENERS = Phrases.words("""
        over | for | after | within | during | every | at intervals of | spread over | over the course of |
        over a period of | for up to | in | for at least | intervals of\
        """);

    private static final Phrases<Boolean> SOME = Phrases.words("""
        several | a few | few | some | many | multiple | a number of | a couple of | the next few | the first few |
        the following\
        """);

    private VagueTimeParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return OPENERS.parse(tokens, at)
                .flatMap(o -> SOME.parse(tokens, o.to()))
                .flatMap(s -> TimeUnits.TIME.parse(tokens, s.to()))
                .map(u -> new Reading<>(new Mention.OfCondition(), at, u.to()));
    }
}
