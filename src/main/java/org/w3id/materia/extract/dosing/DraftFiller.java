package org.w3id.materia.extract.dosing;

import java.util.Optional;
import org.w3id.materia.extract.dosing.Mention.OfAdministration;
import org.w3id.materia.extract.dosing.Mention.OfCourse;
import org.w3id.materia.extract.dosing.Mention.OfCycleDays;
import org.w3id.materia.extract.dosing.Mention.OfDivision;
import org.w3id.materia.extract.dosing.Mention.OfGroup;
import org.w3id.materia.extract.dosing.Mention.OfNeed;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;
import org.w3id.materia.extract.dosing.Mention.OfRoute;
import org.w3id.materia.extract.dosing.Mention.OfWhen;

/** Writes a construct into the amount that it belongs to; of several courses or divisions the first counts. */
final class DraftFiller {
    private final Tokens tokens;
    private final Clauses clauses;

    DraftFiller(Tokens tokens, Clauses clauses) {
        this.tokens = tokens;
        this.clauses = clauses;
    }

    void put(Reading<Mention> m, DoseDraft draft) {
        draft.end = Math.max(draft.end, m.to());
        if (m.value() instanceof OfRecurrence r) {
            draft.recurrences.add(new DoseDraft.Placed(r.recurrence(), m.from(), m.to()));
        } else if (m.value() instanceof OfWhen w) {
            draft.when.addAll(w.codes());
            if (tokens.is(m.from(), "every", "each", "nightly")) {
                draft.recurrences.add(
                        new DoseDraft.Placed(Recurrence.times(w.codes().size(), "d"), m.from(), m.to()));
            }
        } else if (m.value() instanceof OfCycleDays d) {
            draft.cycle = Optional.of(d.days());
        } else if (m.value() instanceof OfDivision d) {
            draft.divided = draft.divided.or(() -> Optional.of(d.divided()));
        } else if (m.value() instanceof OfCourse c) {
            draft.course = draft.course.or(() -> Optional.of(c.length()));
        } else if (m.value() instanceof OfAdministration a) {
            draft.administration = draft.administration.or(() -> Optional.of(a.length()));
        } else if (m.value() instanceof OfNeed) {
            draft.asNeeded = true;
        } else if (m.value() instanceof OfRoute r) {
            route(m, r.route(), draft);
        } else if (m.value() instanceof OfGroup g) {
            draft.groups.add(g.group());
        }
    }

    /** Of two routes by name both count only where the text joins them: "intramuscularly or intravenously". */
    private void route(Reading<Mention> m, RouteParser.Named route, DoseDraft draft) {
        boolean first = draft.routes.stream().noneMatch(r -> r.strength() == 2);
        if (first || route.strength() < 2 || clauses.joins(draft.routeEnd, m.from())) {
            draft.routes.add(route);
            draft.routeEnd = route.strength() == 2 ? m.to() : draft.routeEnd;
        }
    }
}
