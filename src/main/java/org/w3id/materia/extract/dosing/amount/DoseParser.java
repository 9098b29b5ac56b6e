package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Amount;

/**
 * An amount with its unit: "5-10 mg/kg/day", "between 1 and 2 g", "500 mg to 1 g", "up to 10 mg", "10, 20 or 40 mg",
 * "one or two tablets", "one 2 mg tablet", "two 50 mg doses", "half a tablet".
 */
public final class DoseParser implements Parser<Dose> {
    public static final DoseParser DOSE = new DoseParser();

    private static final Phrases<Boolean> UP_TO = Phrases.words("up to | as much as | as high as | up to as much as");

    private static final Phrases<Boolean> DOSES = Phrases.words("""
            dose | doses | injection | injections | infusion | infusions | bolus | portions""");

    private DoseParser() {}

    private record Stated(Range range, DoseUnit unit, Per per) {}

    @Override
    public Optional<Reading<Dose>> parse(Tokens tokens, int at) {
        Optional<Reading<Boolean>> upTo = UP_TO.parse(tokens, at);
        int start = RangeParser.skipApproximation(tokens, upTo.map(Reading::to).orElse(at));
        if (upTo.isEmpty() && start != at && !tokens.is(at, "from") && !tokens.is(at, "~")) {
            return Optional.empty();
        }
        Optional<Reading<Dose>> dose = strengths(tokens, start)
                .or(() -> counted(tokens, start))
                .or(() -> alternatives(tokens, start))
                .or(() -> measured(tokens, start))
                .or(() -> composite(tokens, start));
        return dose.map(d -> behindName(tokens, behindBracket(tokens, d)))
                .map(d -> new Reading<>(upTo.isPresent() ? opened(d.value()) : d.value(), at, d.to()));
    }

    /** "6 sprays (3 mg) in 24 hours": the time behind a bracket that restates the amount. */
    private static Reading<Dose> behindBracket(Tokens tokens, Reading<Dose> d) {
        if (!tokens.is(d.to(), "(") || d.value().first().perTime().isPresent()) {
            return d;
        }
        int close = NumberParser.NUMBER
                .parse(tokens, d.to() + 1)
                .flatMap(n -> DoseUnit.UNIT.parse(tokens, n.to()))
                .map(Reading::to)
                .orElse(d.to());
        boolean restated = tokens.is(close, ")");
        return time(tokens, restated ? close + 1 : tokens.size())
                .map(p -> new Reading<>(timed(d.value(), p.value()), d.from(), p.to()))
                .orElse(d);
    }

    /** "60 mg of elemental iron per day": the time behind the name of the drug. */
    private static Reading<Dose> behindName(Tokens tokens, Reading<Dose> d) {
        boolean more = tokens.is(d.to(), "or") && tokens.is(d.to() + 1, "more", "higher");
        if (!tokens.is(d.to(), "of") && !more || d.value().first().perTime().isPresent()) {
            return d;
        }
        int i = d.to() + 1;
        while (i < d.to() + 5 && tokens.has(i) && tokens.get(i).isWord() && !tokens.is(i, "per")) {
            i++;
        }
        return time(tokens, tokens.is(i, "per", "/") ? i : tokens.size())
                .map(p -> new Reading<>(timed(d.value(), p.value()), d.from(), d.to()))
                .orElse(d);
    }

    /** The time behind what restates or names an amount, where nothing but a time stands there. */
    private static Optional<Reading<Per>> time(Tokens tokens, int at) {
        return PerParser.PER
                .parse(tokens, at)
                .filter(p -> p.value().time().isPresent()
                        && p.value().body().isEmpty()
                        && !p.value().foreign());
    }

    private static Dose timed(Dose d, Per per) {
        return d.with(a -> new Amount(a.low(), a.high(), a.unit(), a.perBody(), per.time()));
    }

    private static Dose opened(Dose d) {
        return d.with(a -> new Amount(Optional.empty(), a.high(), a.unit(), a.perBody(), a.perTime()));
    }

    /** "one or two tablets", "2-4 capsules or tablets", "half a tablet". */
    private static Optional<Reading<Dose>> counted(Tokens tokens, int at) {
        Optional<Reading<Range>> range = RangeParser.plain(tokens, at);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reading<DoseUnit>> unit =
                DoseUnit.COUNTED.parse(tokens, hyphen(tokens, range.get().to()));
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reading<Range>> upper = tokens.is(unit.get().to(), "to")
                ? RangeParser.plain(tokens, unit.get().to() + 1)
                : Optional.empty();
        Optional<Reading<DoseUnit>> upperUnit = upper.flatMap(u -> DoseUnit.COUNTED.parse(tokens, u.to()))
                .filter(u -> u.value().equals(unit.get().value()));
        boolean spans = upperUnit.isPresent()
                && range.get().value().most().compareTo(upper.get().value().most()) < 0;
        List<DoseUnit> units = new ArrayList<>(List.of(unit.get().value()));
        int end = spans ? upperUnit.get().to() : unit.get().to();
        Optional<Reading<DoseUnit>> other =
                tokens.is(end, "or", "/") ? DoseUnit.COUNTED.parse(tokens, end + 1) : Optional.empty();
        if (other.isPresent()) {
            units.add(other.get().value());
            end = other.get().to();
        }
        Reading<Per> per = per(tokens, end);
        Range r = spans
                ? Range.of(range.get().value().most(), upper.get().value().most())
                : range.get().value();
        List<Amount> amounts =
                units.stream().map(u -> amount(r, u, per.value())).toList();
        return Optional.of(new Reading<>(
                new Dose(amounts, per.value().administration(), per.value().foreign(), 1, ""), at, per.to() - 1));
    }

