package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.PatientGroup;
import org.w3id.materia.extract.Population;
import org.w3id.materia.extract.Schedule;
import org.w3id.materia.extract.Statement;
import org.w3id.materia.extract.Statement.Governor;

/**
 * What the headings, labels and lead-in sentences above a sentence say about its doses; the innermost wins.
 *
 * @param indication the condition that a label names
 * @param schedule the one rhythm that a lead-in sentence gives for the doses below it
 * @param ceiling where the innermost label makes the amounts below it ceilings ("Maximum dose")
 */
record Context(
        List<PatientGroup> groups,
        List<RouteParser.Named> routes,
        Stage stage,
        Optional<String> indication,
        Optional<Schedule> schedule,
        Optional<Ceiling> ceiling) {
    static final Context NOTHING =
            new Context(List.of(), List.of(), Stage.GENERAL, Optional.empty(), Optional.empty(), Optional.empty());

    Context {
        groups = List.copyOf(groups);
        routes = List.copyOf(routes);
    }

    static Context of(Statement statement, SentenceReaders readers) {
        Context context = NOTHING;
        for (Governor governor : statement.governors()) {
            context = context.under(governor, readers);
        }
        return context;
    }

    private Context under(Governor governor, SentenceReaders readers) {
        SentenceReader reader = readers.of(governor.text());
        List<PatientGroup> named = new ArrayList<>();
        List<RouteParser.Named> ways = new ArrayList<>();
        Stage part = Stage.GENERAL;
        for (Reading<Mention> mention : reader.mentions()) {
            if (mention.value() instanceof Mention.OfGroup g) {
                named.add(g.group());
            } else if (mention.value() instanceof Mention.OfRoute r) {
                ways.add(r.route());
            } else if (mention.value() instanceof Mention.OfStage s && governor.role() != Statement.Role.LEAD_IN) {
                part = s.stage();
            }
        }
        Optional<Ceiling> most = reader.mentions().stream()
                .filter(m -> m.value() instanceof Mention.OfCeiling)
                .map(m -> ((Mention.OfCeiling) m.value()).ceiling())
                .findFirst();
        boolean label = governor.role() != Statement.Role.LEAD_IN;
        Optional<String> condition = label ? IndicationLabel.condition(reader, readers.substances()) : Optional.empty();
        return new Context(
                refined(groups, named),
                ways.isEmpty() ? routes : ways,
                part == Stage.GENERAL ? stage : part,
                condition.or(() -> indication),
                label ? schedule : leadIn(reader).or(() -> schedule),
                label ? most : ceiling);
    }

    /** "The dose is given twice daily as follows:": one schedule and no dose of its own. */
    private static Optional<Schedule> leadIn(SentenceReader reader) {
        boolean dose = reader.mentions().stream().anyMatch(m -> m.value() instanceof Mention.OfDose);
        if (dose || reader.tokens().size() == 0) {
            return Optional.empty();
        }
        List<Optional<Schedule>> schedules = reader.drafts(new Reading<>(true, 0, 1)).stream()
                .flatMap(d -> new ScheduleBuilder(reader.tokens(), d).schedules().stream())
                .toList();
        return schedules.size() == 1 ? schedules.get(0) : Optional.empty();
    }

    /** Groups that name nobody but only set a band narrow the groups above them; others replace them. */
    static List<PatientGroup> refined(List<PatientGroup> outer, List<PatientGroup> inner) {
        if (inner.isEmpty()) {
            return merged(outer);
        }
        List<PatientGroup> refined = new ArrayList<>();
        for (PatientGroup group : inner) {
            if (isBandOnly(group) && !outer.isEmpty()) {
                outer.stream().map(o -> narrowed(o, group)).forEach(refined::add);
            } else {
                refined.add(group);
            }
        }
        List<PatientGroup> impaired =
                refined.stream().filter(Context::isImpaired).toList();
        return merged(impaired.isEmpty() ? refined : impaired);
    }

    /** "Severe renal impairment (CrCl <30 mL/min)" names one group twice; two bands of one population stay two groups. */
    private static List<PatientGroup> merged(List<PatientGroup> groups) {
        List<PatientGroup> merged = new ArrayList<>();
        for (PatientGroup group : groups) {
            int same = 0;
            while (same < merged.size() && !isSame(merged.get(same), group)) {
                same++;
            }
            if (same == merged.size()) {
                merged.add(group);
            } else {
                merged.set(same, joined(merged.get(same), group));
            }
        }
        return merged;
    }

    private static boolean isSame(PatientGroup a, PatientGroup b) {
        boolean ages = a.age().isPresent() && b.age().isPresent() && !a.age().equals(b.age());
        boolean weights =
                a.weight().isPresent() && b.weight().isPresent() && !a.weight().equals(b.weight());
        return a.population().isPresent() && a.population().equals(b.population()) && !ages && !weights;
    }

    private static PatientGroup joined(PatientGroup a, PatientGroup b) {
        String words = a.words().contains(b.words()) ? a.words() : a.words() + ", " + b.words();
        return new PatientGroup(
                a.population(), words, a.age().or(b::age), a.weight().or(b::weight));
    }

    /** "6-12 years" and "≥60 kg", as against "children 6-12 years". */
    private static boolean isBandOnly(PatientGroup group) {
        return !Character.isLetter(group.words().charAt(0))
                || group.population().isEmpty()
                || group.words()
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("(?:ages?|aged|over|under|above|below|between|from|less|older|younger)\\b.*");
    }

    private static PatientGroup narrowed(PatientGroup outer, PatientGroup band) {
        return new PatientGroup(
                outer.population().or(band::population),
                outer.words() + ", " + band.words(),
                band.age().or(outer::age),
                band.weight().or(outer::weight));
    }

    private static boolean isImpaired(PatientGroup group) {
        return group.population().equals(Optional.of(Population.RENAL))
                || group.population().equals(Optional.of(Population.HEPATIC));
    }
}
