package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.Amount;
import org.w3id.materia.extract.DoseStatement.Stage;
import org.w3id.materia.extract.Schedule;
import org.w3id.materia.extract.dosing.Mention.OfDose;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;

/** Reads the doses that one sentence states. A pure function of the sentence and the names of the ingredients. */
final class SentenceReader {
    private static final Phrases<Boolean> APPLYING = new Phrases<Boolean>().with(true, """
                    apply | applied | applying | application | applications | rub | rubbed | massage | massaged |
                    spread | smear | dab | used | instilled | squeeze""");

    private static final Phrases<Boolean> PREPARATIONS = new Phrases<Boolean>().with(true, """
                    solution | gel | cream | ointment | shampoo | shampoos | lotion | foam | spray | drops |
                    liniment | suspension | solutions | gels | creams | ointments | lotions | wash | cleanser |
                    paste""");

    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final Substances substances;

    SentenceReader(String sentence, Substances substances) {
        this.tokens = Tokens.of(sentence);
        this.mentions = SentenceScanner.scan(tokens);
        this.substances = substances;
    }

    Tokens tokens() {
        return tokens;
    }

    List<Reading<Mention>> mentions() {
        return mentions;
    }

    /** Whether there is any amount in it, of whatever kind. */
    boolean namesAmount() {
        return mentions.stream().anyMatch(m -> m.value() instanceof OfDose);
    }

    /** The doses in order; empty where the sentence states none that can be computed with certainty. */
    List<DoseReading> doses() {
        return doses(Optional.empty());
    }

    /** The doses in order, under a label that may make them ceilings ("Maximum dose"). */
    List<DoseReading> doses(Optional<Ceiling> ceiling) {
        List<Role> roles = new RoleFinder(tokens, mentions, substances).roles();
        withoutWeak(roles);
        List<Reading<Mention>> all = mentions;
        if (!roles.contains(Role.DOSE) && !roles.contains(Role.CEILING)) {
            Optional<Reading<Mention>> application = bareApplication(roles);
            if (application.isEmpty()) {
                return List.of();
            }
            all = new ArrayList<>(mentions);
            int at = 0;
            while (at < all.size() && all.get(at).from() < application.get().from()) {
                at++;
            }
            all.add(at, application.get());
            roles.add(at, Role.DOSE);
        }
        ceiling.ifPresent(c -> roles.replaceAll(r -> r == Role.DOSE ? Role.CEILING : r));
        List<DoseDraft> drafts = new DoseAssembler(tokens, all, roles, substances).drafts();
        drafts.forEach(d -> d.ceiling = d.ceiling.or(() -> ceiling));
        return readings(drafts);
    }

