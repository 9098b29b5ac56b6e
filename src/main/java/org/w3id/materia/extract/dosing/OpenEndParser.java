package org.w3id.materia.extract.dosing;

import java.util.Optional;

/**
 * That an amount or a rhythm is open at one end: "1000 to 5000 IU daily or more", "once daily or less frequently". No slot holds it; the
 * words go with the dose. Behind one single amount it may as well be a threshold, of which {@link AmountRoles} makes no dose.
 */
final class OpenEndParser implements Parser<Mention> {
    static final OpenEndParser OPEN_END = new OpenEndParser();

    private OpenEndParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        boolean open =
                tokens.is(at, "or") && tokens.is(at + 1, "more", "less", "fewer", "higher", "lower", "longer", "even");
        if (!open) {
            return Optional.empty();
        }
        int end = at + 2;
        while (tokens.is(end, "more", "less", "higher", "longer", "frequently", "often")) {
            end++;
        }
        return tokens.is(end, "than") || tokens.number(end).isPresent()
                ? Optional.empty()
                : Optional.of(new Reading<>(new Mention.OfCondition(), at, end));
    }

    /** Whether a mention's words say that what stands before them is open at one end. */
    static boolean at(Tokens tokens, int from) {
        return OPEN_END.parse(tokens, from).isPresent();
    }
}
