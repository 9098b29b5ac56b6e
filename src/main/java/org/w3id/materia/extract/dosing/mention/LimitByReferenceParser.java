package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/**
 * A limit that stands elsewhere: "not exceeding the maximum daily dose specified on the label", "not to exceed the adult dose". It
 * states no amount; its words go with the dose.
 */
final class LimitByReferenceParser implements Parser<Mention> {
    static final LimitByReferenceParser LIMIT = new LimitByReferenceParser();

    private static final int LONGEST = 8;

    private static final Phrases<Boolean> VERBS = Phrases.words("""
        not exceeding | not to exceed | without exceeding | should not exceed | do not exceed | must not exceed |
        but not exceeding | never exceeding | up to | but should not exceed\
        """);

    private static final Phrases<Boolean> KINDS = Phrases.words("""
        maximum | recommended | adult | daily | usual | prescribed | stated | labeled | labelled | total | single |
        suggested | specified | indicated | approved\
        """);

    private static final Phrases<Boolean> STATED = Phrases.words("""
        specified | indicated | stated | recommended | given | printed | listed | as specified | as indicated |
        as stated | as listed | as directed | for adults | for that age | on the label\
        """);

    private LimitByReferenceParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return VERBS.parse(tokens, at)
                .filter(v -> tokens.is(v.to(), "the", "a"))
                .flatMap(v -> limit(tokens, at, v.to() + 1));
    }

    private static Optional<Reading<Mention>> limit(Tokens tokens, int from, int at) {
        int i = at;
        while (KINDS.at(tokens, i)) {
            i++;
        }
        if (i == at || !tokens.is(i, "dose", "dosage", "amount", "limit")) {
            return Optional.empty();
        }
        int end = behindPlace(tokens, i + 1);
        boolean amount =
                tokens.is(end, "of", "is", ":", "(") || tokens.number(end).isPresent();
        return amount ? Optional.empty() : Optional.of(new Reading<>(new Mention.OfCondition(), from, end));
    }

    /** "specified on the product label". */
    private static int behindPlace(Tokens tokens, int at) {
        Optional<Reading<Boolean>> stated = STATED.parse(tokens, at);
        if (stated.isEmpty()) {
            return at;
        }
        int end = stated.get().to();
        while (end < at + LONGEST && RemarkParser.isContent(tokens, end)) {
            end++;
        }
        return end;
    }
}
