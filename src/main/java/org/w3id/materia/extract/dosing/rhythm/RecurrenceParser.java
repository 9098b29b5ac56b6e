package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** How often, in any wording: counts, intervals, abbreviations and single words. */
public final class RecurrenceParser implements Parser<Recurrence> {
    public static final RecurrenceParser RECURRENCE = new RecurrenceParser();

    private static final Phrases<Recurrence> WORDS = new Phrases<Recurrence>()
            .with(Recurrence.times(1, "d"), """
                    od | qd | o . d . | q . d . | qam | qpm | qhs | nightly | every morning | each morning |
                    every evening | each evening""")
            .with(Recurrence.times(1, "d"), """
                    every night | each night | once - daily | single daily | one daily | single nightly | once nightly | once each morning |
                    once every morning | per day as a single dose""")
            .with(Recurrence.times(2, "d"), """
                    bid | bd | b . i . d . | b . d . | morning and evening | every morning and evening |
                    morning and night | twice - daily""")
            .with(Recurrence.times(3, "d"), "tid | tds | t . i . d . | t . d . s .")
            .with(Recurrence.times(4, "d"), "qid | qds | q . i . d . | q . d . s .")
            .with(
                    Recurrence.every(BigDecimal.valueOf(2), "d"),
                    "qod | on alternate days | alternate days | on alternating days")
            .with(Recurrence.every(BigDecimal.valueOf(2), "wk"), "fortnightly | once a fortnight | every fortnight")
            .with(Recurrence.every(BigDecimal.valueOf(3), "mo"), "quarterly")
            .with(Recurrence.times(1, "mo"), "once - monthly | per month")
            .with(Recurrence.times(1, "a"), "per year")
            .with(Recurrence.times(1, "wk"), "once - weekly")
            .with(Recurrence.times(1, "h").asBare(), "hourly")
            .with(Recurrence.times(1, "d").asBare(), "daily")
            .with(Recurrence.times(1, "wk").asBare(), "weekly")
            .with(Recurrence.times(1, "mo").asBare(), "monthly")
            .with(Recurrence.times(1, "a").asBare(), "annually | yearly");

    /** Days of a week: "5 mg/kg five days a week". */
    private static final Phrases<String> DAYS_OF = new Phrases<String>().with("wk", """
                    days a week | days per week | days each week | days / week | days weekly""");

    private RecurrenceParser() {}

    @Override
    public Optional<Reading<Recurrence>> parse(Tokens tokens, int at) {
        Optional<Reading<Recurrence>> read = TimesParser.TIMES
                .parse(tokens, at)
                .or(() -> EveryParser.EVERY.parse(tokens, at))
                .or(() -> daysOfWeek(tokens, at));
        Optional<Reading<Recurrence>> word = WORDS.parse(tokens, at);
        if (word.isPresent() && read.isPresent()) {
            return word.get().to() > read.get().to() ? word : read;
        }
        return read.or(() -> word);
    }

    private static Optional<Reading<Recurrence>> daysOfWeek(Tokens tokens, int at) {
        return RangeParser.plain(tokens, at)
                .filter(n -> n.value().most().compareTo(BigDecimal.valueOf(7)) <= 0
                        && n.value().most().stripTrailingZeros().scale() <= 0)
                .flatMap(n -> DAYS_OF.parse(tokens, n.to())
                        .map(d -> new Reading<>(Recurrence.times(n.value(), d.value()), at, d.to())));
    }
}
