package org.w3id.materia.extract.dosing;

import java.util.Optional;
import org.w3id.materia.extract.Extent;

/** A stretch of time: "7 days", "7 to 10 days", "up to 3 weeks", "at least two months", "2 weeks to 3 years". */
final class ExtentParser implements Parser<Extent> {
    static final ExtentParser EXTENT = new ExtentParser();

    private ExtentParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        Optional<Reading<Range>> range = RangeParser.RANGE.parse(tokens, at);
        if (range.isEmpty()) {
            return Optional.empty();
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

    private static Reading<Extent> extent(Range range, Reading<String> unit, int from) {
        return new Reading<>(new Extent(range.low(), range.high(), unit.value()), from, unit.to());
    }

    private static Extent openAbove(Extent e) {
        return e.low().isPresent() ? new Extent(e.low(), Optional.empty(), e.unit()) : e;
    }
}
