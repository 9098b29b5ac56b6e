package org.w3id.materia.extract.dosing.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.mention.NameParser;
import org.w3id.materia.extract.dosing.mention.ReferenceParser;
import org.w3id.materia.extract.dosing.mention.RemarkParser;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.dosing.mention.SentenceTiler;
import org.w3id.materia.extract.dosing.mention.StageParser;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Schedule;

/** Reads the doses that one sentence states, or what of it was not understood. A pure function of the sentence and the names. */
public final class SentenceReader {
    /** Words without which a sentence without a number states no dose. */
    private static final Phrases<Boolean> AMOUNTLESS =
            Phrases.words("apply | applied | applying | layer | film | amount | coat | coating");

    private final Tokens tokens;
    private Mentions mentions;
    private Optional<Completion> completion;
    private final Substances substances;

    /**
     * What became of a sentence.
     *
     * @param doses in order; empty where the sentence was not read whole, or states none
     * @param unread the words that nothing accounts for
     */
    public record Outcome(List<DoseReading> doses, List<String> unread) {}

    SentenceReader(Tokens tokens, Substances substances) {
        this.tokens = tokens;
        this.substances = substances;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** All tokens as mentions; cut when first asked for. */
    public Mentions mentions() {
        if (mentions == null) {
            mentions = new Mentions(SentenceTiler.tile(tokens, new NameParser(tokens, substances)));
        }
        return mentions;
    }

    /** Whether there is a number in it, or words that stand for an amount: most sentences have neither. */
    public boolean mayStateDose() {
        return tokens.hasNumber() || tokens.any(AMOUNTLESS);
    }

    /** Whose dose the sentence says that it is, where it states no amount of its own. */
    public Optional<Referral> referral() {
        return tokens.any(ReferenceParser.REFERENCE) ? Referral.of(tokens, mentions()) : Optional.empty();
    }

    /** What the sentence says of doses that others state; read when first asked for. */
    public Optional<Completion> completion() {
        if (completion == null) {
            completion = Completion.of(tokens, substances);
        }
        return completion;
    }

    /** Whether a word of denial stands anywhere in it. */
    boolean isDenied() {
        return tokens.any(RemarkParser.NEVER);
    }

    /** Whether it tells of what is given before the medicine, whose doses are not the medicine's. */
    public boolean isAboutPremedication() {
        return tokens.any(StageParser.PREMEDICATION);
    }

    /** The doses, under a label that may make them maxima ("Maximum dose"). */
    public Outcome read(Optional<Ceiling> label) {
        Account account = new Account(tokens, mentions().all());
        List<DoseDraft> drafts = Interpreter.drafts(tokens, mentions(), account, label);
        List<Draft> built = build(drafts, account);
        Optional<List<DoseReading>> doses = account.close(closed -> readings(built, closed));
        return new Outcome(doses.orElse(List.of()), account.unread());
    }

    /** A draft with its schedules, made before the account is closed so that what they drop stays open. */
    private record Draft(DoseDraft draft, ScheduleBuilder builder, List<Optional<Schedule>> schedules) {}

    private List<Draft> build(List<DoseDraft> drafts, Account account) {
        List<Draft> built = new ArrayList<>();
        for (DoseDraft draft : drafts) {
            ScheduleBuilder builder = new ScheduleBuilder(tokens, draft);
            List<Optional<Schedule>> schedules = builder.schedules();
            builder.dropped().forEach(account::reopen);
            boolean continued = !built.isEmpty() && built.get(built.size() - 1).draft().head == draft.head;
            if (draft.isDividedOtherwise() || continued && !draft.hasTiming() && !draft.asNeeded) {
                // "then 7 days of placebo": no rhythm says that the same dose goes on.
                account.reopen(draft.head);
            }
            if (draft.role == Role.CEILING) {
                limit(new Draft(draft, builder, schedules), built, account);
            }
            built.add(new Draft(draft, builder, schedules));
        }
        return built;
    }

    /** Gives a maximum to the dose of its sentence, or leaves it a statement of its own. */
    private void limit(Draft limit, List<Draft> built, Account account) {
        DoseDraft draft = limit.draft();
        List<Optional<Schedule>> schedules = limit.schedules();
        ScheduleBuilder builder = limit.builder();
        Optional<DoseDraft> dose = built.stream()
                .map(Draft::draft)
                .filter(d -> d.role == Role.DOSE)
                .reduce((first, second) -> second);
        Amount stated = builder.qualified(draft.dose.value().first());
        Optional<Maximum> maximum = Maxima.of(draft, stated, schedules.get(0), dose);
        Optional<String> words = words(draft);
        if (maximum.isEmpty() && dose.isPresent() && draft.isBare() && words.isPresent()) {
            // In what time it holds is not told: its words go with the doses.
            built.stream()
                    .map(Draft::draft)
                    .filter(d -> d.role == Role.DOSE)
                    .forEach(d -> d.conditions.add(words.get()));
            return;
        }
        if (maximum.isEmpty() || schedules.size() > 1) {
            account.reopen(draft.head);
            return;
        }
        boolean own = !draft.groups.isEmpty()
                && dose.filter(d -> d.groups.equals(draft.groups)).isEmpty();
        if (!own) {
            dose.ifPresent(d -> restriction(draft, d).ifPresent(d.conditions::add));
        }
        dose.filter(d -> !own).map(d -> d.maxima).orElse(draft.maxima).add(maximum.get());
    }

    /** "up to 60 mg daily in severe cases": in what case a maximum holds goes with the dose, in the words of both. */
    private Optional<String> restriction(DoseDraft limit, DoseDraft dose) {
        int from = tokens.get(limit.dose.from()).start();
        int end = 0;
        List<String> told = new ArrayList<>(limit.conditions);
        limit.indications.stream().filter(i -> !dose.indications.contains(i)).forEach(told::add);
        for (String words : told) {
            int at = tokens.text().indexOf(words, from);
            end = at < 0 ? end : Math.max(end, at + words.length());
        }
        return end == 0 ? Optional.empty() : Optional.of(tokens.text().substring(from, end));
    }

    /** The words of a maximum, from what announces it to its amount. */
    private Optional<String> words(DoseDraft limit) {
        int from = limit.head - 1;
        while (from > 0 && mentions.get(from) instanceof Mention.OfInert) {
            from--;
        }
        return from >= 0 && mentions.get(from) instanceof Mention.OfCeiling
                ? Optional.of(tokens.text(mentions.from(from), limit.dose.to()))
                : Optional.empty();
    }

    private List<DoseReading> readings(List<Draft> drafts, Account.Closed closed) {
        List<DoseReading> readings = new ArrayList<>();
        boolean steps = drafts.stream().anyMatch(d -> d.draft().follows && d.draft().role == Role.DOSE);
        int place = 0;
        List<PatientGroup> patients = List.of();
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            if (d.draft().role == Role.DOSE) {
                boolean others =
                        !d.draft().groups.isEmpty() && !d.draft().groups.equals(patients);
                boolean followed = i + 1 < drafts.size() && drafts.get(i + 1).draft().follows;
                // "child 5 kg, 1 mg, then 2 mg; child 9 kg, 2 mg, then 4 mg": other patients begin anew.
                boolean begins = place == 0 || others && followed;
                place = d.draft().follows ? place + 1 : begins ? 1 : place;
                patients = d.draft().groups;
            }
            Optional<Integer> sequence = steps ? Optional.of(place) : Optional.empty();
            if (d.draft().role == Role.DOSE) {
                readings.addAll(doses(d, sequence, closed));
            } else if (!d.draft().maxima.isEmpty()) {
                readings.add(maximum(d, closed));
            }
        }
        return readings;
    }

