package org.w3id.materia.extract.dosing.mention;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.rhythm.RecurrenceParser;
import org.w3id.materia.language.NameBook;

/**
 * Other drugs that are given besides, with their amounts: "with 100 mg of ritonavir", "followed by cisplatin", "given with testol 1 g and
 * testan 500 mg twice daily". A condition of the dose, whole: none of its amounts or rhythms is one of this drug.
 */
public final class Company {
    private static final int LONGEST = 12;

    /** Behind these stands something else that is given too. */
    private static final Phrases<Boolean> OPENERS = Phrases.words("""
        combination with | combined with | together with | along with | alongside | given with | taken with | used with |
        conjunction with | adjunct to | added to | concurrently with | mixed with | diluted with | dissolved in\
        """);

    private final Tokens tokens;
    private final NameParser names;

    Company(Tokens tokens, NameParser names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** Whether the words between two tokens name what is given besides. */
    public static boolean isNamed(Tokens tokens, int from, int to) {
        if (NameBook.get().isDrug(tokens.word(to - 1))) {
            return true;
        }
        for (int t = from; t < to - 1; t++) {
            if (OPENERS.at(tokens, t)) {
                return true;
            }
        }
        return false;
    }

    /** What is taken besides or afterwards, as far as the last of its names. */
    Optional<Reading<Mention>> parse(int at) {
        if (tokens.follows(at, "followed", "by")) {
            return named(at + 2).map(to -> condition(at, to));
        }
        int with = OPENERS.parse(tokens, at).map(Reading::to).orElse(tokens.is(at, "with", "plus") ? at + 1 : -1);
        return with < 0
                ? Optional.empty()
                : named(with).or(() -> amountOf(with)).map(to -> condition(at, andOthers(to)));
    }

    /** A condition of the dose before it with the amount that stands behind its last name, and the rhythm of that where this drug's own was told. */
    Reading<Mention> withAmount(Reading<Mention> mention, List<Reading<Mention>> before) {
        boolean company = mention.value() instanceof Mention.OfCondition
                && before.stream().anyMatch(m -> m.value() instanceof Mention.OfDose)
                && isNamed(tokens, mention.from(), mention.to());
        int amount =
                DoseParser.DOSE.parse(tokens, mention.to()).map(Reading::to).orElse(mention.to());
        boolean told = IntStream.range(mention.from(), amount).anyMatch(i -> DoseParser.DOSE.at(tokens, i));
        if (!company || !told) {
            return mention;
        }
        boolean timed = before.stream().anyMatch(m -> m.value() instanceof Mention.OfRecurrence);
        int to = Optional.of(amount)
                .filter(x -> timed)
                .flatMap(a -> RecurrenceParser.RECURRENCE.parse(tokens, a))
                .map(Reading::to)
                .orElse(amount);
        return condition(mention.from(), to);
    }

    private static Reading<Mention> condition(int from, int to) {
        return new Reading<>(new Mention.OfCondition(), from, to);
    }

    /** "with testol 1 g and 500 mg of testan": the others that are joined to the first, each with its amount. */
    private int andOthers(int first) {
        int end = DoseParser.DOSE.parse(tokens, first).map(Reading::to).orElse(first);
        int comma = tokens.is(end, ",") ? end + 1 : end;
        int name = tokens.is(comma, "and", "plus", "or") ? comma + 1 : comma;
        return Optional.of(name)
                .filter(n -> n > end)
                .flatMap(n -> names.otherDrug(n).map(Reading::to).or(() -> amountOf(n)))
                .map(this::andOthers)
                .orElse(first);
    }

    /** "100 mg of ritonavir", not of this drug itself. */
    private Optional<Integer> amountOf(int at) {
        return DoseParser.DOSE
                .parse(tokens, at)
                .map(d -> tokens.is(d.to(), "of") ? d.to() + 1 : d.to())
                .flatMap(names::otherDrug)
                .map(Reading::to);
    }

    /** "a proton pump inhibitor and an antibiotic": behind the last of other drugs, by name or by class. */
    private Optional<Integer> named(int at) {
        int last = -1;
        for (int i = at; i < at + LONGEST && RemarkParser.isContent(tokens, i) && !isDose(i); i++) {
            boolean drug =
                    NameBook.isClassHead(tokens.word(i)) || names.otherDrug(i).isPresent();
            last = drug ? i + 1 : last;
        }
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    /** "With azoles the dose of simvastatin …": whose dose it is stands behind the company. */
    private boolean isDose(int at) {
        return tokens.is(at, "dose", "doses", "dosage", "amount");
    }
}
