package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.grammar.Range;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.dosing.rhythm.CycleDays;
import org.w3id.materia.extract.dosing.rhythm.Divided;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.PatientGroup;

/** An amount and what the sentence says about it, while the sentence is being put together. */
final class DoseDraft {
    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);

    /** A recurrence and where it stands: its tokens and its mention. */
    record Placed(Recurrence recurrence, int from, int to, int mention) {}

    final Reading<Dose> dose;
    final Role role;
    /** The amount's own mention. */
    final int head;

    final List<Placed> recurrences = new ArrayList<>();
    final List<String> when = new ArrayList<>();
    final List<String> daysOfWeek = new ArrayList<>();
    final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    final List<RouteParser.Named> routes = new ArrayList<>();
    final List<PatientGroup> groups = new ArrayList<>();
    final List<String> indications = new ArrayList<>();
    final List<String> conditions = new ArrayList<>();
    final List<Maximum> maxima = new ArrayList<>();
    Optional<CycleDays> cycle = Optional.empty();
    Optional<Divided> divided = Optional.empty();
    Optional<Extent> course = Optional.empty();
    Optional<Extent> administration = Optional.empty();
    Optional<Extent> period = Optional.empty();
    Ceiling ceiling = Ceiling.PLAIN;
    /** The mention of a pause behind its course, with its length. */
    Optional<Reading<Extent>> pause = Optional.empty();

    boolean asNeeded;

    /** Of its conditions those that are points of time, which hold for no dose that follows: "at weeks 0, 2 and 6". */
    final List<String> points = new ArrayList<>();

    /** Whether it holds for counted weeks of the treatment. */
    boolean inWeeks;

    /** Whether a word of sequence parts it from the amount before. */
    boolean follows;

    /** Whether its groups, routes … stand before the amount, so that they hold for what follows too. */
    boolean leadsGroups;

    boolean leadsRoutes;

    /** Whether its patients and conditions stand behind its rhythm, as what is said of several amounts does. */
    boolean closes;

    DoseDraft(Reading<Dose> dose, Role role, int head) {
        this.dose = dose;
        this.role = role;
        this.head = head;
    }

    boolean hasTiming() {
        return !recurrences.isEmpty()
                || !when.isEmpty()
                || !daysOfWeek.isEmpty()
                || cycle.isPresent()
                || divided.isPresent()
                || course.isPresent();
    }

    /** Whether it is told behind the amount how often it is given: "daily" and "weekly" may also say in what time it is the total. */
    boolean hasRhythm() {
        return divided.isPresent()
                || recurrences.stream().anyMatch(r -> !r.recurrence().bare() && r.from() >= dose.to());
    }

    /** "in five divided doses, four times daily": what contradicts itself is not understood. */
    boolean isDividedOtherwise() {
        Optional<Range> parts = divided.flatMap(Divided::parts);
        return recurrences.size() == 1
                && parts.filter(p -> {
                            Recurrence r = recurrences.get(0).recurrence();
                            boolean daily = r.unit().equals("d")
                                    && r.period().compareTo(BigDecimal.ONE) == 0
                                    && r.frequencyMax().isEmpty()
                                    && !r.bare();
                            BigDecimal times = BigDecimal.valueOf(r.frequency().orElse(1));
                            boolean hours =
                                    r.unit().equals("h") && r.frequency().orElse(1) == 1;
                            return daily
                                            && p.low()
                                                    .filter(l -> l.compareTo(times) > 0)
                                                    .isPresent()
                                    || hours && !isWithin(r, p);
                        })
                        .isPresent();
    }

    /** "in 3 or 4 divided doses, every 6 to 8 hours". */
    private static boolean isWithin(Recurrence every, Range parts) {
        BigDecimal most = HOURS_OF_DAY.divide(every.period(), MathContext.DECIMAL32);
        BigDecimal least = HOURS_OF_DAY.divide(every.periodMax().orElse(every.period()), MathContext.DECIMAL32);
        return parts.low().filter(l -> l.compareTo(most) > 0).isEmpty()
                && parts.high().filter(h -> h.compareTo(least) < 0).isEmpty();
    }

    /** Whether nothing but its amount is said of it. */
    boolean isBare() {
        return !hasTiming()
                && period.isEmpty()
                && administration.isEmpty()
                && !asNeeded
                && stages.isEmpty()
                && routes.isEmpty()
                && groups.isEmpty()
                && indications.isEmpty()
                && conditions.isEmpty();
    }

    /** The same dose for another part of the treatment ("…, then once weekly"). */
    DoseDraft continued() {
        DoseDraft next = new DoseDraft(dose, role, head);
        next.routes.addAll(routes);
        next.groups.addAll(groups);
        next.indications.addAll(indications);
        next.conditions.addAll(conditions);
        next.conditions.removeAll(points);
        next.administration = administration;
        next.follows = true;
        return next;
    }

    /** The same dose, as it is given so far, for other patients. */
    DoseDraft forPatients(PatientGroup group) {
        DoseDraft same = new DoseDraft(dose, role, head);
        same.share(this);
        same.routes.clear();
        same.routes.addAll(routes);
        same.stages.addAll(stages);
        same.groups.clear();
        same.groups.add(group);
        same.conditions.clear();
        same.conditions.addAll(conditions);
        return same;
    }

    /** Takes what stands behind the last of several coordinated amounts: "10 mg or 20 mg once daily". */
    void share(DoseDraft last) {
        boolean once = stages.contains(Stage.SINGLE) && last.course.isPresent();
        if (!once) {
            shareTiming(last);
        }
        if (routes.isEmpty()) {
            routes.addAll(last.routes);
        }
        if (groups.isEmpty() && (last.closes || last.leadsGroups)) {
            groups.addAll(last.groups);
        }
        if (indications.isEmpty()) {
            indications.addAll(last.indications);
        }
        if (stages.isEmpty()) {
            stages.addAll(last.stages);
        }
        if (last.closes) {
            last.conditions.stream().filter(c -> !conditions.contains(c)).forEach(conditions::add);
        }
    }

    /** "a single dose of 1 g or 500 mg daily for 3 days": what is given once has not the other's rhythm. */
    private void shareTiming(DoseDraft last) {
        recurrences.addAll(last.recurrences);
        when.addAll(last.when);
        daysOfWeek.addAll(last.daysOfWeek);
        cycle = cycle.or(() -> last.cycle);
        divided = divided.or(() -> last.divided);
        course = course.or(() -> last.course);
        administration = administration.or(() -> last.administration);
        asNeeded |= last.asNeeded;
    }

    /** Whether all of it is given at one time: "as a single dose", of which no rhythm is told. */
    private boolean isGivenOnce() {
        boolean one = divided.flatMap(Divided::parts)
                .filter(p -> p.isSingle() && p.most().compareTo(BigDecimal.ONE) == 0)
                .isPresent();
        return one
                && recurrences.isEmpty()
                && when.isEmpty()
                && course.isEmpty()
                && dose.value().first().perTime().isEmpty();
    }

    Stage stage() {
        if (!recurrences.isEmpty()) {
            // "a single dose of 5 mg daily" is one dose on each day, not one in all.
            stages.remove(Stage.SINGLE);
        } else if (isGivenOnce()) {
            stages.add(Stage.SINGLE);
        }
        for (Stage stage :
                List.of(Stage.PREMEDICATION, Stage.LOADING, Stage.MAINTENANCE, Stage.INITIAL, Stage.SINGLE)) {
            if (stages.contains(stage)) {
                return stage;
            }
        }
        return Stage.GENERAL;
    }
}
