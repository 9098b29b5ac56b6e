package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/**
 * What a counted form is made of: "(containing valethamate 10 mg and paracetamol 325 mg)", "(standardized to contain 1.3 mg of
 * DNJ)". Its amounts are no doses; the words go with the dose.
 */
final class CompositionParser implements Parser<Mention> {
    static final CompositionParser COMPOSITION = new CompositionParser();

    private static final int LONGEST_NAME = 4;

    private static final Phrases<Boolean> CONTAINS = Phrases.words("""
            containing | each containing | typically containing | standardized to contain | which contains | contains |
            potentially containing | standardised to contain""");

    private CompositionParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        boolean bracket = tokens.is(at, "(");
        Optional<Reading<Boolean>> contains = CONTAINS.parse(tokens, bracket ? at + 1 : at);
        if (contains.isEmpty() || !isBehindForm(tokens, at)) {
            return Optional.empty();
        }
        int end = parts(tokens, contains.get().to());
        if (end == contains.get().to() || bracket && !tokens.is(end, ")")) {
            return Optional.empty();
        }
        return Optional.of(new Reading<>(new Mention.OfCondition(), at, bracket ? end + 1 : end));
    }

    /** "one tablet (", "two capsules, each". */
    private static boolean isBehindForm(Tokens tokens, int at) {
        int before = tokens.is(at - 1, ",") ? at - 2 : at - 1;
        return DoseUnit.COUNTED.at(tokens, before)
                && NumberParser.NUMBER.parse(tokens, before - 1).isPresent();
    }

    /** Behind the amounts with their names, joined by "and", commas or a plus. */
    private static int parts(Tokens tokens, int at) {
        int end = at;
        int i = at;
        while (true) {
            int name = behindName(tokens, i);
            Optional<Reading<Dose>> dose = DoseParser.DOSE.parse(tokens, name);
            if (dose.isEmpty()) {
                return end;
            }
            end = tokens.is(dose.get().to(), "of")
                    ? behindName(tokens, dose.get().to() + 1)
                    : dose.get().to();
            if (!tokens.is(end, "and", ",", "+", "plus", "/")) {
                return end;
            }
            i = tokens.is(end + 1, "and") ? end + 2 : end + 1;
        }
    }

    private static int behindName(Tokens tokens, int at) {
        int i = at;
        while (i < at + LONGEST_NAME
                && tokens.has(i)
                && tokens.get(i).isWord()
                && tokens.number(i).isEmpty()
                && !RemarkParser.NEVER.at(tokens, i)
                && !tokens.is(i, "and", "taken", "once", "twice", "three", "orally", "daily")) {
            i++;
        }
        return i;
    }
}
