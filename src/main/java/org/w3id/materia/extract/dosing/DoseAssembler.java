package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.dosing.Mention.OfAdministration;
import org.w3id.materia.extract.dosing.Mention.OfCourse;
import org.w3id.materia.extract.dosing.Mention.OfCycleDays;
import org.w3id.materia.extract.dosing.Mention.OfDivision;
import org.w3id.materia.extract.dosing.Mention.OfDose;
import org.w3id.materia.extract.dosing.Mention.OfGroup;
import org.w3id.materia.extract.dosing.Mention.OfNeed;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;
import org.w3id.materia.extract.dosing.Mention.OfRoute;
import org.w3id.materia.extract.dosing.Mention.OfStage;
import org.w3id.materia.extract.dosing.Mention.OfWhen;

/**
 * Gives every construct of a sentence to the amount that it is about. Schedules, courses and the like belong to the
 * amount before them, unless they stand as an adjective before the next ("weekly maintenance doses of 250 mg"); stages
 * belong to the amount behind them; patients and routes to the amount before them in the same clause, else to those behind.
 */
final class DoseAssembler {
    private static final Phrases<Boolean> SEQUENCE = new Phrases<Boolean>()
            .with(true, "then", "followed by", "thereafter", "and then", "afterwards", "subsequently", "after that");

    private static final Phrases<Boolean> TITRATION = new Phrases<Boolean>()
            .with(
                    true,
                    "increase",
                    "increased",
                    "increasing",
                    "increases",
                    "adjusted",
                    "adjust",
                    "adjusting",
                    "titrated",
                    "titrate")
            .with(
                    true,
                    "reduced",
                    "reduce",
                    "reducing",
                    "decreased",
                    "monitored",
                    "monitor",
                    "monitoring",
                    "tapered",
                    "escalated")
            .with(
                    true,
                    "adjustment",
                    "adjustments",
                    "reassessed",
                    "reassess",
                    "re",
                    "evaluated",
                    "changed",
                    "doubled",
                    "escalation")
            .with(
                    true,
                    "higher",
                    "increments",
                    "titration",
                    "raised",
                    "review",
                    "reviewed",
                    "checked",
                    "lowered",
                    "second dose");

    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final List<Role> roles;
    private final Substances substances;
    private final List<DoseDraft> drafts = new ArrayList<>();

    private Reading<Mention> lastBystander;
    private DoseDraft bystanderOwner;

    DoseAssembler(Tokens tokens, List<Reading<Mention>> mentions, List<Role> roles, Substances substances) {
        this.tokens = tokens;
        this.substances = substances;
        this.mentions = mentions;
        this.roles = roles;
    }