    /** A percentage or a "thin layer" is a dose only where no other amount is. */
    private void withoutWeak(List<Role> roles) {
        int strongest = -1;
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i) == Role.DOSE) {
                strongest = Math.max(strongest, strength(i));
            }
        }
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i) == Role.DOSE && strength(i) < strongest || roles.get(i) == Role.DOSE && strength(i) < 0) {
                roles.set(i, Role.STRENGTH);
            }
        }
    }

    /** 2 for a measured or counted amount, 1 for an application, 0 for a percentage of a preparation, -1 for any other. */
    private int strength(int i) {
        Dose dose = ((OfDose) mentions.get(i).value()).dose();
        boolean weak = dose.isPercentage() || dose.equals(ApplicationParser.ONE);
        if (weak && isDenied()) {
            return -1;
        }
        if (dose.isPercentage()) {
            return isPreparation(mentions.get(i).to())
                            || isPreparationBefore(mentions.get(i).from())
                    ? 0
                    : -1;
        }
        if (dose.equals(ApplicationParser.ONE)) {
            return isApplied() && !tokens.is(mentions.get(i).to() + 1, "water", "food", "liquid", "soft") ? 1 : -1;
        }
        return 2;
    }

    private boolean isDenied() {
        for (int t = 0; t < tokens.size(); t++) {
            boolean approved = tokens.is(t + 1, "approved", "recommended", "used", "indicated", "intended")
                    || tokens.is(t + 2, "approved", "recommended") && !tokens.is(t + 1, "otherwise");
            if (tokens.is(t, "not") && approved) {
                return true;
            }
        }
        return false;
    }

    private boolean isApplied() {
        for (int t = 0; t < tokens.size(); t++) {
            if (APPLYING.at(tokens, t)) {
                return true;
            }
        }
        return false;
    }

    /** "ointment (5%)", "gels/liquids (10% or 20%)". */
    private boolean isPreparationBefore(int from) {
        int open = from - 1;
        while (open > from - 5 && tokens.is(open, "or", "%", ",") || tokens.isDigits(open)) {
            open--;
        }
        return tokens.is(open, "(") && (PREPARATIONS.at(tokens, open - 1) || tokens.is(open - 1, "sprays", "liquids"));
    }

    /** Whether a preparation's name follows a percentage at once, or after words that qualify it. */
    private boolean isPreparation(int to) {
        for (int t = to; t < Math.min(to + 5, tokens.size()); t++) {
            if (PREPARATIONS.at(tokens, t)) {
                return true;
            }
            if (tokens.is(t, ",", ";", ".", "of")) {
                return false;
            }
        }
        return false;
    }

    /** "Apply to the affected area twice daily": one application, as long as the schedule is stated. */
    private Optional<Reading<Mention>> bareApplication(List<Role> roles) {
        boolean scheduled = mentions.stream().anyMatch(m -> m.value() instanceof OfRecurrence);
        boolean measured = roles.stream().anyMatch(r -> r == Role.FOREIGN || r == Role.STEP || r == Role.LIMIT);
        if (!scheduled || measured) {
            return Optional.empty();
        }
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.is(t, "apply", "applied", "applying") && !tokens.is(t - 1, "not", "be")
                    || tokens.follows(t - 1, "be", "applied")) {
                int at = t;
                boolean free = mentions.stream().noneMatch(m -> m.from() <= at && at < m.to());
                if (free) {
                    return Optional.of(new Reading<>(new OfDose(ApplicationParser.ONE), t, t + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** What the sentence says about a dose that is not in it, whose place the tokens of {@code stand} take. */
    List<DoseDraft> drafts(Reading<Boolean> stand) {
        List<Reading<Mention>> all = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        all.add(stand.map(s -> new OfDose(ApplicationParser.ONE)));
        roles.add(Role.DOSE);
        for (Reading<Mention> mention : mentions) {
            if (mention.from() >= stand.to()) {
                all.add(mention);
                roles.add(null);
            }
        }
        return new DoseAssembler(tokens, all, roles, substances).drafts();
    }

    private List<DoseReading> readings(List<DoseDraft> drafts) {
        List<DoseReading> readings = new ArrayList<>();
        int lastDose = 0;
        int clause = 0;
        for (DoseDraft draft : drafts) {
            draft.clause = clause;
            clause = draft.dose.to();
            if (draft.role == Role.DOSE) {
                lastDose = readings.size();
                readings.addAll(doses(draft));
            } else if (draft.role == Role.CEILING) {
                ceiling(draft, readings, lastDose);
            }
        }
        return readings;
    }

    private List<DoseReading> doses(DoseDraft draft) {
        ScheduleBuilder builder = new ScheduleBuilder(tokens, draft);
        List<DoseReading> readings = new ArrayList<>();
        for (Optional<Schedule> schedule : builder.schedules()) {
            for (Amount amount : draft.dose.value().amounts()) {
                readings.add(new DoseReading(
                        Optional.of(builder.qualified(amount)),
                        schedule,
                        builder.course(),
                        draft.administration,
                        draft.asNeeded,
                        draft.stage(),
                        draft.routes,
                        draft.groups,
                        Optional.empty(),
                        Optional.empty(),
                        ingredient(draft)));
            }
        }
        return readings;
    }

    /** A ceiling belongs to the dose of its sentence; alone it is a statement of its own. */
    private void ceiling(DoseDraft draft, List<DoseReading> readings, int lastDose) {
        ScheduleBuilder builder = new ScheduleBuilder(tokens, draft);
        Optional<Schedule> schedule = builder.schedules().get(0);
        Ceiling kind = draft.ceiling.orElse(Ceiling.PLAIN);
        Amount stated = builder.qualified(draft.dose.value().first());
        Optional<BigDecimal> high = stated.high().or(stated::low);
        boolean onceDaily = schedule.filter(s ->
                        s.frequency().equals(Optional.of(1)) && s.periodUnit().equals(Optional.of("d")))
                .filter(s -> s.period().equals(Optional.of(BigDecimal.ONE)))
                .isPresent();
        boolean total = schedule.flatMap(Schedule::period).isEmpty() || draft.divided.isPresent();
        boolean daily = kind == Ceiling.DAILY && (total || onceDaily) || onceDaily && kind == Ceiling.PLAIN;
        Optional<String> time = stated.perTime().isPresent() || !daily ? stated.perTime() : Optional.of("d");
        Amount most = new Amount(Optional.empty(), high, stated.unit(), stated.perBody(), time);
        boolean perPeriod = time.isPresent() && kind != Ceiling.SINGLE;
        Optional<Amount> period = perPeriod ? Optional.of(most) : Optional.empty();
        Optional<Amount> administration = perPeriod ? Optional.empty() : Optional.of(most);
        if (readings.size() > lastDose && readings.get(lastDose).amount().isPresent()) {
            for (int i = lastDose; i < readings.size(); i++) {
                readings.set(i, limited(readings.get(i), period, administration));
            }
            return;
        }
        readings.add(new DoseReading(
                Optional.empty(),
                schedule,
                Optional.empty(),
                Optional.empty(),
                false,
                Stage.MAXIMUM,
                draft.routes,
                draft.groups,
                period,
                administration,
                ingredient(draft)));
    }

    private static DoseReading limited(DoseReading r, Optional<Amount> period, Optional<Amount> administration) {
        return new DoseReading(
                r.amount(),
                r.schedule(),
                r.course(),
                r.administration(),
                r.asNeeded(),
                r.stage(),
                r.routes(),
                r.groups(),
                r.maximumPerPeriod().or(() -> period),
                r.maximumPerAdministration().or(() -> administration),
                r.ingredient());
    }

    /** "Lopinavir 400 mg", "400 mg of lopinavir": the ingredient beside the amount. */
    private Optional<String> ingredient(DoseDraft draft) {
        int from = draft.dose.from();
        int to = draft.dose.to();
        String before = tokens.text(Math.min(draft.clause, from), from);
        String behind = tokens.is(to, "of") ? tokens.text(to, Math.min(tokens.size(), to + 4)) : "";
        return substances.ingredient(behind).or(() -> substances.ingredient(before));
    }
}
