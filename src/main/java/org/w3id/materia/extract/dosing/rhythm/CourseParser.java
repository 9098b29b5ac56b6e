package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.amount.PeriodParser;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Extent;

/**
 * How long the treatment lasts: "for 7 to 10 days", "for up to 3 weeks", "a 5-day course", "on the first day". A course
 * that is counted in doses ("for a total of 20 doses") has the annotation {@code {dose}} as its unit.
 */
public final class CourseParser implements Parser<Extent> {
    public static final CourseParser COURSE = new CourseParser();

    private static final Phrases<Boolean> FOR = Phrases.words("""
            for | usual duration | usual duration is | duration | duration of | for a duration of | for the duration of | over the course of | for a course of |
            a course of | for the | during the first | on the first | on first | for a period of | for a total of | for a duration ranging from | for a total duration of | for a maximum of | max . duration | maximum duration | for max . | for a max . of | the first | limited to |
            in the first | for a | x""");

    private static final Phrases<Boolean> DOSES = Phrases.words("doses | dose");

    private CourseParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        return FOR.parse(tokens, at)
                .filter(f -> !tokens.is(f.to(), "more", "longer", "over"))
                .flatMap(f -> stretch(tokens, f.to()))
                .map(e -> new Reading<>(isLimit(tokens, at) ? most(e.value()) : e.value(), at, e.to()))
                .or(() -> courseOf(tokens, at));
    }

    private static boolean isLimit(Tokens tokens, int at) {
        return tokens.is(at, "limited", "max", "maximum")
                || tokens.is(at + 1, "max")
                || tokens.is(at + 2, "max", "maximum");
    }

    private static Extent most(Extent course) {
        return new Extent(Optional.empty(), course.high(), course.unit());
    }

    private static Optional<Reading<Extent>> stretch(Tokens tokens, int at) {
        Optional<Reading<Extent>> one = single(tokens, at);
        if (one.isPresent()) {
            return one;
        }
        int i = tokens.is(at, "first", "next", "another") ? at + 1 : at;
        Optional<Reading<Extent>> time = ExtentParser.EXTENT.parse(tokens, i).filter(CourseParser::isCourse);
        if (time.isPresent()) {
            return time;
        }
        // "for 1 dose" is no length: it says that the dose is a single one.
        return RangeParser.RANGE.parse(tokens, i).filter(n -> !isOne(n.value())).flatMap(n -> DOSES.parse(
                        tokens, n.to())
                .map(d -> new Reading<>(new Extent(n.value().low(), n.value().high(), "{dose}"), at, d.to())));
    }

    /** "for a week", "for the first month". */
    private static Optional<Reading<Extent>> single(Tokens tokens, int at) {
        boolean article = tokens.is(at, "a", "the") || tokens.is(at - 1, "a", "the", "first");
        int i = tokens.is(at, "a", "the") ? at + 1 : at;
        i = tokens.is(i, "first", "full") ? i + 1 : i;
        return article && tokens.is(i, "day", "week", "month", "year") && !tokens.is(i + 1, "or")
                ? TimeUnits.TIME
                        .parse(tokens, i)
                        .map(u -> new Reading<>(PeriodParser.exactly(BigDecimal.ONE, u.value()), at, u.to()))
                : Optional.empty();
    }

    private static boolean isOne(Range range) {
        return range.isSingle() && range.most().compareTo(BigDecimal.ONE) == 0;
    }

    /** "a 5-day course", "7-day period", "28 days of treatment". */
    private static Optional<Reading<Extent>> courseOf(Tokens tokens, int at) {
        int i = tokens.is(at, "a", "as") ? at + 1 : at;
        return ExtentParser.EXTENT
                .parse(tokens, i)
                .filter(CourseParser::isCourse)
                .filter(e -> tokens.is(e.to(), "course"))
                .map(e -> new Reading<>(e.value(), at, e.to() + 1));
    }

    /** Minutes say how long to rinse or to leave a shampoo on, not how long to treat. */
    private static boolean isCourse(Reading<Extent> e) {
        return !e.value().unit().equals("min") && !e.value().unit().equals("s");
    }
}
