package org.w3id.materia.extract.dosing.rhythm;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.ExtentParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Extent;

/** A pause behind a course, after which the course begins anew: "followed by a 7-day break", "then 28 days off". */
public final class BreakParser implements Parser<Extent> {
    public static final BreakParser BREAK = new BreakParser();

    private static final Phrases<Boolean> THEN =
            Phrases.words("followed by | followed by a | then | then a | and then | and then a | and");

    private static final Phrases<Boolean> PAUSE = Phrases.words("""
            break | off | rest | rest period | of rest | off treatment | off therapy | without treatment | without a patch |
            without the patch | patch - free | patch - free interval | pill - free interval | tablet - free interval |
            treatment - free interval | drug - free interval | drug - free period | drug - free | treatment - free |
            hormone - free interval | ring - free interval | treatment break | of no treatment""");

    private BreakParser() {}

    @Override
    public Optional<Reading<Extent>> parse(Tokens tokens, int at) {
        return THEN.parse(tokens, at)
                .flatMap(t -> ExtentParser.EXTENT.parse(tokens, t.to()))
                .flatMap(e -> PAUSE.parse(tokens, tokens.is(e.to(), "-") ? e.to() + 1 : e.to())
                        .map(p -> new Reading<>(e.value(), at, p.to())));
    }
}
