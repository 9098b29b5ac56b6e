package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.sentence.PatientGroupMerge;
import org.w3id.materia.extract.dosing.sentence.ScheduleBuilder;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.extract.dosing.sentence.SentenceReaders;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.extract.outline.Statement;
import org.w3id.materia.extract.outline.Statement.Governor;

/**
 * What the headings, labels and lead-in sentences above a sentence say about its doses; the innermost wins. Words of them
 * that no slot holds stay in the path, which goes with the dose; a label that is about something else than a dose of
 * this drug lets no dose stand below it.
 *
 * @param indication the condition that a label names
 * @param schedule the one rhythm that a lead-in sentence gives for the doses below it
 * @param course how long the doses below it are given ("Weeks 1 and 2")
 * @param conditions the labels with words that no slot holds, verbatim: their doses are not for everybody
 * @param ceiling where the innermost label makes the amounts below it maxima ("Maximum dose")
 * @param path the governing texts, verbatim, outermost first
 * @param foreign whether a label makes what stands below it no dose of this drug
 */
record Context(
        List<PatientGroup> groups,
        List<RouteParser.Named> routes,
        Stage stage,
        Optional<String> indication,
        Optional<Schedule> schedule,
        Optional<Extent> course,
        Optional<Ceiling> ceiling,
        List<String> conditions,
        List<String> path,
        boolean foreign) {
    private static final int LONGEST_TITLE = 4;
    private static final Phrases<Boolean> TITRATION = Phrases.words("titration | escalation");

    static final Context NOTHING = new Context(
            List.of(),
            List.of(),
            Stage.GENERAL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            false);

    Context {
        groups = List.copyOf(groups);
        routes = List.copyOf(routes);
        conditions = List.copyOf(conditions);
        path = List.copyOf(path);
    }

    static Context of(Statement statement, SentenceReaders readers) {
        Context context = NOTHING;
        for (Governor governor : statement.governors()) {
            context = context.under(governor, readers);
        }
        return context;
    }

    /** What a further label adds. */
    Context under(Governor governor, SentenceReaders readers) {
        SentenceReader reader = readers.of(governor.text());
        Mentions mentions = reader.mentions();
        boolean label = governor.role() != Statement.Role.LEAD_IN;
        List<PatientGroup> named = new ArrayList<>();
        List<RouteParser.Named> ways = new ArrayList<>();
        Stage part = Stage.GENERAL;
        Optional<Ceiling> most = Optional.empty();
        Optional<Extent> weeks = course;
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i) instanceof Mention.OfGroup g) {
                named.add(g.group());
            } else if (mentions.get(i) instanceof Mention.OfRoute r) {
                if (ways.isEmpty() || !isPreferred(reader.tokens(), mentions.from(i))) {
                    ways.add(r.route());
                }
            } else if (mentions.get(i) instanceof Mention.OfStage s && label) {
                part = s.stage();
            } else if (mentions.get(i) instanceof Mention.OfWeeks w && label) {
                weeks = Optional.of(w.weeks().length());
                part = w.weeks().beginTreatment() ? Stage.INITIAL : part;
            } else if (mentions.get(i) instanceof Mention.OfCeiling c && most.isEmpty()) {
                most = Optional.of(c.ceiling());
            }
        }
        if (part == Stage.GENERAL && isTitration(reader.tokens(), label)) {
            part = Stage.INITIAL;
        }
        if (ways.isEmpty() && !label) {
            byName(reader).ifPresent(ways::add);
        }
        Optional<String> condition = label ? IndicationLabel.condition(reader, readers.substances()) : Optional.empty();
        String words = governor.text().text().strip();
        boolean conditional =
                condition.isEmpty() && !LabelSubject.isDisclaimer(reader) && IndicationLabel.restricts(reader, label);
        return new Context(
                PatientGroupMerge.refined(groups, named),
                ways.isEmpty() ? routes : ways,
                part == Stage.GENERAL ? stage : part,
                condition.or(() -> indication),
                label ? schedule : leadIn(reader).or(() -> schedule),
                weeks,
                label ? most : ceiling,
                conditional ? and(conditions, words) : conditions,
                and(path, words),
                foreign || LabelSubject.isForeign(reader, governor.role() == Statement.Role.CELL));
    }

    /** "By mouth (but inhalation preferred)": another way than the one below the label. */
    private static boolean isPreferred(Tokens tokens, int route) {
        int open = route;
        while (open >= 0 && !tokens.is(open, "(")) {
            open--;
        }
        return open >= 0 && (tokens.is(open + 1, "but") || tokens.is(route + 1, "preferred", "preferable"));
    }

    /** "Titration phase", "Titration:": the steps before the dose that is meant to last. */
    private static boolean isTitration(Tokens tokens, boolean label) {
        return (label || tokens.size() <= LONGEST_TITLE) && tokens.any(TITRATION);
    }

    /** The one route that a lead-in names inside of a remark: "varies with weight and is given subcutaneously:". */
    private static Optional<RouteParser.Named> byName(SentenceReader leadIn) {
        List<RouteParser.Named> named = OwnRoutes.in(leadIn).stream()
                .filter(RouteParser.Named::isByName)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The same under words that no slot holds. */
    Context along(String words) {
        List<String> restricted = and(conditions, words);
        return new Context(
                groups, routes, stage, indication, schedule, course, ceiling, restricted, and(path, words), foreign);
    }

    private static List<String> and(List<String> outer, String words) {
        return Stream.concat(outer.stream(), Stream.of(words)).toList();
    }

    /** The same for patients within a band. */
    Context narrowedTo(PatientGroup group) {
        List<PatientGroup> narrowed =
                group.population().isPresent() ? List.of(group) : PatientGroupMerge.refined(groups, List.of(group));
        return new Context(narrowed, routes, stage, indication, schedule, course, ceiling, conditions, path, foreign);
    }

    /** The same for a part of the treatment. */
    Context inStage(Stage part) {
        return new Context(groups, routes, part, indication, schedule, course, ceiling, conditions, path, foreign);
    }

    /** The same for a course of this length. */
    Context lasting(Extent length) {
        return new Context(
                groups, routes, stage, indication, schedule, Optional.of(length), ceiling, conditions, path, foreign);
    }

    /** "The dose is given twice daily as follows:": one schedule and no dose of its own. */
    private static Optional<Schedule> leadIn(SentenceReader reader) {
        Mentions mentions = reader.mentions();
        List<Recurrence> rhythms = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i) instanceof Mention.OfDose) {
                return Optional.empty();
            }
            if (mentions.get(i) instanceof Mention.OfRecurrence r) {
                rhythms.add(r.recurrence());
            }
        }
        return rhythms.size() == 1 ? Optional.of(ScheduleBuilder.of(rhythms.get(0))) : Optional.empty();
    }
}
