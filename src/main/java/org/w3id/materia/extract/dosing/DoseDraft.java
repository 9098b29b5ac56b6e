package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Extent;
import org.w3id.materia.extract.PatientGroup;

/** An amount and what the sentence says about it, while the sentence is being put together. */
final class DoseDraft {
    /** A recurrence and where it stands. */
    record Placed(Recurrence recurrence, int from, int to) {}

    final Reading<Dose> dose;
    final Role role;
    final List<Placed> recurrences = new ArrayList<>();
    final List<String> when = new ArrayList<>();
    final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    final List<RouteParser.Named> routes = new ArrayList<>();
    final List<PatientGroup> groups = new ArrayList<>();
    Optional<CycleDays> cycle = Optional.empty();
    Optional<Divided> divided = Optional.empty();
    Optional<Extent> course = Optional.empty();
    Optional<Extent> administration = Optional.empty();
    Optional<Ceiling> ceiling = Optional.empty();
    boolean asNeeded;

    /** The token behind the amount before it. */
    int clause;

    /** The token behind the last route by name. */
    int routeEnd;

    /** Whether its groups stand before it, so that they govern what follows too. */
    boolean leads;

    /** The token behind the last thing that was read for it. */
    int end;

    DoseDraft(Reading<Dose> dose, Role role) {
        this.dose = dose;
        this.role = role;
        this.end = dose.to();
    }

    boolean hasTiming() {
        return !recurrences.isEmpty()
                || !when.isEmpty()
                || cycle.isPresent()
                || divided.isPresent()
                || course.isPresent();
    }

    /** The same dose for another part of the treatment ("…, then once weekly"). */
    DoseDraft continued() {
        DoseDraft next = new DoseDraft(dose, role);
        next.routes.addAll(routes);
        next.groups.addAll(groups);
        next.ceiling = ceiling;
        next.administration = administration;
        next.end = end;
        return next;
    }

    /** "Twice weekly for two weeks, then once a month": a part of stated length begins the treatment, and the next keeps it up. */
    void beginsWhat(DoseDraft next) {
        if (course.isPresent() && stages.isEmpty()) {
            stages.add(Stage.INITIAL);
            next.stages.add(Stage.MAINTENANCE);
        }
    }

    /** Takes what stands behind the last of several coordinated amounts: "10 mg or 20 mg once daily". */
    void share(DoseDraft last) {
        recurrences.addAll(last.recurrences);
        when.addAll(last.when);
        cycle = cycle.or(() -> last.cycle);
        divided = divided.or(() -> last.divided);
        course = course.or(() -> last.course);
        administration = administration.or(() -> last.administration);
        asNeeded |= last.asNeeded;
        if (routes.isEmpty()) {
            routes.addAll(last.routes);
        }
        if (groups.isEmpty()) {
            groups.addAll(last.groups);
        }
        if (stages.isEmpty()) {
            stages.addAll(last.stages);
        }
    }

    Stage stage() {
        if (!recurrences.isEmpty()) {
            // "a single dose of 5 mg daily" is one dose on each day, not one in all.
            stages.remove(Stage.SINGLE);
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
