package org.w3id.materia.extract.dosing.sentence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.rhythm.Divided;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.dosing.rhythm.Weeks;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.language.NameBook;

/** Puts the mentions of a sentence into the drafts that own them, and claims what found its place. */
final class DraftFiller {
    private final Tokens tokens;
    private final Mentions mentions;
    private final Account account;

    /** A second part of a treatment with the same dose: "twice weekly for two weeks, then once weekly". */
    private final Map<DoseDraft, DoseDraft> continuations = new LinkedHashMap<>();

    /** The draft behind whose amount a semicolon stood, with no other amount behind it. */
    private DoseDraft ended;

    /** The draft behind whose amount a change was told of, without an amount of its own. */
    private DoseDraft changed;

    /** The draft behind which a later part of the treatment is told of, without its dose. */
    private DoseDraft later;

    DraftFiller(Tokens tokens, Mentions mentions, Account account) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.account = account;
    }

    Map<DoseDraft, DoseDraft> continuations() {
        return continuations;
    }

    void fill(int i, DoseDraft owner) {
        Mention m = mentions.get(i);
        boolean behind = i > owner.head;
        if (m instanceof Mention.OfChange) {
            account.claim(i);
            changed = behind ? owner : changed;
            return;
        }
        if (mentions.isJoint(i, Joint.SEMICOLON)) {
            changed = null;
            ended = behind ? owner : ended;
        }
        if (m instanceof Mention.OfRecurrence
                && i + 1 < mentions.size()
                && (mentions.get(i + 1) instanceof Mention.OfChange || mentions.get(i + 1) instanceof Mention.OfStep)) {
            // "with daily increases": the rhythm of the change.
            account.claim(i);
            return;
        }
        if (owner.role == Role.STEP || behind && changed == owner || isIntervalOfChange(i, owner)) {
            ofChange(i, m);
            return;
        }
        if (behind && ended == owner && !mentions.isTiming(i) && !(m instanceof Mention.OfCondition)) {
            return;
        }
        boolean between = !behind
                && owner.role == Role.CEILING
                && mentions.all().subList(0, i).stream().anyMatch(r -> r.value() instanceof Mention.OfDose);
        if (between && m instanceof Mention.OfCondition && isOfAnotherDrug(i)) {
            // "adjusted to the dose of warfarin, up to 20 mg": no dose of the sentence would keep it.
            return;
        }
        DoseDraft draft = behind ? continuations.getOrDefault(owner, owner) : owner;
        if (put(i, m, draft, behind)) {
            account.claim(i);
        }
    }

    /** Of a change only its rhythm, its course and its conditions may be told; whom it is for would be another dose. */
    private void ofChange(int i, Mention m) {
        boolean told = mentions.isTiming(i)
                || m instanceof Mention.OfCondition && !isOfAnotherDrug(i)
                || m instanceof Mention.OfStep
                || m instanceof Mention.OfCeiling
                || m instanceof Mention.OfSequence;
        if (told && !(m instanceof Mention.OfCeiling)) {
            account.claim(i);
        }
    }

    /** "increased when warfarin is stopped": of another drug nothing is passed over. */
    private boolean isOfAnotherDrug(int i) {
        return IntStream.range(mentions.from(i), mentions.to(i))
                .anyMatch(t -> NameBook.get().isDrug(tokens.word(t)));
    }

    /** "increasing every week to 10 mg": the rhythm of the change stands between it and the amount. */
    private boolean isIntervalOfChange(int i, DoseDraft owner) {
        if (!(mentions.get(i) instanceof Mention.OfRecurrence) || i > owner.head) {
            return false;
        }
        boolean adjective = mentions.get(i) instanceof Mention.OfRecurrence r
                && r.recurrence().bare();
        for (int k = i - 1; k >= 0 && !mentions.isJoint(k, Joint.SEMICOLON); k--) {
            if (mentions.get(k) instanceof Mention.OfChange) {
                return !adjective || !tokens.is(mentions.to(i), "dose", "dosage");
            }
            if (mentions.get(k) instanceof Mention.OfDose || mentions.get(k) instanceof Mention.OfSequence) {
                return false;
            }
        }
        return false;
    }

    /** Whether the mention found a place. */
    private boolean put(int i, Mention m, DoseDraft draft, boolean behind) {
        if (m instanceof Mention.OfRecurrence r) {
            return draft.recurrences.add(new DoseDraft.Placed(r.recurrence(), mentions.from(i), mentions.to(i), i));
        }
        if (m instanceof Mention.OfWhen w) {
            return w.codes().isEmpty() || when(i, w.codes(), draft);
        }
        if (m instanceof Mention.OfDaysOfWeek d) {
            return draft.daysOfWeek.addAll(d.codes());
        }
        if (m instanceof Mention.OfGroup g) {
            draft.closes |= behind && draft.hasTiming();
            draft.leadsGroups |= !behind;
            return draft.groups.add(g.group());
        }
        if (m instanceof Mention.OfRoute r) {
            draft.leadsRoutes |= !behind;
            return draft.routes.add(r.route());
        }
        if (m instanceof Mention.OfStage s) {
            if (draft != later) {
                draft.stages.add(s.stage());
            }
            return true;
        }
        if (m instanceof Mention.OfNeed) {
            return need(i, draft);
        }
        if (m instanceof Mention.OfCondition) {
            draft.closes |= behind && draft.hasTiming();
            if (behind && isPoint(mentions.from(i))) {
                draft.points.add(tokens.text(mentions.from(i), mentions.to(i)));
            }
            return draft.conditions.add(tokens.text(mentions.from(i), mentions.to(i)));
        }
        if (m instanceof Mention.OfIndication indication) {
            return draft.indications.add(indication.words());
        }
        if (m instanceof Mention.OfName name) {
            return name.kinds().contains(org.w3id.materia.language.NameKind.BODY_SITE)
                    || name.isDisease() && draft.indications.add(tokens.text(mentions.from(i), mentions.to(i)));
        }
        return single(i, m, draft, behind);
    }

    /** "at weeks 0, 2 and 6", "at 0, 2 and 6 weeks". */
    private boolean isPoint(int at) {
        boolean counted =
                tokens.is(at + 1, "week", "weeks", "month", "months", "day", "days") && tokens.isDigits(at + 2);
        return tokens.is(at, "at", "in", "on") && (counted || tokens.isDigits(at + 1));
    }

    /** What a dose has one of. */
    private boolean single(int i, Mention m, DoseDraft draft, boolean behind) {
        if (m instanceof Mention.OfCycleDays c && draft.cycle.isEmpty()) {
            draft.cycle = Optional.of(c.days());
            return true;
        }
        if (m instanceof Mention.OfDivision d) {
            return divide(i, d.divided(), draft);
        }
        if (m instanceof Mention.OfCourse c && draft.course.isEmpty() && !isGivenOnce(draft)) {
            draft.course = Optional.of(c.length());
            if (isFirst(i)) {
                draft.stages.add(Stage.INITIAL);
            }
            return true;
        }
        if (m instanceof Mention.OfCourse c
                && draft.course.isPresent()
                && c.length().low().isEmpty()) {
            // "for 7 days, but for no more than 14 days": no slot holds both.
            return draft.conditions.add(tokens.text(mentions.from(i), mentions.to(i)));
        }
        if (m instanceof Mention.OfBreak b && draft.pause.isEmpty()) {
            draft.pause = Optional.of(new Reading<>(b.length(), i, i + 1));
            return true;
        }
        if (m instanceof Mention.OfWeeks w && draft.course.isEmpty()) {
            return weeks(i, w.weeks(), draft);
        }
        if (m instanceof Mention.OfAdministration a) {
            return administration(a.length(), draft);
        }
        if (m instanceof Mention.OfPeriod p && draft.role == Role.CEILING && draft.period.isEmpty()) {
            draft.period = Optional.of(p.length());
            return true;
        }
        if (m instanceof Mention.OfCeiling c
                && draft.role == Role.CEILING
                && (!behind || tokens.is(mentions.to(i) - 1, "exceeded"))) {
            draft.ceiling = c.ceiling() == Ceiling.PLAIN ? draft.ceiling : c.ceiling();
            return true;
        }
        if (m instanceof Mention.OfPeriod p && draft.role == Role.DOSE) {
            return total(i, p.length(), draft);
        }
        if (m instanceof Mention.OfSequence) {
            return sequence(i, draft, behind);
        }
        return false;
    }

    /** "if needed, increased to 10 mg", "once daily, or twice daily if needed": what is needed is the change, not the dose. */
    private boolean need(int i, DoseDraft draft) {
        int alternative = alternativeBefore(i);
        if (alternative < i || isAimOfChange(draft.head)) {
            return draft.conditions.add(tokens.text(mentions.from(alternative), mentions.to(i)));
        }
        draft.asNeeded = true;
        return true;
    }

    private boolean isAimOfChange(int head) {
        for (int k = head - 1; k >= 0 && !mentions.isJoint(k, Joint.SEMICOLON); k--) {
            if (mentions.get(k) instanceof Mention.OfChange) {
                return true;
            }
            if (mentions.get(k) instanceof Mention.OfDose || mentions.get(k) instanceof Mention.OfSequence) {
                return false;
            }
        }
        return false;
    }

    /** The "or" of the other rhythm or division that stands directly before mention {@code i}; {@code i} where none does. */
    private int alternativeBefore(int i) {
        int k = i - 1;
        while (k > 0 && (mentions.get(k) instanceof Mention.OfInert || mentions.isJoint(k, Joint.CLOSE))) {
            k = mentions.isJoint(k, Joint.CLOSE) ? mentions.openBracket(k - 1) - 1 : k - 1;
        }
        int or = k - 1;
        while (or > 0 && mentions.get(or) instanceof Mention.OfInert) {
            or--;
        }
        boolean rhythm = k > 0
                && (mentions.get(k) instanceof Mention.OfDivision || mentions.get(k) instanceof Mention.OfRecurrence);
        int first = mentions.isJoint(or - 1, Joint.COMMA) ? or - 2 : or - 1;
        return rhythm && mentions.isJoint(or, Joint.OR) && first > 0 && mentions.isTiming(first) ? or : i;
    }

    /** "in the morning or in the evening": codes would mean both, so that the words go with the dose. */
    private boolean when(int i, List<String> codes, DoseDraft draft) {
        if (draft.when.isEmpty() || !isAlternative(i)) {
            return draft.when.addAll(codes);
        }
        draft.when.clear();
        int first = i - 1;
        while (!(mentions.get(first) instanceof Mention.OfWhen)) {
            first--;
        }
        return draft.conditions.add(tokens.text(mentions.from(first), mentions.to(i)));
    }

    /** "in one dose or in two", "once daily or in two divided doses": from the fewer to the more parts. */
    private boolean divide(int i, Divided divided, DoseDraft draft) {
        boolean alternative = isAlternative(i);
        if (draft.divided.isPresent() && !alternative) {
            return false;
        }
        Recurrence once = Recurrence.times(1, "d");
        boolean whole = alternative
                && draft.recurrences.removeIf(
                        r -> !r.recurrence().bare() && r.recurrence().restates(once));
        Optional<Divided> before = whole ? Optional.of(Divided.WHOLE) : draft.divided;
        draft.divided = before.map(b -> b.or(divided)).or(() -> Optional.of(divided));
        if (before.isPresent() && draft.divided.flatMap(Divided::parts).isEmpty()) {
            draft.conditions.add(tokens.text(mentions.from(i), mentions.to(i)));
        }
        return true;
    }

    /** What is given once lasts for no course: that is told of something else. */
    private static boolean isGivenOnce(DoseDraft draft) {
        return draft.stages.contains(Stage.SINGLE) && draft.recurrences.isEmpty() && draft.divided.isEmpty();
    }

    /** Which weeks they are no slot holds, so that the words go with the dose too. */
    private boolean weeks(int i, Weeks weeks, DoseDraft draft) {
        draft.course = Optional.of(weeks.length());
        draft.inWeeks = true;
        if (weeks.beginTreatment()) {
            draft.stages.add(Stage.INITIAL);
        }
        return draft.conditions.add(tokens.text(mentions.from(i), mentions.to(i)));
    }

    /** "60 mg of iron per day", "in 2 doses per day": as "daily". */
    private boolean total(int i, Extent period, DoseDraft draft) {
        boolean one = period.low()
                .filter(n -> n.compareTo(java.math.BigDecimal.ONE) == 0)
                .isPresent();
        if (!one || !draft.recurrences.isEmpty()) {
            return false;
        }
        return draft.recurrences.add(
                new DoseDraft.Placed(Recurrence.times(1, period.unit()).asBare(), mentions.from(i), mentions.to(i), i));
    }

    /** "on the first day", "for the first 2 weeks": the beginning of the treatment. */
    private boolean isFirst(int course) {
        return IntStream.range(mentions.from(course), mentions.to(course)).anyMatch(t -> tokens.is(t, "first"));
    }

    private boolean isAlternative(int i) {
        int before = i - 1;
        while (before > 0 && mentions.get(before) instanceof Mention.OfInert) {
            before--;
        }
        return mentions.isJoint(before, Joint.OR);
    }

    /** "1.8 mg over a 1-hour period": for a maximum the time in which it holds. */
    private static boolean administration(Extent length, DoseDraft draft) {
        if (draft.role == Role.CEILING && draft.period.isEmpty()) {
            draft.period = Optional.of(length);
            return true;
        }
        boolean free = draft.administration.isEmpty();
        draft.administration = draft.administration.or(() -> Optional.of(length));
        return free;
    }

    private boolean isTimedBehind(int i) {
        return IntStream.range(i + 1, mentions.size())
                .anyMatch(k -> mentions.isTiming(k) || mentions.get(k) instanceof Mention.OfDose);
    }

    private boolean sequence(int i, DoseDraft draft, boolean behind) {
        if (behind && mentions.nextMeaning(i + 1) instanceof Mention.OfChange) {
            // "followed by a titration": no second amount is told.
            changed = draft;
            return true;
        }
        if (!behind) {
            draft.follows = true;
            return true;
        }
        if (mentions.nextMeaning(i + 1) instanceof Mention.OfStage && !isTimedBehind(i)) {
            // "a loading dose of 5 mg, followed by maintenance": of that nothing is told.
            later = draft;
            return true;
        }
        boolean timed = draft.hasTiming()
                || !draft.points.isEmpty() && mentions.nextMeaning(i + 1) instanceof Mention.OfRecurrence;
        if (!timed || draft.role != Role.DOSE || continuations.containsValue(draft)) {
            return false;
        }
        // "and 2 mg daily thereafter.": nothing comes behind it.
        boolean ends = mentions.isJoint(i + 1, Joint.STOP) || mentions.isJoint(i + 1, Joint.SEMICOLON);
        if (!ends) {
            continuations.put(draft, draft.continued());
        }
        return i + 1 < mentions.size();
    }
}
