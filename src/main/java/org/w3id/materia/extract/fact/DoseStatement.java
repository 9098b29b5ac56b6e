package org.w3id.materia.extract.fact;

import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * One statement about dosing. A statement that could not be computed is its sentence alone, with the words that were not
 * understood.
 *
 * @param scope whom and what it is for, and all that governs it
 * @param dose how much, when, how and for how long
 * @param maxima the most that may be given; each with its own period
 * @param text the sentence, or the table row as text, without markup
 * @param unread the words that nothing accounts for, in the order of the text; empty where the statement was read whole
 * @param whyText why it is no computed dose, where every word of it was read
 */
public record DoseStatement(
        Scope scope,
        Dose dose,
        List<Maximum> maxima,
        String text,
        List<String> unread,
        WhyText whyText,
        Evidence evidence) {
    public DoseStatement {
        maxima = List.copyOf(maxima);
        unread = List.copyOf(unread);
    }

    /** Whether the statement is more than its sentence: a dose or a ceiling was read. */
    public boolean isComputed() {
        return dose.amount().isPresent() || !maxima.isEmpty();
    }

    /** The same statement within another scope. */
    public DoseStatement within(Scope other) {
        return new DoseStatement(other, dose, maxima, text, unread, whyText, evidence);
    }

    /** The same statement with another dose. */
    public DoseStatement giving(Dose other) {
        return new DoseStatement(scope, other, maxima, text, unread, whyText, evidence);
    }

    /** The patients that it is for; none where the text names none. */
    public List<PatientGroup> groups() {
        return scope.groups();
    }

    /** The condition that it is for, as the text names it; empty where it names none. */
    public Optional<String> indication() {
        return scope.indication();
    }

    /** Which of several ingredients the amount is of; empty where it is the medicine itself. */
    public Optional<String> ingredient() {
        return scope.ingredient();
    }

    /** The part of the treatment that the dose belongs to. */
    public Stage stage() {
        return dose.stage();
    }

    /** Empty where nothing tells it. */
    public Optional<Route> route() {
        return dose.route();
    }

    /** How much; empty where the statement is text alone, or tells maxima alone. */
    public Optional<Amount> amount() {
        return dose.amount();
    }

    /** How often; empty where nothing tells it. */
    public Optional<Schedule> schedule() {
        return dose.schedule();
    }

    /** How long the treatment lasts; empty where nothing tells it. */
    public Optional<Extent> course() {
        return dose.course();
    }

    /** How long one dose takes, such as an infusion; empty where nothing tells it. */
    public Optional<Extent> administration() {
        return dose.administration();
    }

    /** Whether it is taken only when it is needed. */
    public boolean asNeeded() {
        return dose.asNeeded();
    }

    /**
     * Whom and what a dose is for.
     *
     * @param groups the patients; empty where the text does not say
     * @param indication the one condition that it is for, where stated
     * @param path the headings, labels, lead-ins and row heads that govern it, verbatim, outermost first
     * @param conditions what the sentence makes the dose depend on, verbatim ("if tolerated"), where no slot holds it
     * @param ingredient the ingredient of a combination that the statement is about
     */
    public record Scope(
            List<PatientGroup> groups,
            Optional<String> indication,
            List<String> path,
            List<String> conditions,
            Optional<String> ingredient) {
        private static final String PARTING = " › ";

        public Scope {
            groups = List.copyOf(groups);
            path = List.copyOf(path);
            conditions = List.copyOf(conditions);
        }

        /** What governs the dose in one line; empty where nothing does. */
        public Optional<String> context() {
            return path.isEmpty() ? Optional.empty() : Optional.of(String.join(PARTING, path));
        }
    }

    /**
     * How a medicine is given.
     *
     * @param stage which part of the treatment it describes
     * @param route how it is given, where stated
     * @param amount per administration; over {@code d} or {@code wk} a total, over {@code h} or {@code min} a rate
     * @param schedule when
     * @param course how long the treatment lasts
     * @param administration how long one administration takes ("over at least 60 minutes")
     * @param asNeeded whether it is taken as needed
     * @param sequence the place of a step among those of its sentence or table that follow each other, from 1
     */
    public record Dose(
            Stage stage,
            Optional<Route> route,
            Optional<Amount> amount,
            Optional<Schedule> schedule,
            Optional<Extent> course,
            Optional<Extent> administration,
            boolean asNeeded,
            Optional<Integer> sequence) {
        /** No dose. */
        public static final Dose NONE = new Dose(
                Stage.GENERAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());

        /** The same dose in another part of the treatment. */
        public Dose withStage(Stage other) {
            return new Dose(other, route, amount, schedule, course, administration, asNeeded, sequence);
        }

        /** The same dose by that route, whatever it had. */
        public Dose withRoute(Route other) {
            return new Dose(stage, Optional.of(other), amount, schedule, course, administration, asNeeded, sequence);
        }

        /** The same dose, given in this rhythm. */
        public Dose withSchedule(Schedule rhythm) {
            return new Dose(stage, route, amount, Optional.of(rhythm), course, administration, asNeeded, sequence);
        }

        /** The same dose, for as long as this. */
        public Dose withCourse(Extent length) {
            return new Dose(stage, route, amount, schedule, Optional.of(length), administration, asNeeded, sequence);
        }

        /** The same dose, taken as needed. */
        public Dose takenAsNeeded() {
            return new Dose(stage, route, amount, schedule, course, administration, true, sequence);
        }

        /** @param place of the dose among those that follow each other, from 1 on */
        public Dose withSequence(int place) {
            return new Dose(stage, route, amount, schedule, course, administration, asNeeded, Optional.of(place));
        }
    }

    /**
     * The most that may be given.
     *
     * @param amount with its upper end only; never over a time
     * @param period in which it holds ("in any 24 hours", "in 15 minutes"); absent for one administration
     */
    public record Maximum(Amount amount, Optional<Extent> period) {
        public Maximum {
            if (amount.perTime().isPresent() && period.isPresent()) {
                throw new IllegalArgumentException("a maximum has one period");
            }
        }
    }

    /** The codes of {@code CodeSystem/dosing-stage}. */
    public enum Stage {
        GENERAL("general"),
        INITIAL("initial"),
        LOADING("loading"),
        MAINTENANCE("maintenance"),
        SINGLE("single"),
        MAXIMUM("maximum"),
        PREMEDICATION("premedication");

        private final String code;

        Stage(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
