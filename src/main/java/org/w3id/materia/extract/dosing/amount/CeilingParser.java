package org.w3id.materia.extract.dosing.amount;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** "maximum recommended daily dose", "not to exceed", "do not exceed", "no more than", "to a maximum of". */
public final class CeilingParser implements Parser<Ceiling> {
    public static final CeilingParser CEILING = new CeilingParser();

    private static final Phrases<Boolean> VERBS =
            new Phrases<Boolean>().with(true, """
                    not to exceed | not exceed | do not exceed | must not exceed | should never exceed |
                    do not take more than | do not use more than | must not be exceeded | cannot exceed |
                    at most | should not be more than | may not exceed | do not apply more than | up to a maximum of |
                    but not more than | but not exceeding | but not to exceed | but should not exceed |
                    up to a total of | not exceeding | never exceed | never exceeding |
                    without exceeding | no more than | not more than | not be exceeded | not usually exceed |
                    don't exceed""").with(true, """
                    to as much as | not surpass | not be more than | not take more than | not use more than |
                    never take more than | don't take more than | not be greater than | rather than exceed""").with(true, """
                    not generally exceed | not normally exceed | not go beyond | not go above | should not exceed | shouldn't exceed |
                    never be exceeded | not typically exceed | generally not exceeding | but not exceeding |
                    not apply more than""");

    /** What may stand between "maximum" and its amount. */
    private static final Phrases<Boolean> QUALIFIERS = Phrases.words("""
            recommended | total | combined | safe | single | daily | cumulative | oral | adult | usual | a |
            intravenous | the | dose | doses | dosage | amount | of | permitted | allowed | individual | initial |
            per | maximum | approved | allowable | suggested | pediatric | additional | iv""");

    /** Directly before the amount, for what else is limited is no dose: "limited to adults". */
    private static final Phrases<Boolean> LIMITS = Phrases.words("limited to | restricted to | capped at");

    private CeilingParser() {}

    @Override
    public Optional<Reading<Ceiling>> parse(Tokens tokens, int at) {
        Optional<Reading<Boolean>> verb = VERBS.parse(tokens, at).or(() -> LIMITS.parse(tokens, at)
                .filter(l -> tokens.isDigits(l.to()) || tokens.follows(l.to(), "a", "maximum")));
        if (verb.isPresent()) {
            return Optional.of(qualified(tokens, at, verb.get().to()));
        }
        int up = tokens.follows(at, "up", "to") ? at + 1 : at;
        int i = tokens.is(up, "to", "a") && tokens.is(up + 1, "a", "maximum") ? up + 1 : up;
        i = tokens.is(i, "a") ? i + 1 : i;
        return tokens.is(i, "maximum", "max", "maximal", "highest")
                ? Optional.of(qualified(tokens, at, i + 1))
                : Optional.empty();
    }

    /** Reads the words between "maximum" and the amount: "recommended daily dose of". */
    private static Reading<Ceiling> qualified(Tokens tokens, int from, int at) {
        Ceiling ceiling = Ceiling.PLAIN;
        int i = tokens.is(at, ".") && tokens.is(at - 1, "max") ? at + 1 : at;
        while (QUALIFIERS.at(tokens, i)) {
            if (tokens.is(i, "daily")) {
                ceiling = Ceiling.DAILY;
            } else if (tokens.is(i, "total", "cumulative") && ceiling == Ceiling.PLAIN) {
                ceiling = Ceiling.TOTAL;
            } else if (tokens.is(i, "single", "individual") && !tokens.is(i + 1, "daily")) {
                ceiling = Ceiling.SINGLE;
            } else if (tokens.is(i, "per")) {
                if (tokens.is(i + 1, "day")) {
                    ceiling = Ceiling.DAILY;
                } else if (tokens.is(i + 1, "dose", "administration", "treatment", "injection", "session")) {
                    ceiling = Ceiling.SINGLE;
                    i += tokens.is(i + 2, "session") ? 1 : 0;
                } else {
                    break;
                }
                i++;
            }
            i++;
        }
        return new Reading<>(ceiling, from, i);
    }
}
