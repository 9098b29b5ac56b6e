package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** Intervals: "every 8 hours", "every 4 to 6 hours", "every other day", "q6h", "8-hourly", "at 2-week intervals". */
public final class EveryParser implements Parser<Recurrence> {
    public static final EveryParser EVERY = new EveryParser();

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private static final Phrases<BigDecimal> ORDINAL = new Phrases<BigDecimal>()
            .with(TWO, "other | second | 2nd | alternate")
            .with(THREE, "third | 3rd")
            .with(FOUR, "fourth | 4th");

    private static final Phrases<String> SINGULAR = new Phrases<String>()
            .with("min", "minute")
            .with("h", "hour")
            .with("d", "day")
            .with("wk", "week")
            .with("mo", "month")
            .with("a", "year");

    private EveryParser() {}

    @Override
    public Optional<Reading<Recurrence>> parse(Tokens tokens, int at) {
        return every(tokens, at)
                .or(() -> latin(tokens, at))
                .or(() -> hourly(tokens, at))
                .or(() -> intervals(tokens, at));
    }

    private static Optional<Reading<Recurrence>> every(Tokens tokens, int at) {
        if (!tokens.is(at, "every", "each", "once") || tokens.is(at, "once") && !tokens.is(at + 1, "every", "each")) {
            return Optional.empty();
        }
        int i = tokens.is(at, "once") ? at + 2 : at + 1;
        Optional<Reading<BigDecimal>> ordinal = ORDINAL.parse(tokens, i);
        int unitAt = ordinal.map(Reading::to).orElse(i);
        Optional<Reading<String>> singular = SINGULAR.parse(tokens, unitAt);
        if (singular.isPresent()) {
            BigDecimal period = ordinal.map(Reading::value).orElse(BigDecimal.ONE);
            return Optional.of(new Reading<>(
                    Recurrence.every(period, singular.get().value()),
                    at,
                    singular.get().to()));
        }
        int number = tokens.is(i, "single") ? i + 1 : RangeParser.skipApproximation(tokens, i);
        return period(tokens, number).map(r -> new Reading<>(r.value(), at, r.to()));
    }

    /** "4 hours", "4 to 6 hours", "4 hours to 6 hours", "21 days". */
    private static Optional<Reading<Recurrence>> period(Tokens tokens, int at) {
        Optional<Reading<Range>> range = RangeParser.plain(tokens, at);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        int unitAt = tokens.is(range.get().to(), "-")
                ? range.get().to() + 1
                : range.get().to();
        return TimeUnits.TIME
                .parse(tokens, unitAt)
                .filter(u -> !u.value().equals("s"))
                .map(u -> new Reading<>(Recurrence.every(range.get().value(), u.value()), at, u.to()));
    }

    /** "q8h", "q4-6h", "q 12 h", "q2wk". */
    private static Optional<Reading<Recurrence>> latin(Tokens tokens, int at) {
        String word = tokens.word(at);
        if (!word.startsWith("q")) {
            return Optional.empty();
        }
        if (word.equals("q")) {
            return period(tokens, at + 1);
        }
        int digits = 1;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        if (digits == 1) {
            return Optional.empty();
        }
        BigDecimal low = new BigDecimal(word.substring(1, digits));
        Optional<BigDecimal> high = tokens.is(at + 1, "-") ? tokens.number(at + 2) : Optional.empty();
        String suffix = word.substring(digits);
        if (suffix.isEmpty() && high.isPresent()) {
            return TimeUnits.TIME
                    .parse(tokens, at + 3)
                    .map(u -> new Reading<>(Recurrence.every(Range.of(low, high.get()), u.value()), at, u.to()));
        }
        return TimeUnits.TIME
                .parse(Tokens.of(suffix), 0)
                .map(u -> new Reading<>(Recurrence.every(low, u.value()), at, at + 1));
    }

    /** "8-hourly", "4-weekly". */
    private static Optional<Reading<Recurrence>> hourly(Tokens tokens, int at) {
        Optional<Reading<Range>> range = RangeParser.plain(tokens, at);
        if (range.isEmpty() || !tokens.is(range.get().to(), "-")) {
            return Optional.empty();
        }
        return TimeUnits.EACH
                .parse(tokens, range.get().to() + 1)
                .map(u -> new Reading<>(Recurrence.every(range.get().value(), u.value()), at, u.to()));
    }

    /** "at 30-minute intervals", "at intervals of 4 weeks". */
    private static Optional<Reading<Recurrence>> intervals(Tokens tokens, int at) {
        if (tokens.follows(at, "at", "intervals", "of")) {
            return period(tokens, RangeParser.skipApproximation(tokens, at + 3))
                    .map(r -> new Reading<>(r.value(), at, r.to()));
        }
        if (!tokens.is(at, "at")) {
            return Optional.empty();
        }
        return period(tokens, at + 1)
                .filter(r -> tokens.is(r.to(), "interval", "intervals"))
                .map(r -> new Reading<>(r.value(), at, r.to() + 1));
    }
}
