package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Band;

/**
 * A band of age or weight: "12 years and older", "6-12 years", "2 to less than 16 years", "under 6 months", "≥60 kg",
 * "10 kg to <20 kg", "45 kg or more".
 */
public final class BandParser implements Parser<BandParser.Limits> {
    public static final BandParser BAND = new BandParser("");

    /**
     * @param band its ends
     * @param bounded whether words or signs say that it is a limit, so that it cannot be a length of time
     */
    public record Limits(Band band, boolean bounded) {
        /** The band, where it is one of age. */
        public Optional<Band> age() {
            return isWeight() ? Optional.empty() : Optional.of(band);
        }

        /** Empty where the band is one of age. */
        public Optional<Band> weight() {
            return isWeight() ? Optional.of(band) : Optional.empty();
        }

        /** Whether it is a band of body weight, and not of age. */
        public boolean isWeight() {
            return band.unit().equals("kg") || band.unit().equals("g");
        }
    }

    private static final Phrases<Boolean> ABOVE = Phrases.words("""
            over | above | older than | more than | greater than | at least | ≥ | > | > = | from |
            over the age of | above the age of | older than age | heavier than | exceeding | over age |
            age > | aged over | greater than or equal to | a minimum of | beyond""");

    private static final Phrases<Boolean> BELOW = Phrases.words("""
            under | below | younger than | less than | up to | ≤ | < | < = | not more than |
            under the age of | below the age of | less than or equal to | lighter than | under age | age < |
            aged under""");

    private static final Phrases<Boolean> AND_ABOVE =
            new Phrases<Boolean>().with(true, """
                    and older | or older | and over | and above | or above | or more | and up | + | or over |
                    of age and older | of age or older | of age and over | of age and above | and more |
                    or greater""").with(true, """
                    and heavier | old and older | old or older | old and above | or heavier | and greater |
                    onwards | and adults | of age or above""");

    private static final Phrases<Boolean> AND_BELOW = new Phrases<Boolean>().with(true, """
                    and younger | or younger | and under | or under | or less | and below | or below | and less |
                    of age and younger | of age or younger""");

    private static final Phrases<Boolean> OF_AGE =
            Phrases.words("of age | old | - old | - olds | of body weight | body weight");

    private static final Phrases<String> UNITS = new Phrases<String>()
            .with("a", "year | years | yr | yrs | y | year - old | years - old")
            .with("mo", "month | months | mo")
            .with("wk", "week | weeks")
            .with("d", "day | days")
            .with("kg", "kg | kgs | kilogram | kilograms | kilos")
            .with("g", "g | grams | gram")
            .with("mL/min", """
                    ml / min | ml / minute | ml per minute | ml / min / 1.73 m2 | ml / minute / 1.73 m2 |
                    ml / min / 1.73m2 | ml per min | ml / min per 1.73 m2 | ml / min / 1.73 m ^ 2""");

    private static final BigDecimal LIGHTEST_NEWBORN = BigDecimal.valueOf(300);

    /** The unit of a number that has none; empty where such a number is no band. */
    private final String usual;

    private BandParser(String usual) {
        this.usual = usual;
    }

    /** A parser that takes a number without a unit for one in {@code unit}, as behind "CrCl" or under a column head. */
    public static BandParser in(String unit) {
        return new BandParser(unit);
    }

    @Override
    public Optional<Reading<Limits>> parse(Tokens tokens, int at) {
        return ends(tokens, at).map(r -> new Reading<>(r.value(), at, behindGloss(tokens, r)));
    }

    /** Behind a bracket that says a weight again: "16 kg (approximately 35 lbs)". */
    private static int behindGloss(Tokens tokens, Reading<Limits> band) {
        if (!band.value().isWeight() || !tokens.is(band.to(), "(")) {
            return band.to();
        }
        int number = RangeParser.skipApproximation(tokens, band.to() + 1);
        return RangeParser.plain(tokens, number)
                .filter(n -> tokens.is(n.to(), "lb", "lbs", "pounds") && tokens.is(n.to() + 1, ")"))
                .map(n -> n.to() + 2)
                .orElse(band.to());
    }

    private Optional<Reading<Limits>> ends(Tokens tokens, int at) {
        Optional<Reading<Boolean>> above = ABOVE.parse(tokens, at);
        Optional<Reading<Boolean>> below = BELOW.parse(tokens, at);
        boolean between = tokens.is(at, "between");
        int i = above.or(() -> below).map(Reading::to).orElse(between ? at + 1 : at);
        Optional<Reading<BigDecimal>> first = number(tokens, i);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reading<String>> firstUnit = unit(tokens, first.get().to());
        int join = firstUnit.map(u -> ofAge(tokens, u.to())).orElse(first.get().to());
        if (tokens.is(join, "-", "to", "through", "and")
                && (between || !tokens.is(join, "and") || limits(tokens, join + 1))) {
            int afterSign = BELOW.parse(tokens, join + 1).map(Reading::to).orElse(join + 1);
            Optional<Reading<BigDecimal>> second = number(tokens, afterSign);
            Optional<Reading<String>> unit = second.flatMap(s -> unitOrUsual(tokens, s.to()));
            if (unit.isPresent() && below.isEmpty()) {
                boolean bounded = above.isPresent() || between || afterSign > join + 1;
                return range(
                        tokens,
                        at,
                        new Ends(first.get().value(), firstUnit, second.get().value(), unit.get()),
                        bounded);
            }
        }
        return firstUnit
                .or(() -> unitOrUsual(tokens, first.get().to()))
                .flatMap(u -> single(tokens, at, first.get().value(), u, above.isPresent(), below.isPresent()));
    }