    private List<DoseReading> doses(Draft d, Optional<Integer> sequence, Account.Closed closed) {
        List<DoseReading> readings = new ArrayList<>();
        for (Optional<Schedule> schedule : d.schedules()) {
            for (Amount amount : d.draft().dose.value().amounts()) {
                DoseStatement.Dose dose = new DoseStatement.Dose(
                        d.draft().stage(),
                        Optional.empty(),
                        Optional.of(d.builder().qualified(amount)),
                        schedule,
                        d.builder().course(),
                        d.draft().administration,
                        d.draft().asNeeded,
                        sequence);
                readings.add(reading(d.draft(), dose, d.draft().maxima, closed));
            }
        }
        return readings;
    }

    private DoseReading maximum(Draft d, Account.Closed closed) {
        boolean administration = d.draft().maxima.get(0).period().isEmpty();
        DoseStatement.Dose dose = new DoseStatement.Dose(
                Stage.MAXIMUM,
                Optional.empty(),
                Optional.empty(),
                administration || d.draft().hasRhythm() ? d.schedules().get(0) : Optional.empty(),
                d.draft().course,
                Optional.empty(),
                false,
                Optional.empty());
        return reading(d.draft(), dose, d.draft().maxima, closed);
    }

    private DoseReading reading(DoseDraft draft, DoseStatement.Dose dose, List<Maximum> maxima, Account.Closed closed) {
        List<RouteParser.Named> routes = new ArrayList<>(draft.routes);
        FormRoute.of(draft.dose.value()).ifPresent(routes::add);
        return new DoseReading(
                dose, maxima, routes, draft.groups, draft.indications, draft.conditions, ingredient(draft), closed);
    }

    /** Behind the amount before the one that begins at {@code from}. */
    private int behindAmount(int from) {
        return mentions.all().stream()
                .filter(m -> m.value() instanceof Mention.OfDose && m.to() <= from)
                .mapToInt(Reading::to)
                .max()
                .orElse(0);
    }

    /** "Lopinavir 400 mg", "400 mg of lopinavir": the ingredient beside the amount. */
    private Optional<String> ingredient(DoseDraft draft) {
        int from = draft.dose.from();
        int to = draft.dose.to();
        String before = tokens.text(behindAmount(from), from);
        String behind = tokens.is(to, "of") ? tokens.text(to, Math.min(tokens.size(), to + 4)) : "";
        return substances.own().ingredientIn(behind).or(() -> substances.own().ingredientIn(before));
    }
}
