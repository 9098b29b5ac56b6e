package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the constructs of a sentence, from left to right; of several that begin at one word, the longest. */
final class SentenceScanner {
    private static final Phrases<Boolean> AS_NEEDED = Phrases.words("""
            as needed | if needed | when needed | as required | if required | when required | prn |
            if necessary | when necessary | as necessary | as and when needed | on an as - needed basis |
            p . r . n .""");

    private static final Phrases<Boolean> SOME_TIMES =
            new Phrases<Boolean>().with(true, """
                    several times | multiple times | a few times | many times | few times | various times |
                    one to several times | once to several times | once or several times | one or more times""").with(true, """
                    several doses | multiple doses | throughout the day | same time each day |
                    same time every day | at the same time each day | at the same time every day | in daily |
                    on a daily basis""");

    /** "several times a day" and the like. */
    private static final Parser<Boolean> VAGUE =
            (tokens, at) -> SOME_TIMES.parse(tokens, at).map(s -> TimesParser.each(tokens, s.to())
                    .map(e -> new Reading<>(true, at, e.to()))
                    .orElse(s));

    /** Where two constructs are equally long, the earlier one in this list is meant. */
    private static final List<Parser<? extends Mention>> PARSERS = List.of(
            as(GroupParser.GROUP, Mention.OfGroup::new),
            as(CeilingParser.CEILING, Mention.OfCeiling::new),
            as(DoseParser.DOSE, Mention.OfDose::new),
            as(ApplicationParser.APPLICATION, Mention.OfDose::new),
            as(CycleDaysParser.CYCLE_DAYS, Mention.OfCycleDays::new),
            as(WhenParser.WHEN, Mention.OfWhen::new),
            as(VAGUE, x -> new Mention.OfVagueness()),
            as(RecurrenceParser.RECURRENCE, Mention.OfRecurrence::new),
            as(DividedParser.DIVIDED, Mention.OfDivision::new),
            as(CourseParser.COURSE, Mention.OfCourse::new),
            as(AdministrationParser.ADMINISTRATION, Mention.OfAdministration::new),
            as(AS_NEEDED, x -> new Mention.OfNeed()),
            as(StageParser.STAGE, Mention.OfStage::new),
            as(RouteParser.ROUTE, Mention.OfRoute::new));

    private SentenceScanner() {}

    static List<Reading<Mention>> scan(Tokens tokens) {
        List<Reading<Mention>> mentions = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Reading<Mention>> longest = longest(tokens, at);
            longest.ifPresent(mentions::add);
            at = longest.map(Reading::to).orElse(at + 1);
        }
        return mentions;
    }

    private static Optional<Reading<Mention>> longest(Tokens tokens, int at) {
        Reading<Mention> best = null;
        for (Parser<? extends Mention> parser : PARSERS) {
            Optional<? extends Reading<? extends Mention>> read = parser.parse(tokens, at);
            if (read.isPresent() && (best == null || read.get().to() > best.to())) {
                best = new Reading<>(
                        read.get().value(), read.get().from(), read.get().to());
            }
        }
        return Optional.ofNullable(best);
    }

    private static <T> Parser<Mention> as(Parser<T> parser, Function<T, Mention> mention) {
        return (tokens, at) -> parser.parse(tokens, at).map(r -> r.map(mention));
    }
}
