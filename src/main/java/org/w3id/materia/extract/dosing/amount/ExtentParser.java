package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Extent;

/** A stretch of time: "7 days", "7 to 10 days", "up to 3 weeks", "at least two months", "2 weeks to 3 years", "2 weeks (14 days)". */
public final class ExtentParser implements Parser<Extent> {
    public static final ExtentParser EXTENT = new ExtentParser();

    private ExtentParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        return stretch(tokens, at).map(e -> restated(tokens, e));
    }

    /** "120 hours (5 days)": a bracket that says the same length again. */
    private static Reading<Extent> restated(Tokens tokens, Reading<Extent> stretch) {
        return Optional.of(stretch.to() + 1)
                .filter(i -> tokens.is(stretch.to(), "("))
                .flatMap(i -> stretch(tokens, i))
                .filter(again -> tokens.is(again.to(), ")"))
                .filter(again -> isEqual(stretch.value(), again.value()))
                .map(again -> new Reading<>(stretch.value(), stretch.from(), again.to() + 1))
                .orElse(stretch);
    }

    private static boolean isEqual(Extent a, Extent b) {
        Optional<Integer> factor = Optional.ofNullable(FACTORS.get(a.unit() + "/" + b.unit()));
        Optional<Integer> inverse = Optional.ofNullable(FACTORS.get(b.unit() + "/" + a.unit()));
        return factor.filter(f -> isEqual(a, b, f)).isPresent()
                || inverse.filter(f -> isEqual(b, a, f)).isPresent();
    }

    private static boolean isEqual(Extent larger, Extent smaller, int factor) {
        BigDecimal f = BigDecimal.valueOf(factor);
        return larger.high().isPresent()
                && smaller.high()
                        .filter(h -> h.compareTo(larger.high().get().multiply(f)) == 0)
                        .isPresent()
                && larger.low()
                        .map(l -> l.multiply(f).stripTrailingZeros())
                        .equals(smaller.low().map(BigDecimal::stripTrailingZeros));
    }

    private static Optional<Reading<Extent>> stretch(Tokens tokens, int at) {
        Optional<Reading<Range>> range = RangeParser.RANGE.parse(tokens, at);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reading<Extent>> mixed = mixed(tokens, at, range.get());
        if (mixed.isPresent()) {
            return mixed;
        }
        int unitAt = range.get().to();
        while (tokens.is(unitAt, "-", "consecutive", "successive", "full", "more", "additional", "continuous")) {
            unitAt++;
        }
        Optional<Reading<String>> unit = TimeUnits.TIME.parse(tokens, unitAt);
        return unit.map(u -> extent(range.get().value(), u, at))
                .map(e -> tokens.follows(e.to(), "or", "more") || tokens.follows(e.to(), "or", "longer")
                        ? new Reading<>(openAbove(e.value()), at, e.to() + 2)
                        : e);
    }

    /** "2 weeks to 3 years", in the smaller unit where it divides the larger. */
    private static Optional<Reading<Extent>> mixed(Tokens tokens, int at, Reading<Range> low) {
        Optional<Reading<String>> lowUnit = TimeUnits.TIME.parse(tokens, low.to());
        if (lowUnit.isEmpty()
                || !tokens.is(lowUnit.get().to(), "to", "-")
                || !low.value().isSingle()) {
            return Optional.empty();
        }
        Optional<Reading<Range>> high = RangeParser.plain(tokens, lowUnit.get().to() + 1)
                .filter(h -> h.value().isSingle());
        Optional<Reading<String>> highUnit = high.flatMap(h -> TimeUnits.TIME.parse(tokens, h.to()));
        return highUnit.flatMap(unit -> Optional.ofNullable(
                        FACTORS.get(unit.value() + "/" + lowUnit.get().value()))
                .map(f -> new Extent(
                        low.value().low(),
                        high.get().value().high().map(h -> h.multiply(BigDecimal.valueOf(f))),
                        lowUnit.get().value()))
                .map(e -> new Reading<>(e, at, unit.to())));
    }

    private static final Map<String, Integer> FACTORS = Map.ofEntries(
            Map.entry("s/s", 1),
            Map.entry("min/min", 1),
            Map.entry("h/h", 1),
            Map.entry("d/d", 1),
            Map.entry("wk/wk", 1),
            Map.entry("mo/mo", 1),
            Map.entry("wk/d", 7),
            Map.entry("a/mo", 12),
            Map.entry("a/wk", 52),
            Map.entry("h/min", 60),
            Map.entry("d/h", 24),
            Map.entry("wk/h", 168));

    private static Reading<Extent> extent(Range range, Reading<String> unit, int from) {
        return new Reading<>(new Extent(range.low(), range.high(), unit.value()), from, unit.to());
    }

    private static Extent openAbove(Extent e) {
        return e.low().isPresent() ? new Extent(e.low(), Optional.empty(), e.unit()) : e;
    }
}
