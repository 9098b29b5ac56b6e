package org.w3id.materia.extract.dosing.rhythm;

import java.util.Optional;
import java.util.stream.IntStream;
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

    private static final int FARTHEST_INFUSION = 3;

    private AdministrationParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        Optional<Reading<Extent>> infusion = ofInfusion(tokens, at);
        return infusion.isPresent() ? infusion : over(tokens, at);
    }

    /** "as a 3-hour infusion", "as a 30-minute intravenous infusion": up to the length, for the route has a slot of its own. */
    private static Optional<Reading<Extent>> ofInfusion(Tokens tokens, int at) {
        if (!tokens.is(at, "as", "by") || !tokens.is(at + 1, "a", "an")) {
            return Optional.empty();
        }
        return ExtentParser.EXTENT
                .parse(tokens, at + 2)
                .filter(AdministrationParser::isShort)
                .filter(e -> IntStream.range(e.to(), e.to() + FARTHEST_INFUSION)
                        .anyMatch(i -> tokens.is(i, "infusion", "injection")))
                .map(e -> new Reading<>(e.value(), at, e.to()));
    }

    private static boolean isShort(Reading<Extent> e) {
        return e.value().unit().equals("s")
                || e.value().unit().equals("min")
                || e.value().unit().equals("h");
    }

    private static Optional<Reading<Extent>> over(Tokens tokens, int at) {
        return OVER.parse(tokens, at)
                .flatMap(o ->
                        ExtentParser.EXTENT.parse(tokens, tokens.is(at, "over") ? behindOver(tokens, o.to()) : o.to()))
                .filter(AdministrationParser::isShort)
                .map(e -> new Reading<>(e.value(), at, tokens.is(e.to(), "period", "infusion") ? e.to() + 1 : e.to()));
    }

    /** The longest wording may have taken "a maximum of", which belongs to the extent. */
    private static int behindOver(Tokens tokens, int to) {
        return tokens.is(to - 2, "maximum") ? to - 3 : to;
    }
}
