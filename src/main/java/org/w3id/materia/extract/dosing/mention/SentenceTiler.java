package org.w3id.materia.extract.dosing.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.w3id.materia.extract.dosing.amount.ApplicationParser;
import org.w3id.materia.extract.dosing.amount.CeilingParser;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.PeriodParser;
import org.w3id.materia.extract.dosing.grammar.Denials;
import org.w3id.materia.extract.dosing.grammar.InertWords;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.AdministrationParser;
import org.w3id.materia.extract.dosing.rhythm.BreakParser;
import org.w3id.materia.extract.dosing.rhythm.CourseParser;
import org.w3id.materia.extract.dosing.rhythm.CycleDaysParser;
import org.w3id.materia.extract.dosing.rhythm.DaysOfWeekParser;
import org.w3id.materia.extract.dosing.rhythm.DividedParser;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.extract.dosing.rhythm.WeeksParser;
import org.w3id.materia.extract.dosing.rhythm.WhenParser;

/**
 * Cuts a sentence into mentions, from left to right, so that every token belongs to exactly one: of several constructs that
 * begin at a token the longest, else a name, else a word that changes nothing, else an unknown. Unknown words of a clause of its
 * own go with the dose as a condition ({@link Asides}).
 */
public final class SentenceTiler {
    /** That a dose is taken as needed. */
    public static final Phrases<Boolean> AS_NEEDED = Phrases.words("""
            as needed | if needed | when needed | as required | if required | when required | prn |
            if necessary | when necessary | as necessary | as and when needed | on an as - needed basis |
            p . r . n . | as - needed""");

    /** Constructs that no remark takes into itself. */
    private static final List<Parser<? extends Mention>> TIMED = List.of(
            as(CeilingParser.CEILING, Mention.OfCeiling::new),
            as(DoseParser.DOSE, Mention.OfDose::new),
            as(CycleDaysParser.CYCLE_DAYS, Mention.OfCycleDays::new),
            as(DaysOfWeekParser.DAYS, Mention.OfDaysOfWeek::new),
            as(WhenParser.WHEN, Mention.OfWhen::new),
            as(RecurrenceParser.RECURRENCE, Mention.OfRecurrence::new),
            as(DividedParser.DIVIDED, Mention.OfDivision::new),
            as(CourseParser.COURSE, Mention.OfCourse::new),
            as(BreakParser.BREAK, Mention.OfBreak::new),
            as(WeeksParser.WEEKS, Mention.OfWeeks::new),
            as(AdministrationParser.ADMINISTRATION, Mention.OfAdministration::new),
            as(PeriodParser.PERIOD, Mention.OfPeriod::new),
            as(AS_NEEDED, x -> new Mention.OfNeed()));

    /** Where two constructs are equally long, the earlier one in this list is meant. */
    private static final List<Parser<? extends Mention>> PARSERS = parsers();

    private SentenceTiler() {}

    private static List<Parser<? extends Mention>> parsers() {
        List<Parser<? extends Mention>> all = new ArrayList<>();
        all.add(ReferenceParser.REFERENCE);
        all.add(as(ConditionPhrases.LIMIT_ELSEWHERE, x -> new Mention.OfCondition()));
        all.add(as(GroupParser.GROUP, Mention.OfGroup::new));
        all.addAll(TIMED);
        all.add(as(ApplicationParser.APPLICATION, Mention.OfDose::new));
        all.add(as(StageParser.STAGE, Mention.OfStage::new));
        all.add(as(RouteParser.ROUTE, Mention.OfRoute::new));
        all.add(CueParser.CUE);
        all.add(RemarkParser.REMARK);
        all.add(EventParser.EVENT);
        all.add(ConditionPhrases.CONDITION);
        all.add(SupervisionParser.SUPERVISION);
        all.add(ComparativeParser.COMPARATIVE);
        all.add(CompositionParser.COMPOSITION);
        all.add(as(InertWords.INERT, x -> new Mention.OfInert()));
        return List.copyOf(all);
    }

    /** The mentions of all tokens, in order and without a gap. */
    public static List<Reading<Mention>> tile(Tokens tokens, NameParser names) {
        IndicationPhrase indications = new IndicationPhrase(names);
        Company company = new Company(tokens, names);
        Denials denials = new Denials(tokens);
        List<Reading<Mention>> mentions = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int from = at;
            Reading<Mention> mention = longer(
                            longer(longest(tokens, at), indications.parse(tokens, at)), company.parse(at))
                    .or(() -> names.parse(from))
                    .orElseGet(() -> new Reading<>(new Mention.OfUnknown(), from, from + 1));
            mention = company.withAmount(mention, mentions);
            boolean excluded = mention.value() instanceof Mention.OfGroup && denials.reach(at);
            mentions.add(excluded ? new Reading<>(new Mention.OfUnknown(), from, mention.to()) : mention);
            at = mention.to();
        }
        return PlainWords.joined(tokens, mentions, denials);
    }

    private static Optional<Reading<Mention>> longer(Optional<Reading<Mention>> a, Optional<Reading<Mention>> b) {
        return b.filter(r -> a.isEmpty() || a.get().to() < r.to()).or(() -> a);
    }

    /** Whether an amount, a schedule or another construct with a slot of its own begins at a token. */
    static boolean isConstruct(Tokens tokens, int at) {
        return tokens.remembered(at, i -> beginsConstruct(tokens, i));
    }

    private static boolean beginsConstruct(Tokens tokens, int at) {
        boolean cue = CueParser.CUE
                .parse(tokens, at)
                .filter(c -> c.value() instanceof Mention.OfChange
                        || c.value() instanceof Mention.OfStep
                        || c.value() instanceof Mention.OfSequence)
                .isPresent();
        return cue
                || EventParser.EVENT.parse(tokens, at).isPresent()
                || TIMED.stream().anyMatch(p -> p.parse(tokens, at).isPresent());
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
