package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Extent;
import org.w3id.materia.extract.Schedule;

/**
 * A sentence without an amount that says when, or for how long, the dose before it is given: "This is done twice weekly.",
 * "Repeat once daily for seven days.", "Treatment lasts 6 to 8 weeks."
 */
final class Continuation {
    /** What such a sentence adds; several where it names one rhythm after another. */
    record Timing(Optional<Schedule> schedule, Optional<Extent> course, boolean asNeeded, Stage stage) {}

    /** How a sentence begins that goes on about the dose before it. */
    private static final Phrases<Boolean> GOES_ON = Phrases.words("""
            this is | these are | it is | it's | repeat | this should be | it should be | take it |
            this dose is | the dose is given | the dose is taken | the dose is administered |
            doses are given | this treatment is | the injection is given | the infusion is given |
            the medication is taken | the medicine is taken | the medication is given | this can be |
            this may be | it can be | it may be | the dose can be | the dose may be | this dose may be""");

    private static final Phrases<Boolean> LASTS = Phrases.words("""
            treatment duration | the treatment duration | duration of treatment | the duration of treatment |
            treatment | the treatment | therapy | treatment course | the course | the duration |
            the usual course | the treatment course | the course of treatment | the usual duration |
            the typical treatment duration""");

    private static final Phrases<Boolean> FOR = Phrases.words("""
            lasts | lasts for | ranges from | is | continues for | last | range from | of | lasting | is for |
            is given for | for | may last | can last | is usually | is typically | lasts between |
            typically lasts | usually lasts | generally lasts | generally lasts for | usually lasts for |
            typically lasts for""");

    private static final Phrases<Boolean> HEDGES =
            Phrases.words("typically | usually | generally | often | , | normally | commonly");

    private Continuation() {}

    /** What the sentence adds to the dose before it; empty where it does not go on about one. */
    static List<Timing> of(SentenceReader sentence) {
        Tokens tokens = sentence.tokens();
        int start = behindHedges(tokens, 0);
        if (sentence.mentions().stream().anyMatch(m -> m.value() instanceof Mention.OfDose)) {
            return List.of();
        }
        Optional<Reading<Boolean>> goesOn =
                GOES_ON.parse(tokens, start).filter(g -> !isRepeatedByCount(tokens, g.to()));
        if (goesOn.isPresent()) {
            return timings(sentence, goesOn.get());
        }
        return LASTS.parse(tokens, start)
                .flatMap(subject -> lasts(tokens, behindHedges(tokens, subject.to())))
                .map(length -> List.of(new Timing(Optional.empty(), Optional.of(length), false, Stage.GENERAL)))
                .orElse(List.of());
    }

    /** "may be repeated twice at 30-minute intervals" limits how often; a rhythm would be "every 30 minutes". */
    private static boolean isRepeatedByCount(Tokens tokens, int at) {
        int i = tokens.is(at - 1, "repeat") ? at : at + 1;
        boolean repeats = tokens.is(at - 1, "repeat") || tokens.is(at, "repeated");
        return repeats
                && !tokens.is(i, "every", "daily", "weekly", "monthly")
                && TimesParser.TIMES.parse(tokens, i).isEmpty();
    }

    private static List<Timing> timings(SentenceReader sentence, Reading<Boolean> beginning) {
        List<Timing> timings = new ArrayList<>();
        for (DoseDraft draft : sentence.drafts(beginning)) {
            ScheduleBuilder builder = new ScheduleBuilder(sentence.tokens(), draft);
            for (Optional<Schedule> schedule : builder.schedules()) {
                if (schedule.isPresent()) {
                    timings.add(new Timing(schedule, builder.course(), draft.asNeeded, draft.stage()));
                }
            }
        }
        return timings;
    }

    private static Optional<Extent> lasts(Tokens tokens, int at) {
        return FOR.parse(tokens, at)
                .flatMap(f -> ExtentParser.EXTENT.parse(tokens, behindHedges(tokens, f.to())))
                .map(Reading::value)
                .filter(e -> !e.unit().equals("min")
                        && !e.unit().equals("h")
                        && !e.unit().equals("s"));
    }

    private static int behindHedges(Tokens tokens, int at) {
        int i = at;
        while (HEDGES.at(tokens, i)) {
            i++;
        }
        return i;
    }
}
