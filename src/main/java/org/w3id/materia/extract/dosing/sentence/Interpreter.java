package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.ApplicationParser;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.amount.PeriodParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.extract.dosing.mention.Mention.OfDose;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Population;

/**
 * Reads the doses of one sentence out of its mentions: finds what each amount is, gives every other mention to the amount
 * that owns it, and lets amounts share what is said once for several. What finds no place stays open in the account.
 */
final class Interpreter {
    private final Tokens tokens;
    private final Mentions mentions;
    private final Account account;
    private final Role[] roles;
    private final List<DoseDraft> drafts = new ArrayList<>();

    private Interpreter(Tokens tokens, Mentions mentions, Account account) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.account = account;
        this.roles = new Role[mentions.size()];
    }

    /** The amounts of a sentence with all that belongs to them, in order; under a label that makes them maxima if one is given. */
    static List<DoseDraft> drafts(Tokens tokens, Mentions mentions, Account account, Optional<Ceiling> label) {
        Interpreter interpreter = new Interpreter(tokens, mentions, account);
        interpreter.findRoles(label);
        interpreter.give(label);
        interpreter.share();
        return interpreter.drafts;
    }

    private void findRoles(Optional<Ceiling> label) {
        AmountRoles finder = new AmountRoles(tokens, mentions);
        int strongest = strongest();
        int before = -1;
        int last = -1;
        for (int i = 0; i < mentions.size(); i++) {
            if (!(mentions.get(i) instanceof OfDose dose)) {
                continue;
            }
            if (i > 0 && mentions.get(i - 1) instanceof OfDose) {
                // Two amounts that nothing parts are none.
                roles[i] = Role.OPEN;
            } else if (weight(dose.dose()) < strongest) {
                roles[i] = Role.STRENGTH;
            } else {
                roles[i] = finder.role(i, before);
                roles[i] = roles[i] == Role.DOSE && isJoined(last, i) ? roles[last] : roles[i];
            }
            last = i;
            if (roles[i] == Role.DOSE && label.isPresent()) {
                roles[i] = Role.CEILING;
            }
            if (roles[i] == Role.DOSE || roles[i] == Role.CEILING) {
                before = i;
            }
            if (roles[i] != Role.OPEN) {
                account.claim(i);
            }
        }
    }

    /** "in steps of 2.5 mg or 5 mg", "at most 6 sprays or 3 mg": what "or" joins to a step or a maximum is one too. */
    private boolean isJoined(int last, int i) {
        boolean governs = last >= 0 && (roles[last] == Role.STEP || roles[last] == Role.CEILING);
        boolean joins = mentions.isJoint(i - 1, Joint.OR) || mentions.isJoint(i - 1, Joint.AND);
        return governs && joins && IntStream.range(last + 1, i - 1).allMatch(this::isTie);
    }

    /** "the maximum is 20 mg daily for the plain tablets, and 12 mg for the coated ones": what tells of the first alone. */
    private boolean isTie(int i) {
        Mention m = mentions.get(i);
        return m instanceof Mention.OfCondition
                || m instanceof Mention.OfGroup
                || m instanceof Mention.OfIndication
                || mentions.isTiming(i)
                || mentions.isJoint(i, Joint.COMMA);
    }

    /** A percentage or a "thin layer" is a dose only where no other amount is. */
    private int strongest() {
        int strongest = 0;
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i) instanceof OfDose dose && !dose.dose().foreign()) {
                strongest = Math.max(strongest, weight(dose.dose()));
            }
        }
        return strongest;
    }

    private static int weight(Dose dose) {
        boolean strip = dose.first().unit().equals("cm") || dose.first().unit().equals("[in_i]");
        return dose.isPercentage() ? 0 : dose.equals(ApplicationParser.ONE) || strip ? 1 : 2;
    }

    private void give(Optional<Ceiling> label) {
        List<Integer> heads = heads();
        if (heads.isEmpty()) {
            return;
        }
        Ownership ownership = Ownership.of(tokens, mentions, heads);
        if (ownership.unparted() >= 0) {
            account.reopen(ownership.unparted());
        }
        heads.forEach(h -> drafts.add(new DoseDraft(dose(h), roles[h], h)));
        label.ifPresent(c -> drafts.forEach(d -> d.ceiling = c));
        DraftFiller filler = new DraftFiller(tokens, mentions, account);
        for (int i = 0; i < mentions.size(); i++) {
            if (!(mentions.get(i) instanceof OfDose) && !isReferred(i)) {
                filler.fill(i, drafts.get(ownership.owner(i)));
            }
        }
        for (int i = 0; i < mentions.size(); i++) {
            if (isReferred(i)) {
                refer(i);
            }
        }
        filler.continuations().forEach((draft, next) -> drafts.add(drafts.indexOf(draft) + 1, next));
    }

    /** "10-17 years as for adult": patients whose dose is another's. */
    private boolean isReferred(int i) {
        return i > 0
                && mentions.get(i) instanceof Mention.OfGroup
                && mentions.isJoint(i - 1, Mention.Joint.SEMICOLON)
                && i + 1 < mentions.size()
                && mentions.get(i + 1) instanceof Mention.OfReference;
    }

    /**
     * Gives the dose of those patients that stands beside a reference to its patients. Without one the reference stays open, and
     * where the sentence has steps or maxima too, of which it does not say whether they are meant.
     */
    private void refer(int i) {
        Optional<Population> whose = mentions.get(i + 1) instanceof Mention.OfReference reference
                ? Optional.of(reference.whose())
                : Optional.empty();
        List<DoseDraft> others = drafts.stream()
                .filter(d -> d.role == Role.DOSE && d.head < i)
                .filter(d -> d.groups.stream().anyMatch(g -> g.population().equals(whose)))
                .toList();
        boolean plain = drafts.stream().allMatch(d -> d.role == Role.DOSE && !d.follows);
        if (plain && others.size() == 1 && mentions.get(i) instanceof Mention.OfGroup group) {
            drafts.add(others.get(0).forPatients(group.group()));
            account.claim(i);
        }
    }

    private Reading<Dose> dose(int head) {
        return mentions.get(head) instanceof OfDose dose
                ? new Reading<>(dose.dose(), mentions.from(head), mentions.to(head))
                : new Reading<>(ApplicationParser.ONE, mentions.from(head), mentions.to(head));
    }

    /** The mentions that stand for a dose, a maximum or a step; "apply" where no amount is stated. */
    private List<Integer> heads() {
        List<Integer> heads = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (roles[i] == Role.DOSE || roles[i] == Role.CEILING || roles[i] == Role.STEP) {
                heads.add(i);
            }
        }
        Optional<Integer> application = application();
        if (application.isPresent()) {
            // How strong the preparation is that is applied is no amount.
            heads.forEach(h -> roles[h] = Role.STRENGTH);
            roles[application.get()] = Role.DOSE;
            return List.of(application.get());
        }
        return heads;
    }

    /** "Apply to the affected area twice daily": one application, as long as the rhythm is stated. */
    private Optional<Integer> application() {
        int at = -1;
        boolean scheduled = false;
        for (int i = mentions.size() - 1; i >= 0; i--) {
            at = mentions.get(i) instanceof Mention.OfApplying ? i : at;
            scheduled |= mentions.get(i) instanceof Mention.OfRecurrence;
            if (mentions.get(i) instanceof OfDose dose && !dose.dose().isPercentage()) {
                return Optional.empty();
            }
        }
        return at >= 0 && scheduled ? Optional.of(at) : Optional.empty();
    }

    private void share() {
        for (int i = 1; i < drafts.size(); i++) {
            titrate(drafts.get(i - 1), drafts.get(i));
        }
        for (int i = drafts.size() - 2; i >= 0; i--) {
            DoseDraft a = drafts.get(i);
            DoseDraft b = drafts.get(i + 1);
            if (isTotalWithItsMaximum(a, b)) {
                a.divided = b.divided;
            }
            if (a.role != b.role || a.head == b.head) {
                continue;
            }
            boolean alternative = isCoordinated(a.head, b.head);
            if (alternative && a.role == Role.CEILING) {
                sharePeriod(a, b);
                sharePeriod(b, a);
            }
            boolean total = a.dose.value().first().perTime().isPresent()
                    && b.dose.value().first().perTime().isEmpty();
            if (!alternative && b.stages.isEmpty() && !b.follows && isSamePart(i, i + 1)) {
                b.stages.addAll(a.stages);
            }
            if (alternative && !a.hasTiming() && !total) {
                boolean otherWay = !a.routes.isEmpty() && !b.routes.isEmpty() && !isSameRoute(a, b);
                a.stages.stream()
                        .filter(s -> s != Stage.SINGLE || !b.hasTiming())
                        .filter(s -> s != Stage.LOADING || !otherWay)
                        .forEach(b.stages::add);
                if (leavesOpenWhetherOnce(a, b)) {
                    account.reopen(a.head);
                }
                a.share(b);
            } else if (alternative && !b.hasTiming()) {
                b.recurrences.addAll(leading(a));
            }
        }
        carry();
    }

    /** "at most 10 mg/kg/day or 500 mg": of two alternative maxima both have the time of one. */
    private static void sharePeriod(DoseDraft from, DoseDraft to) {
        boolean open = to.period.isEmpty()
                && to.dose.value().first().perTime().isEmpty()
                && !to.hasTiming()
                && to.ceiling == Ceiling.PLAIN;
        if (open) {
            to.period = from.period.or(
                    () -> from.dose.value().first().perTime().map(t -> PeriodParser.exactly(BigDecimal.ONE, t)));
            to.ceiling = from.ceiling;
        }
    }

    /** "5 mg/kg/day (maximum 300 mg/day in 2 divided doses)": what is divided is the total. */
    private static boolean isTotalWithItsMaximum(DoseDraft a, DoseDraft b) {
        return a.role == Role.DOSE
                && b.role == Role.CEILING
                && a.dose.value().first().perTime().equals(Optional.of("d"))
                && b.dose.value().first().perTime().equals(Optional.of("d"))
                && !a.hasTiming()
                && b.divided.isPresent();
    }

    private static boolean isSameRoute(DoseDraft a, DoseDraft b) {
        return a.routes.stream().map(RouteParser.Named::route).anyMatch(r -> b.routes.stream()
                .anyMatch(o -> o.route() == r));
    }

    /**
     * "The starting dose is 5 mg once daily or 2.5 mg twice daily", "the initial dose is 160 mg daily (40 mg four times a day)": the
     * alternative and the bracket are of the same part of the treatment, which is named before the first amount.
     */
    private boolean isSamePart(int first, int second) {
        int a = drafts.get(first).head;
        int b = drafts.get(second).head;
        int before = first == 0 ? 0 : drafts.get(first - 1).head;
        boolean led = false;
        for (int i = before; i < b; i++) {
            Mention m = mentions.get(i);
            boolean named = m instanceof Mention.OfStage stage && stage.stage() != Stage.SINGLE;
            boolean parts = m instanceof Mention.OfSequence
                    || m instanceof Mention.OfChange
                    || m instanceof Mention.OfCeiling
                    || mentions.isJoint(i, Joint.SEMICOLON);
            led |= named && i < a;
            if (i > a && (named || parts)) {
                return false;
            }
        }
        int to = b - 1;
        while (to > a && mentions.get(to) instanceof Mention.OfInert) {
            to--;
        }
        return led && (mentions.isJoint(to, Joint.OR) || mentions.isJoint(to, Joint.OPEN));
    }

    /** "a single dose of 1 g or 500 mg daily": the first may be given once in all, or once a day. */
    private static boolean leavesOpenWhetherOnce(DoseDraft a, DoseDraft b) {
        return a.stages.contains(Stage.SINGLE)
                && b.course.isEmpty()
                && b.recurrences.stream().anyMatch(r -> r.from() == b.dose.to());
    }

    /** "25 mg for weeks 1 and 2, 50 mg for weeks 3 and 4": a step up from the first weeks is still one of the beginning. */
    private static void titrate(DoseDraft a, DoseDraft b) {
        if (b.follows && b.stages.isEmpty() && b.role == Role.DOSE && a.role == Role.DOSE) {
            follow(a, b);
        }
        Amount low = a.dose.value().first();
        Amount high = b.dose.value().first();
        boolean rises = low.unit().equals(high.unit())
                && low.high().isPresent()
                && high.high().filter(h -> h.compareTo(low.high().get()) >= 0).isPresent();
        if (a.inWeeks && b.inWeeks && rises && a.stages.contains(Stage.INITIAL) && b.stages.isEmpty()) {
            b.stages.add(Stage.INITIAL);
        }
    }

    /**
     * "initially 63 mg on day 1, followed by 94 mg on day 15" is still the beginning; "10 mg for 7 days, then 5 mg daily" is one that a
     * dose without an end follows.
     */
    private static void follow(DoseDraft a, DoseDraft b) {
        boolean counted = b.cycle.filter(c -> c.length().isEmpty()).isPresent();
        if (a.stages.contains(Stage.INITIAL) && counted) {
            b.stages.add(Stage.INITIAL);
        }
        boolean ends = b.course.isPresent() || b.cycle.isPresent();
        boolean begins = (a.course.isPresent() || !a.points.isEmpty())
                && (a.stages.isEmpty() || a.stages.contains(Stage.INITIAL));
        if (begins && !ends && !b.recurrences.isEmpty() && !b.asNeeded) {
            a.stages.add(Stage.INITIAL);
            b.stages.add(Stage.MAINTENANCE);
        }
    }

    /** Rhythms that stand before the amount: "Twice-daily dosing is 400 mg of one and 100 mg of the other". */
    private static List<DoseDraft.Placed> leading(DoseDraft draft) {
        return draft.recurrences.stream()
                .filter(r -> r.to() <= draft.dose.from())
                .toList();
    }

    /** "10 mg, 20 mg or 40 mg", "100 mg (women) or 200 mg (men)": only brackets, light words and joints stand between. */
    private boolean isCoordinated(int first, int second) {
        boolean joined = false;
        for (int i = first + 1; i < second; i++) {
            boolean joint = mentions.isJoint(i, Joint.OR)
                    || mentions.isJoint(i, Joint.AND)
                    || mentions.isJoint(i, Joint.COMMA)
                    || mentions.isJoint(i, Joint.SLASH);
            joined |= joint;
            boolean bracketed = mentions.openBracket(i) > first
                    || mentions.isJoint(i, Joint.OPEN)
                    || mentions.isJoint(i, Joint.CLOSE);
            boolean light = mentions.get(i) instanceof Mention.OfInert
                    || mentions.get(i) instanceof OfDose
                    || mentions.get(i) instanceof Mention.OfName name && name.own();
            if (!joint && !bracketed && !light) {
                return false;
            }
        }
        return joined;
    }

    /** What leads the sentence holds for all its amounts, until another of the same kind leads. */
    private void carry() {
        for (int i = 1; i < drafts.size(); i++) {
            DoseDraft before = drafts.get(i - 1);
            DoseDraft draft = drafts.get(i);
            draft.groups.replaceAll(group -> PatientGroupMerge.continued(before.groups, group));
            if (draft.groups.isEmpty() && before.leadsGroups) {
                draft.groups.addAll(before.groups);
                draft.leadsGroups = true;
            }
            if (draft.routes.isEmpty() && before.leadsRoutes) {
                draft.routes.addAll(before.routes);
                draft.leadsRoutes = true;
            }
            // "1 puff as needed, increased to 2 puffs if required"
            draft.asNeeded |= before.asNeeded && isChanged(before.head, draft.head);
            boolean contrasted = !draft.indications.isEmpty() && isContrasted(before.head, draft.head);
            if (draft.indications.isEmpty()) {
                draft.indications.addAll(before.indications);
            }
            if (draft.conditions.isEmpty() && !draft.follows && !contrasted) {
                before.conditions.stream().filter(c -> leads(c, before)).forEach(draft.conditions::add);
            }
        }
    }

    /** "5 mg for mild pain, while severe pain may require 10 mg": what led the first holds no longer. */
    private boolean isContrasted(int first, int second) {
        for (int i = first + 1; i < second; i++) {
            if (mentions.isJoint(i, Joint.BUT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(int first, int second) {
        return mentions.all().subList(first, second).stream().anyMatch(m -> m.value() instanceof Mention.OfChange);
    }

    private boolean leads(String condition, DoseDraft draft) {
        int at = tokens.text().indexOf(condition);
        return at >= 0 && at < tokens.get(draft.dose.from()).start();
    }
}
