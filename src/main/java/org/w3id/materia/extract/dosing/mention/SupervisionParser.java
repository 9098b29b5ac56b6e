package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.language.NameBook;

/**
 * Who decides or watches: ", but this should only be determined and managed by a physician", "and must always be given under medical
 * supervision". The one place where "only" limits nothing but the prescriber.
 */
final class SupervisionParser implements Parser<Mention> {
    static final SupervisionParser SUPERVISION = new SupervisionParser();

    private static final int LONGEST = 12;

    private static final Phrases<Boolean> SUBJECTS = Phrases.words("""
        this | it | these | they | treatment | therapy | dosing | the dose | dose adjustments | use | that | which |
        administration | dosage adjustments | adjustments | higher doses | the dosage | the exact dose\
        """);

    private static final Phrases<Boolean> MODALS = Phrases.words("should | must | may | can | is to | are to");

    private static final Phrases<Boolean> UNDER =
            Phrases.words("by | under | with | on | in consultation with | after");

    private static final Phrases<Boolean> SUPERVISORS = Phrases.words("""
        physician | doctor | supervision | specialist | professional | provider | pediatrician | paediatrician |
        guidance | advice | direction | prescriber | clinician | pharmacist | oncologist | recommendation |
        practitioner | consultant | physicians | doctors | specialists | professionals | providers\
        """);

    private SupervisionParser() {}

    private static final Phrases<Boolean> ADVICE = Phrases.words("""
        consult | always consult | please consult | ask | always ask | talk to | speak to | speak with | check with |
        always check with | it is important to consult | it is best to consult | consultation with | seek advice from\
        """);

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return decided(tokens, at).or(() -> advised(tokens, at));
    }

    /** ", however, always consult a paediatrician before giving it": to the end of the clause, which says nothing of the dose. */
    private static Optional<Reading<Mention>> advised(Tokens tokens, int at) {
        int i = tokens.is(at, "but", "and", "however", "although", "though") ? at + 1 : at;
        i = tokens.is(i, ",") ? i + 1 : i;
        Optional<Reading<Boolean>> advice = ADVICE.parse(tokens, i);
        boolean clause =
                tokens.is(at - 1, ",", ";", "(") || at > 0 && tokens.is(at, "but", "and", "although", "though");
        if (advice.isEmpty()
                || !clause
                || supervisor(tokens, at, advice.get().to()).isEmpty()) {
            return Optional.empty();
        }
        int end = advice.get().to();
        while (isPlain(tokens, end) && !DoseParser.DOSE.parse(tokens, end).isPresent()) {
            end++;
        }
        boolean whole = !tokens.has(end) || tokens.is(end, ",", ";", ".", ")");
        return whole ? Optional.of(new Reading<>(new Mention.OfInert(), at, end)) : Optional.empty();
    }

    private static Optional<Reading<Mention>> decided(Tokens tokens, int at) {
        int i = tokens.is(at, ",") ? at + 1 : at;
        i = tokens.is(i, "but", "and", "although", "though", "however") ? i + 1 : i;
        i = tokens.is(i, ",") ? i + 1 : i;
        i = SUBJECTS.parse(tokens, i).map(Reading::to).orElse(i);
        Optional<Reading<Boolean>> modal = MODALS.parse(tokens, i);
        int verb = modal.map(m -> behindBe(tokens, m.to())).orElse(tokens.is(i, "only", "always") ? i + 1 : i);
        int under = behindParticiples(tokens, verb);
        boolean announced = modal.isPresent() || tokens.is(i, "only", "always");
        return announced ? UNDER.parse(tokens, under).flatMap(u -> supervisor(tokens, at, u.to())) : Optional.empty();
    }

    private static int behindBe(Tokens tokens, int at) {
        int i = at;
        while (tokens.is(i, "only", "always", "be", "ever", "strictly")) {
            i++;
        }
        return i;
    }

    private static int behindParticiples(Tokens tokens, int at) {
        int i = at;
        while (isParticiple(tokens, i) || i > at && tokens.is(i, "and", "or") && isParticiple(tokens, i + 1)) {
            i++;
        }
        return i;
    }

    private static boolean isParticiple(Tokens tokens, int at) {
        return tokens.word(at).endsWith("ed")
                || tokens.is(
                        at, "given", "done", "taken", "made", "set", "chosen", "undertaken", "carefully", "closely");
    }

    private static boolean isPlain(Tokens tokens, int at) {
        return RemarkParser.isContent(tokens, at) && !NameBook.get().isDrug(tokens.word(at));
    }

    private static Optional<Reading<Mention>> supervisor(Tokens tokens, int from, int at) {
        int last = -1;
        for (int i = at; i < at + LONGEST && isPlain(tokens, i); i++) {
            last = SUPERVISORS.at(tokens, i) ? i + 1 : last;
        }
        int to = last;
        return last < 0 ? Optional.empty() : Optional.of(new Reading<>(new Mention.OfInert(), from, to));
    }
}
