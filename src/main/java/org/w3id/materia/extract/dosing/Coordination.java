package org.w3id.materia.extract.dosing;

import java.util.List;
import org.w3id.materia.extract.DoseStatement.Stage;

/** Lets the amounts of a sentence share what is said once for several of them. */
final class Coordination {
    private final Tokens tokens;
    private final Substances substances;
    private final List<DoseDraft> drafts;

    Coordination(Tokens tokens, Substances substances, List<DoseDraft> drafts) {
        this.tokens = tokens;
        this.substances = substances;
        this.drafts = drafts;
    }

    void share() {
        explain();
        coordinate();
        carryOver();
    }

    /** "10 mg, 20 mg, or 40 mg once daily": what stands behind the last is said of all. */
    private void coordinate() {
        for (int i = drafts.size() - 2; i >= 0; i--) {
            DoseDraft a = drafts.get(i);
            DoseDraft b = drafts.get(i + 1);
            if (a.role != b.role
                    || a.dose.equals(b.dose)
                    || a.stages.contains(Stage.SINGLE) && !tokens.is(b.dose.to(), ",")) {
                continue;
            }
            boolean total = a.dose.value().first().perTime().isPresent()
                    && b.dose.value().first().perTime().isEmpty();
            if (!a.hasTiming() && !total && isCoordination(a.end, b.dose.from())) {
                b.stages.addAll(a.stages);
                a.share(b);
            } else if (!b.hasTiming() && leads(a) && isCoordination(a.dose.to(), b.dose.from())) {
                b.recurrences.addAll(a.recurrences);
            } else if (b.stages.isEmpty() && tokens.is(behindArticle(b.dose.from()) - 1, "or")) {
                b.stages.addAll(a.stages);
            }
        }
    }

    /** "160 mg/day in four doses (40 mg four times a day)": the bracket says the same in other words. */
    private void explain() {
        for (int i = 1; i < drafts.size(); i++) {
            DoseDraft outer = drafts.get(i - 1);
            DoseDraft inner = drafts.get(i);
            int open = tokens.openBracket(inner.dose.from());
            boolean behind = open > outer.dose.from() && tokens.openBracket(outer.dose.from()) != open;
            if (behind && inner.role == Role.DOSE && outer.role == Role.DOSE && outer.divided.isPresent()) {
                inner.stages.addAll(outer.stages);
                inner.course = inner.course.or(() -> outer.course);
            }
        }
    }

    /** "Twice-daily dosing is 400 mg of one and 100 mg of the other": the schedule stands before both. */
    private static boolean leads(DoseDraft draft) {
        return !draft.recurrences.isEmpty() && draft.recurrences.stream().allMatch(r -> r.to() <= draft.dose.from());
    }

    private boolean isCoordination(int from, int to) {
        boolean conjunction = false;
        for (int t = from; t < to; t++) {
            conjunction |= tokens.is(t, "or", "and", "/", ",", "+");
            boolean name = tokens.get(t).isWord()
                    && (Character.isUpperCase(tokens.raw(t).charAt(0)) || substances.isOwn(tokens.word(t)));
            boolean inBracket = bracketed(from, t);
            if (!name
                    && !inBracket
                    && !tokens.is(
                            t,
                            "or",
                            "and",
                            "/",
                            ",",
                            "either",
                            "a",
                            "an",
                            "of",
                            "the",
                            "fumarate",
                            "v",
                            "w",
                            "solution",
                            "gel",
                            "cream",
                            "ointment",
                            "+")) {
                return false;
            }
        }
        return conjunction;
    }

    private boolean bracketed(int from, int at) {
        boolean open = false;
        for (int t = from; t <= at; t++) {
            if (tokens.is(t, "(")) {
                open = true;
            } else if (tokens.is(t, ")")) {
                if (t == at) {
                    return open;
                }
                open = false;
            }
        }
        return open;
    }

    private int behindArticle(int at) {
        return tokens.is(at - 1, "a", "an", "the", "either") ? at - 1 : at;
    }

    /** Patients and routes that lead govern the amounts behind too; those of one amount alone govern a short sentence. */
    private void carryOver() {
        List<DoseDraft> taken = drafts.stream()
                .filter(d -> d.role == Role.DOSE || d.role == Role.CEILING)
                .toList();

        List<RouteParser.Named> led = List.of();
        DoseDraft leader = null;
        for (DoseDraft draft : taken) {
            if (!draft.groups.isEmpty()) {
                leader = draft.leads ? draft : leader;
            } else if (leader != null) {
                draft.groups.addAll(leader.groups);
            }
            if (draft.routes.isEmpty()) {
                draft.routes.addAll(led);
            } else {
                led = List.copyOf(draft.routes);
            }
        }
    }
}
