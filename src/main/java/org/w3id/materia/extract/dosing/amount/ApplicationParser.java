package org.w3id.materia.extract.dosing.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Amount;

/** "a thin layer", "a small amount": one application, where no other amount is stated. */
public final class ApplicationParser implements Parser<Dose> {
    public static final ApplicationParser APPLICATION = new ApplicationParser();

    public static final Dose ONE = new Dose(
            List.of(new Amount(
                    Optional.of(BigDecimal.ONE),
                    Optional.of(BigDecimal.ONE),
                    "{application}",
                    Optional.empty(),
                    Optional.empty())),
            false,
            false,
            1,
            "");

    private static final Phrases<Dose> WORDS = new Phrases<Dose>().with(ONE, """
                    thin layer | thin film | thin coat | thin coating | thin , even layer | thin even layer |
                    small amount | small ribbon | thin ribbon | small strip | sufficient amount | thin layers | sparing amount | light film | pea - sized amount |
                    liberal amount""");

    private ApplicationParser() {}

    @Override
    public Optional<Reading<Dose>> parse(Tokens tokens, int at) {
        return WORDS.parse(tokens, at);
    }
}