    private record Ends(BigDecimal low, Optional<Reading<String>> lowUnit, BigDecimal high, Reading<String> highUnit) {}

    private static Optional<Reading<Limits>> range(Tokens tokens, int at, Ends ends, boolean bounded) {
        String unit = ends.highUnit().value();
        String lowUnit = ends.lowUnit().map(Reading::value).orElse(unit);
        BigDecimal low = converted(ends.low(), lowUnit, unit);
        boolean falls = low.compareTo(ends.high()) > 0 && unit.equals("mL/min");
        if (low.compareTo(ends.high()) >= 0 && !falls) {
            return Optional.empty();
        }
        Band band = falls
                ? new Band(Optional.of(ends.high()), Optional.of(low), unit)
                : new Band(Optional.of(low), Optional.of(ends.high()), unit);
        int end = ofAge(tokens, ends.highUnit().to());
        return Optional.of(
                new Reading<>(new Limits(band, bounded || end > ends.highUnit().to()), at, end));
    }

    private static Optional<Reading<Limits>> single(
            Tokens tokens, int at, BigDecimal value, Reading<String> unit, boolean above, boolean below) {
        Optional<Reading<Boolean>> andAbove = AND_ABOVE.parse(tokens, unit.to());
        Optional<Reading<Boolean>> andBelow = AND_BELOW.parse(tokens, unit.to());
        int end = andAbove.or(() -> andBelow).map(Reading::to).orElse(ofAge(tokens, unit.to()));
        if (andAbove.isPresent() && tokens.is(andAbove.get().to() - 1, "adults")) {
            end = andAbove.get().to() - 2;
        }
        Optional<BigDecimal> low = below || andBelow.isPresent() ? Optional.empty() : Optional.of(value);
        Optional<BigDecimal> high = above || andAbove.isPresent() ? Optional.empty() : Optional.of(value);
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        boolean bounded = above || below || andAbove.isPresent() || andBelow.isPresent() || end > unit.to();
        return Optional.of(new Reading<>(new Limits(new Band(low, high, unit.value()), bounded), at, end));
    }

    /** Behind "and over", "or older"; {@code at} where no such words stand. */
    public static int behindAndAbove(Tokens tokens, int at) {
        return AND_ABOVE
                .parse(tokens, at)
                .filter(a -> !tokens.is(a.to() - 1, "adults", "more"))
                .map(Reading::to)
                .orElse(at);
    }

    private static boolean limits(Tokens tokens, int at) {
        return BELOW.at(tokens, at);
    }

    private static Optional<Reading<BigDecimal>> number(Tokens tokens, int at) {
        return NumberParser.NUMBER.parse(tokens, at);
    }

    private Optional<Reading<String>> unit(Tokens tokens, int at) {
        return UNITS.parse(tokens, tokens.is(at, "-") ? at + 1 : at)
                .filter(u -> !tokens.is(u.to(), "/"))
                .filter(u -> !u.value().equals("g") || isBirthWeight(tokens, at));
    }

    /** The unit behind a number, or the usual one, which takes no token. */
    private Optional<Reading<String>> unitOrUsual(Tokens tokens, int at) {
        return unit(tokens, at)
                .or(() -> usual.isEmpty() || isMeasured(tokens, at)
                        ? Optional.empty()
                        : Optional.of(new Reading<>(usual, at - 1, at)));
    }

    private static boolean isMeasured(Tokens tokens, int at) {
        return DoseUnit.UNIT.at(tokens, at) || TimeUnits.TIME.at(tokens, at);
    }

    /** Grams are a weight of patients from the smallest newborn on; smaller numbers are doses. */
    private static boolean isBirthWeight(Tokens tokens, int unit) {
        return tokens.number(unit - 1)
                .filter(n -> n.compareTo(LIGHTEST_NEWBORN) >= 0)
                .isPresent();
    }

    private static int ofAge(Tokens tokens, int at) {
        return OF_AGE.parse(tokens, at).map(Reading::to).orElse(at);
    }

    /** "6 months to 12 years" in years, "3 weeks to 18 years" too: the band has one unit. */
    private static BigDecimal converted(BigDecimal value, String from, String to) {
        if (from.equals(to) || from.equals("kg") || from.equals("g") || from.equals("mL/min")) {
            return value;
        }
        return value.multiply(days(from))
                .divide(days(to), 2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static BigDecimal days(String unit) {
        return new BigDecimal(
                switch (unit) {
                    case "d" -> "1";
                    case "wk" -> "7";
                    case "mo" -> "30.4375";
                    default -> "365.25";
                });
    }
}