    /** The amounts of the sentence with all that belongs to them, in order; amounts that nobody takes included. */
    List<DoseDraft> drafts() {
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).value() instanceof OfDose dose && isAnchor(roles.get(i))) {
                DoseDraft draft = new DoseDraft(mentions.get(i).map(m -> dose.dose()), roles.get(i));
                FormRoute.of(dose.dose()).ifPresent(draft.routes::add);
                draft.routeEnd = draft.end;
                for (int c = i - 1; c >= 0 && !(mentions.get(c).value() instanceof OfDose); c--) {
                    boolean beside =
                            tokens.openBracket(mentions.get(c).from()) == tokens.openBracket(draft.dose.from());
                    if (mentions.get(c).value() instanceof Mention.OfCeiling ceiling && beside) {
                        draft.ceiling = java.util.Optional.of(
                                qualified(ceiling.ceiling(), mentions.get(c).from()));
                    }
                }
                if (draft.ceiling.isEmpty() && !drafts.isEmpty() && draft.role == Role.CEILING) {
                    draft.ceiling = drafts.get(drafts.size() - 1).ceiling;
                }
                drafts.add(draft);
            }
        }
        for (Reading<Mention> mention : mentions) {
            if (!(mention.value() instanceof OfDose) && !(mention.value() instanceof Mention.OfCeiling)) {
                attach(mention);
            }
        }
        explain();
        coordinate();
        carryOver();
        return drafts;
    }

    /** "the total daily dose should not exceed": what is limited stands before the verb. */
    private Ceiling qualified(Ceiling ceiling, int cue) {
        for (int t = cue - 1; t >= Math.max(0, cue - 4); t--) {
            if (tokens.is(t, "daily") && ceiling == Ceiling.PLAIN) {
                return Ceiling.DAILY;
            }
            if (tokens.is(t, ",", ";")) {
                return ceiling;
            }
        }
        return ceiling;
    }

    /** A strength and a restatement are asides: what stands behind them is said of the amount before them. */
    private static boolean isAnchor(Role role) {
        return role != Role.RESTATED && role != Role.STRENGTH;
    }

    private void attach(Reading<Mention> m) {
        if (isOfOther(m.from())) {
            return;
        }
        int behind = nextDraft(m.from());
        DoseDraft before = behind == 0 ? null : outOfBracket(behind - 1, m.from());
        DoseDraft next = behind == drafts.size() ? null : drafts.get(behind);
        if (m.value() instanceof OfWhen && isEmptyStomach()) {
            return;
        }
        if (m.value() instanceof OfStage stage) {
            stage(stage, m, before, next);
        } else if (m.value() instanceof OfGroup || m.value() instanceof OfRoute) {
            bystander(m, before, next);
        } else {
            timing(m, before, next);
        }
    }

    /** "in combination with bortezomib (given subcutaneously)": the bracket is about the other drug. */
    private boolean isOfOther(int at) {
        int open = tokens.openBracket(at);
        return open > 0 && substances.isOther(tokens.word(open - 1));
    }

    /** What stands behind a bracket is said of the amount before it: "5 mg/kg (maximum 200 mg) every 8 hours". */
    private DoseDraft outOfBracket(int index, int at) {
        DoseDraft draft = drafts.get(index);
        int open = tokens.openBracket(draft.dose.from());
        boolean left = open >= 0 && tokens.openBracket(at) != open;
        if (!left || index == 0) {
            return draft;
        }
        DoseDraft outer = drafts.get(index - 1);
        return open - outer.end <= 1 && open >= outer.dose.to() ? outer : draft;
    }

    private void stage(OfStage stage, Reading<Mention> m, DoseDraft before, DoseDraft next) {
        int word = tokens.is(m.from() - 1, "the", "a", "an") ? m.from() - 2 : m.from() - 1;
        boolean named = next != null && next.dose.from() - m.to() <= 2;
        if (!named && tokens.is(word, "if", "after", "following", "before", "since", "than", "until")) {
            return;
        }
        int behind = tokens.is(m.to(), ":") ? m.to() + 1 : m.to();
        if (next != null && !ends(behind, next.dose.from())) {
            next.stages.add(stage.stage());
        } else if (before != null && !parted(before.end, m.from())) {
            before.stages.add(stage.stage());
        }
    }

    private void bystander(Reading<Mention> m, DoseDraft before, DoseDraft next) {
        if (isCompared(m.from())) {
            return;
        }
        boolean sameClause = before != null && !parted(before.end, m.from());
        boolean bracketed = before != null && tokens.is(m.from() - 1, "(") && m.from() - 1 <= before.end + 1;
        if (isJoined(m) && bystanderOwner != null) {
            put(m, bystanderOwner);
            lastBystander = m;
            return;
        }
        lastBystander = m;
        boolean told = m.value() instanceof OfRoute || tokens.is(m.from() - 1, "for", "in", "among", "the", "most");
        if (before != null && (sameClause || bracketed || next == null && told)) {
            put(m, before);
            bystanderOwner = before;
        } else if (next != null) {
            bystanderOwner = next;
            put(m, next);
            next.leads |= m.value() instanceof OfGroup;
        }
    }

    /** "intravenously or intramuscularly": the second goes where the first went. */
    private boolean isJoined(Reading<Mention> m) {
        return lastBystander != null
                && lastBystander.value().getClass().equals(m.value().getClass())
                && joins(lastBystander.to(), m.from());
    }

    /** "the same as for adults", "lower than in adults": those are not the patients that the dose is for. */
    private boolean isCompared(int at) {
        int i = tokens.is(at - 1, "for", "in", "of", "the", "with") ? at - 1 : at;
        i = tokens.is(i - 1, "for", "in", "of", "that") ? i - 1 : i;
        return tokens.is(i - 1, "as", "than", "mirrors")
                || tokens.is(i - 1, "to") && tokens.is(i - 2, "similar", "compared", "identical", "relative")
                || tokens.is(i - 1, "standard", "usual", "normal", "half", "same");
    }

    private void timing(Reading<Mention> m, DoseDraft before, DoseDraft next) {
        if (TITRATION.at(tokens, m.to()) || m.value() instanceof OfNeed && isBehindDivision(m.from())) {
            return;
        }
        if (next != null
                && m.value() instanceof OfCycleDays
                && tokens.is(m.to(), ",", ":")
                && next.dose.from() == m.to() + 1) {
            put(m, next);
            return;
        }
        boolean total =
                m.value() instanceof OfRecurrence r && r.recurrence().bare() && tokens.is(m.to(), "dose", "dosage");
        if (before == null && next != null && next.role == Role.CEILING && total) {
            put(m, next);
            return;
        }
        boolean adjective = next != null
                && linksOnly(m.to(), next.dose.from())
                && (before == null || parted(before.end, m.from()) || tokens.is(m.from() - 1, "a", "the", "or", "and"));
        if (adjective) {
            put(m, next);
        } else if (before == null) {
            if (next != null
                    && !(m.value() instanceof OfNeed)
                    && next.role == Role.DOSE
                    && !titrates(0, m.from())
                    && !tokens.is(m.to(), ";")) {
                put(m, next);
            }
        } else if (!titrates(before.end, m.from()) && !isDenied(before.end, m.from())) {
            DoseDraft owner = before;
            if (m.value() instanceof OfNeed && titrates(clauseOf(before), m.from())) {
                return;
            }
            if (isTime(m) && before.hasTiming() && SEQUENCE.at(tokens, sequenceAt(before.end, m.from()))) {
                owner = before.continued();
                drafts.add(drafts.indexOf(before) + 1, owner);
            }
            put(m, owner);
        }
    }

    /** "on an empty stomach (one hour before or two hours after a meal)" is neither before meals nor after them. */
    private boolean isEmptyStomach() {
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.follows(t, "empty", "stomach")) {
                return true;
            }
        }
        return false;
    }

    /** "divided into several doses if needed": the division is, not the dose. */
    private boolean isBehindDivision(int at) {
        return mentions.stream().anyMatch(m -> m.to() == at && m.value() instanceof OfDivision);
    }

    private int clauseOf(DoseDraft draft) {
        int index = drafts.indexOf(draft);
        return index <= 0 ? 0 : drafts.get(index - 1).end;
    }

    private static boolean isTime(Reading<Mention> m) {
        return m.value() instanceof OfRecurrence || m.value() instanceof OfWhen || m.value() instanceof OfCycleDays;
    }

    private int sequenceAt(int from, int to) {
        for (int t = from; t < to; t++) {
            if (SEQUENCE.at(tokens, t)) {
                return t;
            }
        }
        return to;
    }

    private void put(Reading<Mention> m, DoseDraft draft) {
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
            draft.cycle = java.util.Optional.of(d.days());
        } else if (m.value() instanceof OfDivision d) {
            draft.divided = draft.divided.or(() -> java.util.Optional.of(d.divided()));
        } else if (m.value() instanceof OfCourse c) {
            draft.course = draft.course.or(() -> java.util.Optional.of(c.length()));
        } else if (m.value() instanceof OfAdministration a) {
            draft.administration = draft.administration.or(() -> java.util.Optional.of(a.length()));
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
        if (first || route.strength() < 2 || joins(draft.routeEnd, m.from())) {
            draft.routes.add(route);
            draft.routeEnd = route.strength() == 2 ? m.to() : draft.routeEnd;
        }
    }

    private boolean joins(int from, int to) {
        for (int t = from; t < to; t++) {
            if (!tokens.is(
                    t,
                    "or",
                    "and",
                    "/",
                    ",",
                    "(",
                    ")",
                    "either",
                    "via",
                    "by",
                    "injection",
                    "slow",
                    "deep",
                    "as",
                    "infusion",
                    "a")) {
                return false;
            }
        }
        return from < to;
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

    private int behindArticle(int at) {
        return tokens.is(at - 1, "a", "an", "the", "either") ? at - 1 : at;
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

    private int nextDraft(int at) {
        int i = 0;
        while (i < drafts.size() && drafts.get(i).dose.from() < at) {
            i++;
        }
        return i;
    }

    /** Whether the end of a clause stands between. */
    private boolean parted(int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.is(
                    t,
                    ";",
                    ",",
                    "but",
                    "then",
                    "followed",
                    "while",
                    "whereas",
                    "however",
                    ":",
                    "and",
                    "or",
                    "though",
                    "although")) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(int from, int to) {
        for (int t = from; t < to; t++) {
            if (tokens.is(t, "not", "never", "without")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause ends between; "or" and "and" may join routes inside of one. */
    private boolean ends(int from, int to) {
        for (int t = from; t < to; t++) {
            boolean comma = tokens.is(t, ",") && !tokens.is(t - 1, ".");
            if (comma
                    || tokens.is(
                            t,
                            ";",
                            "but",
                            "then",
                            "followed",
                            "while",
                            "whereas",
                            "however",
                            ":",
                            "though",
                            "although")) {
                return true;
            }
        }
        return false;
    }

    private boolean titrates(int from, int to) {
        for (int t = from; t < to; t++) {
            if (TITRATION.at(tokens, t)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only words that tie an adjective to its noun stand between: "weekly [maintenance doses of] 250 mg". */
    private boolean linksOnly(int from, int to) {
        for (int t = from; t < to; t++) {
            boolean link = tokens.is(
                            t,
                            "dose",
                            "doses",
                            "dosage",
                            "of",
                            "a",
                            "the",
                            "infusion",
                            "infusions",
                            "injection",
                            "injections",
                            "maintenance")
                    || tokens.is(
                            t,
                            "is",
                            "typically",
                            "usually",
                            "administration",
                            "generally",
                            "ranges",
                            "from",
                            "oral",
                            "total",
                            "regimen")
                    || tokens.is(
                            t,
                            "range",
                            "at",
                            "intravenous",
                            "subcutaneous",
                            "dosages",
                            "shouldn't",
                            "must",
                            "cannot",
                            "should",
                            "not",
                            "exceed",
                            "dosing",
                            "with",
                            "be");
            if (!link) {
                return false;
            }
        }
        return true;
    }
}
