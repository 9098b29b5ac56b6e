package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.amount.TimeUnits;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.extract.dosing.rhythm.WhenParser;

/**
 * A distance to an event: "30 minutes before breakfast", "within 30 minutes of bedtime", "12 hours before the operation",
 * "after 2 weeks". A meal is a time of day; any other event is a condition, whose words go with the dose.
 */
final class EventParser implements Parser<Mention> {
    static final EventParser EVENT = new EventParser();

    private static final int LONGEST = 8;

    private static final Phrases<Boolean> LEADING = Phrases.words(
            "once | within | at | about | approximately | starting | beginning | taken | given | administered | , |"
                    + " repeated | may be repeated | can be repeated");

    private static final Phrases<Boolean> SIDE = Phrases.words("""
            before | after | prior to | following | of | beforehand | afterwards | later | before or after | apart |
            into | pre - | post - | before the | after the | prior""");

    private static final Phrases<Boolean> SINCE = Phrases.words(
            "repeated after | may be repeated after | after | after the first | within | within the first | for the"
                    + " first");

    private EventParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return distance(tokens, at).or(() -> elapsed(tokens, at)).or(() -> points(tokens, at));
    }

    /** "30 minutes before breakfast". */
    private static Optional<Reading<Mention>> distance(Tokens tokens, int at) {
        Optional<Reading<Mention>> first = oneDistance(tokens, at);
        int or = first.map(Reading::to).orElse(at);
        // "one hour before or two hours after a meal": of two distances no code says both.
        Optional<Reading<Mention>> second =
                first.isPresent() && tokens.is(or, "or") ? oneDistance(tokens, or + 1) : Optional.empty();
        return second.isPresent()
                ? second.map(s -> new Reading<>((Mention) new Mention.OfCondition(), at, s.to()))
                : first;
    }

    private static Optional<Reading<Mention>> oneDistance(Tokens tokens, int at) {
        int from = LEADING.parse(tokens, at)
                .map(Reading::to)
                .filter(f -> !tokens.is(f, "least"))
                .orElse(at);
        return extent(tokens, from).flatMap(to -> SIDE.parse(tokens, to).flatMap(s -> WhenParser.WHEN
                .parse(tokens, to)
                .map(w -> new Reading<>((Mention) new Mention.OfWhen(w.value()), at, w.to()))
                .or(() -> Optional.of(new Reading<>((Mention) new Mention.OfCondition(), at, event(tokens, s.to()))))));
    }

    /** Behind "30 minutes", "an hour". */
    private static Optional<Integer> extent(Tokens tokens, int at) {
        return ExtentParser.EXTENT.parse(tokens, at).map(Reading::to).or(() -> Optional.of(at + 1)
                .filter(unit -> tokens.is(at, "a", "an"))
                .flatMap(unit -> TimeUnits.TIME.parse(tokens, unit))
                .map(Reading::to));
    }

    /** "after 2 weeks", "within 24 hours": time that goes by. */
    private static Optional<Reading<Mention>> elapsed(Tokens tokens, int at) {
        return SINCE.parse(tokens, at).flatMap(s -> ExtentParser.EXTENT
                .parse(tokens, s.to())
                .map(e -> new Reading<>((Mention) new Mention.OfCondition(), at, behindDose(tokens, e.to()))));
    }

    /** "after 4 weeks on the 5 mg dose", "after 2 weeks of treatment with 5 mg daily": what was given so far. */
    private static int behindDose(Tokens tokens, int at) {
        Optional<Reading<Dose>> dose = SO_FAR.parse(tokens, at).flatMap(on -> DoseParser.DOSE.parse(tokens, on.to()));
        int end = dose.map(Reading::to).orElse(at);
        int rhythm = dose.flatMap(d -> RecurrenceParser.RECURRENCE.parse(tokens, d.to()))
                .map(Reading::to)
                .orElse(end);
        return tokens.is(rhythm, "dose", "dosage") ? rhythm + 1 : rhythm;
    }

    private static final Phrases<Boolean> SO_FAR = Phrases.words("""
            on | on the | on a dose of | at the | at a dose of | of treatment with | of therapy with | of treatment at |
            on the dose of""");

    /** "at 0, 1 and 6 months", "from day 8", "starting on day 29", "at week 13", "weeks 1 and 3". */
    private static Optional<Reading<Mention>> points(Tokens tokens, int at) {
        int from = AT.parse(tokens, at).map(Reading::to).orElse(at);
        boolean unitFirst =
                tokens.is(from, "week", "weeks", "month", "months") || from > at && tokens.is(from, "day", "days");
        int i = unitFirst ? from + 1 : from;
        int numbers = 0;
        while (tokens.isDigits(i)) {
            numbers++;
            int next = tokens.is(i + 1, ",") ? i + 2 : i + 1;
            next = tokens.is(next, "and", "or") ? next + 1 : next;
            boolean amount = DoseUnit.UNIT.at(tokens, next + 1) || DoseUnit.COUNTED.at(tokens, next + 1);
            if (next == i + 1 || !tokens.isDigits(next) || amount) {
                i++;
                break;
            }
            i = next;
        }
        int end = i;
        boolean list = numbers > 1 && from > at;
        if (unitFirst && numbers > 0) {
            return Optional.of(new Reading<>(new Mention.OfCondition(), at, end));
        }
        return list
                ? TimeUnits.TIME.parse(tokens, end).map(u -> new Reading<>(new Mention.OfCondition(), at, u.to()))
                : Optional.empty();
    }

    private static final Phrases<Boolean> AT = Phrases.words(
            "at | on | for | from | starting on | starting from | beginning on | in | by | until | from the start of |"
                    + " on the");

    /** Behind the name of the event. */
    private static int event(Tokens tokens, int at) {
        int end = at;
        while (end < at + LONGEST && RemarkParser.isContent(tokens, end)) {
            end++;
        }
        return RemarkParser.trimmed(tokens, at, end);
    }
}
