package org.w3id.materia.extract.dosing;

import java.util.Optional;

/**
 * Which of several doses an amount is: "the second course involves 12 mg daily". No slot holds it; the words go with the dose. Where no
 * amount follows in the clause ("…, with a second dose after a month") nothing is told of how much it is, and the words stay unread.
 */
final class OrdinalParser implements Parser<Mention> {
    static final OrdinalParser ORDINAL = new OrdinalParser();

    private static final int FARTHEST = 6;

    private static final Phrases<Boolean> WHICH = Phrases.words("""
        second | third | fourth | subsequent | later | next | final | following\
        """);

    private static final Phrases<Boolean> GIVEN = Phrases.words("""
        dose | doses | course | courses | cycle | cycles | infusion | infusions | injection | injections | administration\
        """);

    private OrdinalParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return WHICH.parse(tokens, at)
                .flatMap(w -> GIVEN.parse(tokens, w.to()))
                .filter(g -> leadsToAmount(tokens, g.to()))
                .map(g -> new Reading<>(new Mention.OfCondition(), at, g.to()));
    }

    private static boolean leadsToAmount(Tokens tokens, int at) {
        int i = at;
        while (i < at + FARTHEST) {
            Optional<Reading<Dose>> dose = DoseParser.DOSE.parse(tokens, i);
            if (dose.isPresent()) {
                return true;
            }
            Optional<Reading<Boolean>> light = InertWords.INERT.parse(tokens, i);
            if (light.isEmpty()) {
                return false;
            }
            i = light.get().to();
        }
        return false;
    }
}
