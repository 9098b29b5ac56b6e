package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Pattern;
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
    private static final Parser<Boolean> NAME = CompositionParser::name;
    private static final Pattern PART = Pattern.begin()
            .maybe(NAME)
            .then(DoseParser.DOSE)
            .maybe(Pattern.words("of").maybe(NAME));
    private static final Pattern PARTS = Pattern.begin()
            .then(CONTAINS)
            .then(PART)
            .many(Pattern.words("and | , | + | plus | /").maybe("and").then(PART));
    private static final Pattern IN_BRACKETS = Pattern.words("(").then(PARTS).then(")");

    private CompositionParser() {}

    /** "one tablet (", "two capsules, each". */
    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        int form = tokens.is(at - 1, ",") ? at - 2 : at - 1;
        return IN_BRACKETS
                .parse(tokens, at)
                .or(() -> PARTS.parse(tokens, at))
                .filter(p -> DoseUnit.COUNTED.at(tokens, form) && NumberParser.NUMBER.at(tokens, form - 1))
                .map(p -> p.map(x -> new Mention.OfCondition()));
    }

    private static Optional<Reading<Boolean>> name(Tokens tokens, int at) {
        int i = at;
        while (i < at + LONGEST_NAME
                && tokens.has(i)
                && tokens.get(i).isWord()
                && tokens.number(i).isEmpty()
                && !RemarkParser.NEVER.at(tokens, i)
                && !tokens.is(i, "and", "taken", "once", "twice", "three", "orally", "daily")) {
            i++;
        }
        return i > at ? Optional.of(new Reading<>(true, at, i)) : Optional.empty();
    }
}
