package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/**
 * "lower", "higher" where they only announce the amount: "a lower starting dose", "doses are higher". Behind an amount they would be a
 * difference ("5 mg lower"), before "than" a threshold: there they stay unread.
 */
final class ComparativeParser implements Parser<Mention> {
    static final ComparativeParser COMPARATIVE = new ComparativeParser();

    private static final Phrases<Boolean> COMPARED =
            Phrases.words("lower | higher | smaller | larger | greater | reduced | slightly lower | much lower");

    private static final Phrases<Boolean> AMOUNTS = Phrases.words("""
        dose | doses | dosage | dosages | starting | initial | amount | amounts | maintenance | daily | oral | single |
        intravenous | total | loading\
        """);

    private ComparativeParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return COMPARED.parse(tokens, at)
                .filter(c -> !tokens.is(c.to(), "than"))
                .filter(c -> AMOUNTS.at(tokens, c.to())
                        || tokens.is(at - 1, "be", "is", "are", "typically", "generally", "usually", "often")
                                && !tokens.is(at, "reduced"))
                .filter(c -> !tokens.isDigits(at - 1) && !DoseUnit.UNIT.at(tokens, at - 1))
                .map(c -> c.map(x -> new Mention.OfInert()));
    }
}
