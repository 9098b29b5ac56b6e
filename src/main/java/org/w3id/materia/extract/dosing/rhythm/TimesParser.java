package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** Counts in a period: "once daily", "two or three times a day", "2-4 times/day", "up to three times per week". */
final class TimesParser implements Parser<Recurrence> {
    static final TimesParser TIMES = new TimesParser();

    private static final Phrases<Integer> ONCE = new Phrases<Integer>()
            .with(1, "once | one time | a single time")
            .with(2, "twice | two times")
            .with(3, "thrice");

    private static final Phrases<Boolean> TIMES_WORD =
            Phrases.words("times | time | separate times | x | different times");

    private static final Phrases<Boolean> UP_TO = new Phrases<Boolean>().with(true, """
                    up to | up to a maximum of | a maximum of | maximum of | no more than | not more than |
                    at most | as often as | as many as | to a maximum of | up to a total of""");

    private static final Phrases<Boolean> AT_LEAST = Phrases.words("at least | a minimum of");

    private TimesParser() {}

    @Override
    public Optional<Reading<Recurrence>> parse(Tokens tokens, int at) {
        if (tokens.is(at, "x") && NumberParser.NUMBER.parse(tokens, at + 1).isPresent()) {
            return factor(tokens, at);
        }
        Optional<Reading<Boolean>> upTo = UP_TO.parse(tokens, at);
        Optional<Reading<Boolean>> atLeast = AT_LEAST.parse(tokens, at);
        int start = upTo.or(() -> atLeast).map(Reading::to).orElse(at);
        int count = tokens.is(start, "about", "approximately", "typically", "usually") ? start + 1 : start;
        Optional<Reading<Range>> times = times(tokens, count);
        if (times.isEmpty()) {
            return Optional.empty();
        }
        Range read = times.get().value();
        if (!isCount(read)) {
            return Optional.empty();
        }
        Range range = upTo.isPresent() ? Range.upTo(read.most()) : read;
        return each(tokens, times.get().to())
                .map(e -> new Reading<>(Recurrence.times(range, e.value()), at, e.to()))
                .or(() -> every(tokens, times.get().to(), read).map(e -> new Reading<>(e.value(), at, e.to())));
    }

    /** "5 mg x 3 daily": the factor behind an amount is how often. */
    private static Optional<Reading<Recurrence>> factor(Tokens tokens, int at) {
        return RangeParser.plain(tokens, at + 1).filter(n -> isCount(n.value())).flatMap(n -> each(tokens, n.to())
                .map(e -> new Reading<>(Recurrence.times(n.value(), e.value()), at, e.to())));
    }

    private static boolean isCount(Range range) {
        return isCount(range.low()) && isCount(range.high());
    }

    private static boolean isCount(Optional<BigDecimal> number) {
        return number.map(
                        n -> n.stripTrailingZeros().scale() <= 0 && n.signum() > 0 && n.compareTo(BigDecimal.TEN) <= 0)
                .orElse(true);
    }

    /** "once", "once or twice", "twice to three times", "2-4 times", "three or four times". */
    private static Optional<Reading<Range>> times(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> first = count(tokens, at);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int join = first.get().to();
        if (tokens.is(join, "or", "to", "-", "/")) {
            Optional<Reading<BigDecimal>> second = count(tokens, join + 1);
            if (second.isPresent() && first.get().value().compareTo(second.get().value()) < 0) {
                Range range = Range.of(first.get().value(), second.get().value());
                return Optional.of(new Reading<>(range, at, second.get().to()));
            }
        }
        return first.filter(f -> isTimes(tokens, f)).map(f -> new Reading<>(Range.single(f.value()), at, f.to()));
    }

    private static Optional<Reading<BigDecimal>> count(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> word = ONCE.parse(tokens, at).map(r -> r.map(BigDecimal::valueOf));
        if (word.isPresent()) {
            return word;
        }
        return NumberParser.NUMBER.parse(tokens, at).map(n -> {
            int times = tokens.is(n.to(), "-") && tokens.is(n.to() + 1, "times") ? n.to() + 1 : n.to();
            return new Reading<>(
                    n.value(),
                    at,
                    TIMES_WORD.parse(tokens, times).map(Reading::to).orElse(n.to()));
        });
    }

    /** A lone number is a count only with "times" behind it. */
    private static boolean isTimes(Tokens tokens, Reading<BigDecimal> read) {
        return tokens.is(read.to() - 1, "times", "time", "x", "once", "twice", "thrice");
    }

    /** "daily", "a day", "per week", "/day", "each month", "in a day", "in 24 hours". */
    static Optional<Reading<String>> each(Tokens tokens, int at) {
        int i = tokens.is(at, "-") ? at + 1 : at;
        Optional<Reading<String>> adverb = TimeUnits.EACH.parse(tokens, i);
        if (adverb.isPresent()) {
            return adverb;
        }
        if (tokens.follows(i, "in", "24", "hours") || tokens.follows(i, "per", "24", "hours")) {
            return Optional.of(new Reading<>("d", at, i + 3));
        }
        if (tokens.is(i, "in", "during", "throughout")
                && tokens.is(i + 1, "a", "the", "one")
                && tokens.is(i + 2, "day")) {
            return Optional.of(new Reading<>("d", at, i + 3));
        }
        if (tokens.is(i, "a", "an", "per", "each", "every", "/", "in", "throughout")) {
            return TimeUnits.TIME
                    .parse(tokens, tokens.is(i + 1, "the", "a") ? i + 2 : i + 1)
                    .filter(t -> !tokens.is(t.to() - 1, "days", "weeks", "months", "hours", "minutes"))
                    .filter(t -> !t.value().equals("s"));
        }
        return Optional.empty();
    }

    /** "once every 3 weeks", "twice every 28 days". */
    private static Optional<Reading<Recurrence>> every(Tokens tokens, int at, Range times) {
        if (!times.isSingle() || !tokens.is(at, "every")) {
            return Optional.empty();
        }
        return EveryParser.EVERY
                .parse(tokens, at)
                .map(e -> e.map(r -> new Recurrence(
                        times.low().map(BigDecimal::intValueExact),
                        Optional.empty(),
                        r.period(),
                        r.periodMax(),
                        r.unit(),
                        false)));
    }
}
