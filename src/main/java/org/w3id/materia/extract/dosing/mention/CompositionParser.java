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
import org.w3id.materia.language.NameBook;

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
    private static final Parser<Boolean> DRUG = (tokens, at) ->
            NameBook.get().isDrug(tokens.word(at)) ? Optional.of(new Reading<>(true, at, at + 1)) : Optional.empty();
    private static final Pattern PART = Pattern.begin()
            .maybe(NAME)
            .then(DoseParser.DOSE)
            .maybe(Pattern.begin().then(DRUG))
            .maybe(Pattern.words("of").maybe(NAME));
    private static final Pattern PARTS = Pattern.begin()
            .then(CONTAINS)
            .then(PART)
            .many(Pattern.words("and | , | + | plus | /").maybe("and").then(PART));
    private static final Pattern IN_BRACKETS = Pattern.words("(").then(PARTS).then(")");

    /** "one tablet of nebivolol 5 mg/valsartan 80 mg", "two puffs (160 µg budesonide and 4.5 µg formoterol per puff)". */
    private static final Pattern NAMED = Pattern.begin().then(DRUG).then(DoseParser.DOSE);

    private static final Pattern OF_NAMED = Pattern.words("of")
            .then(NAMED)
            .then("/ | and | + | plus")
            .then(NAMED)
            .many(Pattern.words("/ | and | + | plus").then(NAMED));
    private static final Pattern AMOUNT_OF =
            Pattern.begin().then(DoseParser.DOSE).maybe("of").then(DRUG).maybe(NAME);
    private static final Pattern LISTED = Pattern.words("(")
            .then(AMOUNT_OF)
            .then(Pattern.words(", | and | + | plus").maybe("and").then(AMOUNT_OF))
            .many(Pattern.words(", | and | + | plus").maybe("and").then(AMOUNT_OF))
            .maybe(Pattern.words("per | in each").then(DoseUnit.COUNTED))
            .then(")");

    private CompositionParser() {}

    /** "one tablet (", "two capsules, each". */
    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        int form = tokens.is(at - 1, ",") ? at - 2 : at - 1;
        return IN_BRACKETS
                .parse(tokens, at)
                .or(() -> LISTED.parse(tokens, at))
                .or(() -> OF_NAMED.parse(tokens, at))
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
                && !tokens.is(i, "and", "taken", "once", "twice", "three", "orally", "daily", "per", "in")) {
            i++;
        }
        return i > at ? Optional.of(new Reading<>(true, at, i)) : Optional.empty();
    }
}
