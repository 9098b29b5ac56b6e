package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** "on days 1, 8, and 15 of each 28-day cycle", "days 1-5 of a 21-day cycle", "on day 1 of cycle 1". */
public final class CycleDaysParser implements Parser<CycleDays> {
    public static final CycleDaysParser CYCLE_DAYS = new CycleDaysParser();

    private static final int LONGEST = 366;

    private static final Phrases<Boolean> OF_CYCLE = new Phrases<Boolean>().with(true, """
                    of each | of every | of a | of the | of each subsequent | of each later | of the first | in a | of an |
                    of all subsequent | of subsequent | of later | of | every | each | in each | in every | within a |
                    during each | in the | in the first | in each subsequent | in each later | in subsequent | in later""");

    private static final Phrases<Boolean> BEGINNING = Phrases.words("""
            starting | beginning | start | started | starts | begin | begins | begun | from | after | until | by | commence | commences |
            commenced | commencing | initiate | initiates | initiated | initiating | introduced | introducing | resume | resumed |
            resumes | resuming""");

    private CycleDaysParser() {}

    @Override
    public Optional<Reading<CycleDays>> parse(Tokens tokens, int at) {
        boolean on = tokens.is(at, "on", "for");
        int i = on ? at + 1 : at;
        if (!tokens.is(i, "day", "days") || !tokens.isDigits(i + 1) || isBeginning(tokens, at)) {
            return Optional.empty();
        }
        List<Integer> days = new ArrayList<>();
        int behind = days(tokens, i + 1, days);
        if (days.isEmpty()
                || tokens.is(behind, "or", "start")
                || tokens.is(behind, ",") && tokens.is(behind + 1, "or")) {
            return Optional.empty();
        }
        Optional<Reading<Integer>> length = OF_CYCLE.parse(tokens, behind).flatMap(o -> cycleLength(tokens, o.to()));
        Optional<Integer> known = length.map(Reading::value).filter(n -> n > 0);
        return Optional.of(new Reading<>(
                new CycleDays(days, known), at, length.map(Reading::to).orElse(behind)));
    }

    /** "starting on day 3 of the menstrual cycle" says when treatment begins. */
    private static boolean isBeginning(Tokens tokens, int at) {
        int i = tokens.is(at - 1, "on") ? at - 1 : at;
        return BEGINNING.at(tokens, i - 1);
    }

    /** Fills {@code days} and gives the token behind them. */
    private static int days(Tokens tokens, int at, List<Integer> days) {
        int i = at;
        while (true) {
            Optional<Integer> day = tokens.count(i, 0, LONGEST);
            if (day.isEmpty()) {
                return i;
            }
            Optional<Integer> last =
                    tokens.is(i + 1, "-", "to", "through") ? tokens.count(i + 2, 0, LONGEST) : Optional.empty();
            if (last.isPresent() && last.get() > day.get()) {
                for (int d = day.get(); d <= last.get(); d++) {
                    days.add(d);
                }
                i += 3;
            } else {
                days.add(day.get());
                i++;
            }
            int next = tokens.is(i, ",") ? i + 1 : i;
            next = tokens.is(next, "and", "&") ? next + 1 : next;
            next = tokens.is(next, "day", "days") ? next + 1 : next;
            // "day 1, 5 mg" and "day 1 and 5 mg": the number behind the comma is a dose.
            if (next == i || tokens.count(next, 0, LONGEST).isEmpty() || DoseUnit.UNIT.at(tokens, next + 1)) {
                return i;
            }
            i = next;
        }
    }

    /** "28-day cycle", "28 days", "3-week cycle"; 0 for "cycle" and "cycle 1" alone. */
    private static Optional<Reading<Integer>> cycleLength(Tokens tokens, int at) {
        Optional<Reading<BigDecimal>> number = NumberParser.NUMBER.parse(tokens, at);
        if (number.isEmpty()) {
            int i = tokens.is(at, "treatment", "chemotherapy") ? at + 1 : at;
            boolean cycle = tokens.is(i, "cycle", "cycles");
            int end = cycle && tokens.isDigits(i + 1) ? i + 2 : i + 1;
            return cycle ? Optional.of(new Reading<>(0, at, end)) : Optional.empty();
        }
        int unitAt = tokens.is(number.get().to(), "-")
                ? number.get().to() + 1
                : number.get().to();
        return TimeUnits.TIME
                .parse(tokens, unitAt)
                .filter(u -> u.value().equals("d") || u.value().equals("wk"))
                .filter(u -> number.get().value().scale() <= 0)
                .map(u -> {
                    int days = number.get().value().intValueExact() * (u.value().equals("wk") ? 7 : 1);
                    int end = tokens.is(u.to(), "treatment", "chemotherapy") ? u.to() + 1 : u.to();
                    return new Reading<>(days, at, tokens.is(end, "cycle", "cycles") ? end + 1 : u.to());
                })
                .filter(r -> r.value() <= LONGEST);
    }
}
