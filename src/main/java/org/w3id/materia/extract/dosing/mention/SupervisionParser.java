package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Pattern;
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

    private static final Phrases<Boolean> SUPERVISORS = Phrases.words("""
        physician | doctor | supervision | specialist | professional | provider | pediatrician | paediatrician |
        guidance | advice | direction | prescriber | clinician | pharmacist | oncologist | recommendation |
        practitioner | consultant | physicians | doctors | specialists | professionals | providers\
        """);

    private static final Phrases<Boolean> JOINTS = Phrases.words("but | and | although | though | however");

    private static final Pattern MODAL =
            Pattern.words("should | must | may | can | is to | are to").many("only | always | be | ever | strictly");
    private static final Phrases<Boolean> ALONE = Phrases.words("only | always");
    private static final Parser<Boolean> ANNOUNCED =
            (tokens, at) -> MODAL.parse(tokens, at).or(() -> ALONE.parse(tokens, at));

    private static final Pattern DECIDED = Pattern.begin()
            .maybe(",")
            .maybe(JOINTS)
            .maybe(",")
            .maybe("""
                this | it | these | they | treatment | therapy | dosing | the dose | dose adjustments | use | that | which |
                administration | dosage adjustments | adjustments | higher doses | the dosage | the exact dose\
                """)
            .then(ANNOUNCED)
            .many((Parser<Boolean>) SupervisionParser::participle)
            .then("by | under | with | on | in consultation with | after")
            .then((Parser<Boolean>) SupervisionParser::supervisor);

    /** ", however, always consult a paediatrician before giving it": to the end of the clause, which says nothing of the dose. */
    private static final Pattern ADVISED = Pattern.begin()
            .maybe(JOINTS)
            .maybe(",")
            .then("""
                consult | always consult | please consult | ask | always ask | talk to | speak to | speak with | check with |
                always check with | it is important to consult | it is best to consult | consultation with | seek advice from\
                """)
            .before((Parser<Boolean>) SupervisionParser::supervisor)
            .many((Parser<Boolean>) SupervisionParser::plain)
            .notBefore(RemarkParser.GOES_ON);

    private SupervisionParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        boolean clause =
                tokens.is(at - 1, ",", ";", "(") || at > 0 && JOINTS.at(tokens, at) && !tokens.is(at, "however");
        return DECIDED.parse(tokens, at)
                .or(() -> clause ? ADVISED.parse(tokens, at) : Optional.empty())
                .map(r -> r.map(x -> new Mention.OfInert()));
    }

    private static Optional<Reading<Boolean>> participle(Tokens tokens, int at) {
        int verb = tokens.is(at, "and", "or") ? at + 1 : at;
        boolean participle = tokens.word(verb).endsWith("ed")
                || tokens.is(
                        verb, "given", "done", "taken", "made", "set", "chosen", "undertaken", "carefully", "closely");
        return participle ? Optional.of(new Reading<>(true, at, verb + 1)) : Optional.empty();
    }

    private static Optional<Reading<Boolean>> plain(Tokens tokens, int at) {
        return RemarkParser.CONTENT.parse(tokens, at).filter(c -> !NameBook.get()
                .isDrug(tokens.word(at)));
    }

    /** Up to the last word for who supervises. */
    private static Optional<Reading<Boolean>> supervisor(Tokens tokens, int at) {
        int last = -1;
        for (int i = at; i < at + LONGEST && plain(tokens, i).isPresent(); i++) {
            last = SUPERVISORS.at(tokens, i) ? i + 1 : last;
        }
        return last < 0 ? Optional.empty() : Optional.of(new Reading<>(true, at, last));
    }
}
