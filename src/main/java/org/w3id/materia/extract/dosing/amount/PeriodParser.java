package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Extent;

/** In what time a maximum holds: "in any 24 hours", "within a 24-hour period", "in 15 minutes", "in one week", "a day". */
public final class PeriodParser implements Parser<Extent> {
    public static final PeriodParser PERIOD = new PeriodParser();

    private static final Phrases<Boolean> IN = Phrases.words("""
            in any | in a | in each | in | within | within any | within a | within each | per | during any | during a |
            in the course of | in any one | in any period of | over any | over a | in one | in a single""");

    private static final Phrases<String> ONE = new Phrases<String>()
            .with("d", "day")
            .with("wk", "week")
            .with("h", "hour")
            .with("mo", "month")
            .with("a", "year");

    private PeriodParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        return IN.parse(tokens, at)
                .flatMap(in -> one(tokens, in.to()).or(() -> several(tokens, in.to())))
                .map(r -> new Reading<>(r.value(), at, tokens.is(r.to(), "period") ? r.to() + 1 : r.to()));
    }

    private static Optional<Reading<Extent>> one(Tokens tokens, int at) {
        return ONE.parse(tokens, at).map(u -> u.map(unit -> exactly(BigDecimal.ONE, unit)));
    }

    private static Optional<Reading<Extent>> several(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> number = NumberParser.NUMBER.parse(tokens, at);
        return number.flatMap(n -> TimeUnits.TIME
                .parse(tokens, tokens.is(n.to(), "-") ? n.to() + 1 : n.to())
                .map(u -> new Reading<>(exactly(n.value(), u.value()), at, u.to())));
    }

    /** @param unit UCUM code */
    public static Extent exactly(BigDecimal length, String unit) {
        return new Extent(Optional.of(length), Optional.of(length), unit);
    }
}
