package org.w3id.materia.extract.dosing;

import java.util.List;
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
    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final Clauses clauses;
    private final DraftFiller filler;
    private final Substances substances;
    private final List<DoseDraft> drafts;

    private Reading<Mention> lastBystander;
    private DoseDraft bystanderOwner;

    DoseAssembler(Tokens tokens, List<Reading<Mention>> mentions, List<Role> roles, Substances substances) {
        this.tokens = tokens;
        this.substances = substances;
        this.mentions = mentions;
        this.clauses = new Clauses(tokens, substances);
        this.filler = new DraftFiller(tokens, clauses);
        this.drafts = new DraftMaker(tokens, mentions, roles).drafts();
    }

    /** The amounts of the sentence with all that belongs to them, in order; amounts that nobody takes included. */
    List<DoseDraft> drafts() {
        for (Reading<Mention> mention : mentions) {
            if (!(mention.value() instanceof OfDose) && !(mention.value() instanceof Mention.OfCeiling)) {
                attach(mention);
            }
        }
        new Coordination(tokens, substances, drafts).share();
        return drafts;
    }

    private void attach(Reading<Mention> m) {
        if (clauses.isOfOther(m.from())) {
            return;
        }
        int behind = nextDraft(m.from());
        DoseDraft before = behind == 0 ? null : outOfBracket(behind - 1, m.from());
        DoseDraft next = behind == drafts.size() ? null : drafts.get(behind);
        if (m.value() instanceof OfWhen && clauses.isEmptyStomach()) {
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
        if (next != null && !clauses.ends(behind, next.dose.from())) {
            next.stages.add(stage.stage());
        } else if (before != null && !clauses.parted(before.end, m.from())) {
            before.stages.add(stage.stage());
        }
    }

    private void bystander(Reading<Mention> m, DoseDraft before, DoseDraft next) {
        if (clauses.isCompared(m.from())) {
            return;
        }
        boolean sameClause = before != null && !clauses.parted(before.end, m.from());
        boolean bracketed = before != null && tokens.is(m.from() - 1, "(") && m.from() - 1 <= before.end + 1;
        if (isJoined(m) && bystanderOwner != null) {
            filler.put(m, bystanderOwner);
            lastBystander = m;
            return;
        }
        lastBystander = m;
        boolean told = m.value() instanceof OfRoute || tokens.is(m.from() - 1, "for", "in", "among", "the", "most");
        if (before != null && (sameClause || bracketed || next == null && told)) {
            filler.put(m, before);
            bystanderOwner = before;
        } else if (next != null) {
            bystanderOwner = next;
            filler.put(m, next);
            next.leads |= m.value() instanceof OfGroup;
        }
    }

    /** "intravenously or intramuscularly": the second goes where the first went. */
    private boolean isJoined(Reading<Mention> m) {
        return lastBystander != null
                && lastBystander.value().getClass().equals(m.value().getClass())
                && clauses.joins(lastBystander.to(), m.from());
    }

    private void timing(Reading<Mention> m, DoseDraft before, DoseDraft next) {
        if (clauses.isChange(m.to()) || m.value() instanceof OfNeed && isBehindDivision(m.from())) {
            return;
        }
        if (next != null && qualifies(m, before, next)) {
            filler.put(m, next);
        } else if (before != null) {
            behind(m, before);
        } else if (next != null && leads(m, next)) {
            filler.put(m, next);
        }
    }

    /** Whether it stands as an adjective or a heading before the next amount: "weekly doses of", "Days 1-7, ". */
    private boolean qualifies(Reading<Mention> m, DoseDraft before, DoseDraft next) {
        if (m.value() instanceof OfCycleDays && tokens.is(m.to(), ",", ":") && next.dose.from() == m.to() + 1) {
            return true;
        }
        boolean total =
                m.value() instanceof OfRecurrence r && r.recurrence().bare() && tokens.is(m.to(), "dose", "dosage");
        if (before == null && next.role == Role.CEILING && total) {
            return true;
        }
        boolean apart = before == null
                || clauses.parted(before.end, m.from())
                || tokens.is(m.from() - 1, "a", "the", "or", "and");
        return apart && clauses.linksOnly(m.to(), next.dose.from());
    }

    /** Whether what begins a sentence is about its first dose. */
    private boolean leads(Reading<Mention> m, DoseDraft next) {
        return !(m.value() instanceof OfNeed)
                && next.role == Role.DOSE
                && !clauses.titrates(0, m.from())
                && !tokens.is(m.to(), ";");
    }

    private void behind(Reading<Mention> m, DoseDraft before) {
        boolean need = m.value() instanceof OfNeed && clauses.titrates(clauseOf(before), m.from());
        if (need || clauses.titrates(before.end, m.from()) || clauses.isDenied(before.end, m.from())) {
            return;
        }
        DoseDraft owner = before;
        if (isTime(m) && before.hasTiming() && clauses.goesOn(before.end, m.from())) {
            owner = before.continued();
            before.beginsWhat(owner);
            drafts.add(drafts.indexOf(before) + 1, owner);
        }
        filler.put(m, owner);
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

    private int nextDraft(int at) {
        int i = 0;
        while (i < drafts.size() && drafts.get(i).dose.from() < at) {
            i++;
        }
        return i;
    }
}