    /** "10, 20, or 40 mg once daily", "2500 or 3500 units": each number is a dose of its own. */
    private static Optional<Reading<Dose>> alternatives(Tokens tokens, int at) {
        List<BigDecimal> numbers = new ArrayList<>();
        int i = at;
        boolean or = false;
        while (true) {
            Optional<Reading<BigDecimal>> number = NumberParser.NUMBER.parse(tokens, i);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get().value());
            i = number.get().to();
            if (or) {
                break;
            }
            boolean comma = tokens.is(i, ",");
            or = tokens.is(comma ? i + 1 : i, "or");
            if (!comma && !or) {
                return Optional.empty();
            }
            i += (comma ? 1 : 0) + (or ? 1 : 0);
        }
        Optional<Reading<Stated>> last = stated(tokens, i - 1);
        if (last.isEmpty() || !last.get().value().range().isSingle()) {
            return Optional.empty();
        }
        Stated s = last.get().value();
        List<Amount> amounts = numbers.stream()
                .map(n -> amount(Range.single(n), s.unit(), s.per()))
                .toList();
        return Optional.of(dose(tokens, amounts, s.per(), at, last.get().to()));
    }

    private static final Phrases<Boolean> UPPER =
            Phrases.words("about | approximately | around | as much as | as high as");

    private static Optional<Reading<Dose>> measured(Tokens tokens, int at) {
        boolean between = tokens.is(at, "between");
        Optional<Reading<Stated>> first = stated(tokens, between ? at + 1 : at);
        if (first.isEmpty()) {
            return between ? stated(tokens, at).map(s -> single(tokens, s, at)) : Optional.empty();
        }
        int join = first.get().to();
        boolean joins = tokens.is(join, "-", "to", "through") || between && tokens.is(join, "and");
        Optional<Reading<Stated>> second = joins
                ? stated(tokens, UPPER.parse(tokens, join + 1).map(Reading::to).orElse(join + 1))
                : Optional.empty();
        if (second.isPresent()) {
            Optional<Amount> range = joined(first.get().value(), second.get().value());
            if (range.isPresent()) {
                return Optional.of(dose(
                        tokens,
                        List.of(range.get()),
                        second.get().value().per(),
                        at,
                        second.get().to()));
            }
        }
        return Optional.of(single(tokens, first.get(), at));
    }

    private static Reading<Dose> single(Tokens tokens, Reading<Stated> read, int from) {
        Stated s = read.value();
        return dose(tokens, List.of(amount(s.range(), s.unit(), s.per())), s.per(), from, read.to());
    }

    /** "one 2 mg tablet" is 2 mg; "half a 25 mg tablet" and "four 200 mg capsules" count the form; "two 50 mg doses" is 50 mg twice. */
    private static Optional<Reading<Dose>> composite(Tokens tokens, int at) {
        Optional<Reading<Range>> count = RangeParser.plain(tokens, at);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        int inner = tokens.is(count.get().to(), "single", "consecutive", "separate", "divided", "equal", "x")
                ? count.get().to() + 1
                : count.get().to();
        Optional<Reading<Stated>> strength = stated(tokens, inner);
        if (strength.isEmpty()
                || strength.get().value().unit().isCounted()
                || strength.get().value().unit().ucum().equals("%")) {
            return Optional.empty();
        }
        Stated s = strength.get().value();
        int behind = strength.get().to();
        BigDecimal n = count.get().value().most();
        Optional<Reading<DoseUnit>> form = DoseUnit.COUNTED.parse(tokens, behind);
        Optional<Reading<Boolean>> doses = DOSES.parse(tokens, behind);
        List<Amount> amounts = List.of(amount(s.range(), s.unit(), s.per()));
        boolean several = tokens.word(behind).endsWith("s") && !tokens.is(behind, "bolus");
        if (doses.isPresent()
                && several == n.compareTo(BigDecimal.ONE) > 0
                && count.get().value().isSingle()
                && n.stripTrailingZeros().scale() <= 0) {
            return Optional.of(new Reading<>(
                    new Dose(amounts, false, s.per().foreign(), n.intValueExact(), ""),
                    at,
                    doses.get().to()));
        }
        if (form.isEmpty()) {
            return tokens.is(inner - 1, "x") ? factor(tokens, count.get(), s, at, behind) : Optional.empty();
        }
        if (n.compareTo(BigDecimal.ONE) == 0) {
            return Optional.of(dose(tokens, amounts, s.per(), at, behind));
        }
        Amount forms = amount(count.get().value(), form.get().value(), Per.NOTHING);
        return Optional.of(new Reading<>(
                new Dose(List.of(forms), false, false, 1, ""), at, form.get().to()));
    }

    /** "500 mg/125 mg": how strong a combination is. */
    private static Optional<Reading<Dose>> strengths(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> first = NumberParser.NUMBER.parse(tokens, at);
        Optional<Reading<DoseUnit>> unit = first.flatMap(n -> DoseUnit.UNIT.parse(tokens, n.to()));
        if (unit.isEmpty() || !tokens.is(unit.get().to(), "/")) {
            return Optional.empty();
        }
        Optional<Reading<BigDecimal>> second =
                NumberParser.NUMBER.parse(tokens, unit.get().to() + 1);
        return second.flatMap(n -> DoseUnit.UNIT.parse(tokens, n.to()))
                .filter(u -> u.value().equals(unit.get().value()))
                .map(u -> new Reading<>(
                        new Dose(
                                List.of(amount(Range.single(first.get().value()), u.value(), Per.NOTHING)),
                                false,
                                true,
                                1,
                                ""),
                        at,
                        u.to()));
    }

    /** "2 x 500 mg": their product. */
    private static Optional<Reading<Dose>> factor(Tokens tokens, Reading<Range> count, Stated s, int at, int to) {
        if (!count.value().isSingle() || !s.range().isSingle()) {
            return Optional.empty();
        }
        BigDecimal product =
                NumberParser.whole(count.value().most().multiply(s.range().most()));
        return Optional.of(dose(tokens, List.of(amount(Range.single(product), s.unit(), s.per())), s.per(), at, to));
    }

    private static Reading<Dose> dose(Tokens tokens, List<Amount> amounts, Per per, int from, int to) {
        Optional<Reading<DoseUnit>> form = DoseUnit.COUNTED.parse(tokens, to);
        int end = form.map(Reading::to).orElse(to);
        if (form.isPresent() && tokens.is(end, "or", "/")) {
            end = DoseUnit.COUNTED.parse(tokens, end + 1).map(Reading::to).orElse(end);
        }
        String ucum = form.map(f -> f.value().ucum()).orElse("");
        Dose dose = new Dose(amounts, per.administration(), per.foreign(), 1, ucum);
        Optional<Reading<Per>> time =
                form.isPresent() && per.equals(Per.NOTHING) ? time(tokens, end) : Optional.empty();
        return time.map(t -> new Reading<>(timed(dose, t.value()), from, t.to()))
                .orElse(new Reading<>(dose, from, end));
    }

    /** A number or range with a measured unit and its denominators. */
    private static Optional<Reading<Stated>> stated(Tokens tokens, int at) {
        Optional<Reading<Range>> range = RangeParser.plain(tokens, at);
        if (range.isEmpty()) {
            return Optional.empty();
        }
        Optional<Reading<DoseUnit>> unit =
                DoseUnit.UNIT.parse(tokens, hyphen(tokens, range.get().to()));
        if (unit.isEmpty() || tokens.follows(unit.get().to() - 1, "unit", "dose")) {
            return Optional.empty();
        }
        Reading<Per> per = per(tokens, behindGloss(tokens, unit.get().to()));
        int end = per.value().equals(Per.NOTHING) ? unit.get().to() : per.to() - 1;
        return Optional.of(
                new Reading<>(new Stated(range.get().value(), unit.get().value(), per.value()), at, end));
    }

    /** Denominators at {@code at}; its end is one behind what was read, so that "none" is a reading too. */
    private static Reading<Per> per(Tokens tokens, int at) {
        return PerParser.PER
                .parse(tokens, at)
                .map(p -> new Reading<>(p.value(), at, p.to() + 1))
                .orElseGet(() -> new Reading<>(Per.NOTHING, at, at + 1));
    }

    /** Behind a bracket that only spells the unit out: "10 mcg (micrograms) per kilogram". */
    private static int behindGloss(Tokens tokens, int at) {
        boolean gloss = tokens.is(at, "(") && DoseUnit.UNIT.at(tokens, at + 1) && tokens.is(at + 2, ")");
        return gloss ? at + 3 : at;
    }

    private static int hyphen(Tokens tokens, int at) {
        return tokens.is(at, "-") ? at + 1 : at;
    }

    private static Optional<Amount> joined(Stated low, Stated high) {
        if (!low.range().isSingle() || !high.range().isSingle()) {
            return Optional.empty();
        }
        boolean samePer = low.per().equals(Per.NOTHING) || low.per().equals(high.per());
        Optional<BigDecimal> factor = high.unit().factorTo(low.unit());
        if (!samePer || factor.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal from = low.range().most();
        BigDecimal to = high.range().most().multiply(factor.get());
        return from.compareTo(to) < 0
                ? Optional.of(amount(Range.of(from, NumberParser.whole(to)), low.unit(), high.per()))
                : Optional.empty();
    }

    private static Amount amount(Range range, DoseUnit unit, Per per) {
        return new Amount(range.low(), range.high(), unit.ucum(), per.body(), per.time());
    }
}
