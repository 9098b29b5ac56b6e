package org.w3id.materia.extract.dosing.rhythm;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Extent;

/** How long one administration takes: "over 60 minutes", "over at least 30 minutes", "over a period of 2 hours". */
public final class AdministrationParser implements Parser<Extent> {
    public static final AdministrationParser ADMINISTRATION = new AdministrationParser();

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
