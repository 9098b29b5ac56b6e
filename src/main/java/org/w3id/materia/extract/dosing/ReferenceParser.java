package org.w3id.materia.extract.dosing;

import java.util.Optional;

/** A dose by reference: "the same as for adults", "the same as the adult dose". The adults are not those who are treated. */
final class ReferenceParser implements Parser<Mention> {
    static final ReferenceParser REFERENCE = new ReferenceParser();

    private static final Phrases<Boolean> ADULT_DOSE =
            new Phrases<Boolean>().with(true, """
                    the same as for adults | the same as in adults | the same as adults | same as for adults |
                    the same as that for adults | same as in adults | the same as the adult dose | same as adults |
                    the same as the adult dosage | the adult dose | the adult dosage | the same adult dose""").with(true, """
                    same adult dose | the same dose as adults | the same dosage as adults | same dose as for adults |
                    identical to the adult dose | the same as the adult | the same dose as for adults |
                    the same doses as adults | as for adult | as for adults | same as adult dosage |
                    same as adult dose | same dosage as adults | same dose as adults | the same for adults""");

    private ReferenceParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return ADULT_DOSE.parse(tokens, at).map(r -> r.map(x -> new Mention.OfReference()));
    }
}
