package org.w3id.materia.extract.dosing;

import java.util.Optional;
import org.w3id.materia.extract.Extent;

/** How long one administration takes: "over 60 minutes", "over at least 30 minutes", "over a period of 2 hours". */
final class AdministrationParser implements Parser<Extent> {
    static final AdministrationParser ADMINISTRATION = new AdministrationParser();

    private static final Phrases<Boolean> OVER = Phrases.words("""
            over | over a | over a period of | over a maximum of | during | infused over |
            within a period of""");

    private AdministrationParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        return OVER.parse(tokens, at)
                .flatMap(o ->
                        ExtentParser.EXTENT.parse(tokens, tokens.is(at, "over") ? behindOver(tokens, o.to()) : o.to()))
                .filter(e -> e.value().unit().equals("s")
                        || e.value().unit().equals("min")
                        || e.value().unit().equals("h"))
                .map(e -> new Reading<>(e.value(), at, tokens.is(e.to(), "period", "infusion") ? e.to() + 1 : e.to()));
    }

    /** The longest wording may have taken "a maximum of", which belongs to the extent. */
    private static int behindOver(Tokens tokens, int to) {
        return tokens.is(to - 2, "maximum") ? to - 3 : to;
    }
}
