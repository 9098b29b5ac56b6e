package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number or a range without its unit: "5", "5-10", "5 to 10", "between 5 and 10", "one or two", "up to 10", "at
 * least 5". Words of approximation are read over.
 */
public final class RangeParser implements Parser<Range> {
    public static final RangeParser RANGE = new RangeParser();

    private static final Phrases<Boolean> APPROXIMATELY = Phrases.words("""
            approximately | about | around | roughly | ~ | approx | approx. | typically | usually |
            a total of | total of | an additional | additional | another | only | from | the first |
            the next | a planned duration of | a duration of | a period of | a single course of""");

    private static final Phrases<Boolean> UP_TO = Phrases.words("""
            up to | max | max . | maximum | up to a maximum of | as much as | as many as | as high as | no more than | not more than |
            a maximum of | maximum of | at most | ≤ | no longer than | to a maximum of | not longer than |
            less than | up to a total of""");

    private static final Phrases<Boolean> AT_LEAST = Phrases.words("""
            at least | a minimum of | minimum of | ≥ | no less than | not less than | more than""");

    private RangeParser() {}

    @Override
    public Optional<Reading<Range>> parse(Tokens tokens, int at) {
        int i = skipApproximation(tokens, at);
        Optional<Reading<Boolean>> upTo = UP_TO.parse(tokens, i);
        if (upTo.isPresent()) {
            return plain(tokens, skipApproximation(tokens, upTo.get().to()))
                    .map(r -> new Reading<>(Range.upTo(r.value().most()), at, r.to()));
        }
        Optional<Reading<Boolean>> atLeast = AT_LEAST.parse(tokens, i);
        if (atLeast.isPresent()) {
            return plain(tokens, skipApproximation(tokens, atLeast.get().to())).map(r -> openAbove(r, at));
        }
        return plain(tokens, i).map(r -> new Reading<>(r.value(), at, r.to()));
    }

    private static Reading<Range> openAbove(Reading<Range> r, int from) {
        Range range = r.value().isSingle() ? Range.atLeast(r.value().most()) : r.value();
        return new Reading<>(range, from, r.to());
    }

    /** Behind "about" and the like. */
    public static int skipApproximation(Tokens tokens, int at) {
        return APPROXIMATELY
                .parse(tokens, at)
                .map(r -> skipApproximation(tokens, r.to()))
                .orElse(at);
    }

    /** A number or a range that is closed at both ends, without any word before it. */
    public static Optional<Reading<Range>> plain(Tokens tokens, int at) {
        boolean between = tokens.is(at, "between");
        Optional<Reading<BigDecimal>> first = NumberParser.NUMBER.parse(tokens, between ? at + 1 : at);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int join = first.get().to();
        BigDecimal low = first.get().value();
        Optional<Reading<BigDecimal>> second = NumberParser.NUMBER.parse(tokens, join + 1);
        if (second.isPresent()) {
            BigDecimal high = second.get().value();
            BigDecimal scale = NumberParser.scale(tokens, second.get());
            if (NumberParser.scale(tokens, first.get()).compareTo(BigDecimal.ONE) == 0 && tokens.isDigits(join - 1)) {
                low = NumberParser.whole(low.multiply(scale));
            }
            boolean ranges = tokens.is(join, "-", "to", "through") || between && tokens.is(join, "and");
            boolean neighbours = tokens.is(join, "or") && high.subtract(low).compareTo(BigDecimal.ONE) == 0;
            if ((ranges || neighbours) && low.compareTo(high) < 0) {
                return Optional.of(
                        new Reading<>(Range.of(low, high), at, second.get().to()));
            }
        }
        return between ? Optional.empty() : Optional.of(new Reading<>(Range.single(low), at, join));
    }
}
