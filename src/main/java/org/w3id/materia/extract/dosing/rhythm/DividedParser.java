package org.w3id.materia.extract.dosing.rhythm;

import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.DoseParser;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.RangeParser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** "in two divided doses", "divided into 2-3 doses", "split into multiple doses", "as a single dose". */
public final class DividedParser implements Parser<Divided> {
    public static final DividedParser DIVIDED = new DividedParser();

    private static final Phrases<Boolean> VERBS = new Phrases<Boolean>().with(true, """
                    divided into | divided in | split into | in | as | given as | given in | divided across |
                    administered in | administered as | divided over | split across | divided between | divided""");

    private static final Phrases<Boolean> PARTS = Phrases.words("""
            divided doses | doses | equal doses | separate doses | dose | divided dose |
            equally divided doses | equal divided doses | divided administrations | daily doses |
            divided daily doses | smaller doses | portions | administrations | injections |
            separate administrations | equal portions""");

    private static final Phrases<Boolean> SOME =
            Phrases.words("multiple | several | smaller | more | a few | separate | equal");

    private static final Phrases<Boolean> SINGLE = Phrases.words("""
            as a single dose | as one dose | in one dose | in a single dose | as a single infusion | as a single injection |
            as single dose | as a single intravenous infusion""");

    private static final Phrases<Boolean> OPEN = Phrases.words("""
            divided doses | divided dose | in single or divided doses | as single or divided doses |
            in single or in divided doses | in one or more divided doses | in one or more doses | as a single dose or divided doses |
            in a single dose or divided doses | in a single dose or in divided doses | as a single dose or in divided doses""");

    private DividedParser() {}

    @Override
    public Optional<Reading<Divided>> parse(Tokens tokens, int at) {
        Optional<Reading<Boolean>> open = OPEN.parse(tokens, at);
        if (open.isPresent()) {
            return open.map(o -> o.map(x -> new Divided(Optional.empty())));
        }
        Optional<Reading<Boolean>> single = SINGLE.parse(tokens, at);
        if (single.isPresent()) {
            return single.map(s -> s.map(x -> Divided.WHOLE));
        }
        if (tokens.follows(at, "divided", "as")
                && !DoseParser.DOSE.parse(tokens, at + 2).isPresent()) {
            return Optional.of(new Reading<>(new Divided(Optional.empty()), at, at + 1));
        }
        boolean schedule = tokens.is(at, "divided")
                && RecurrenceParser.RECURRENCE.parse(tokens, at + 1).isPresent();
        if (schedule) {
            return Optional.of(new Reading<>(new Divided(Optional.empty()), at, at + 1));
        }
        return VERBS.parse(tokens, at).flatMap(v -> parts(tokens, at, v.to()));
    }

    private static Optional<Reading<Divided>> parts(Tokens tokens, int from, int at) {
        if (SOME.at(tokens, at) || PARTS.at(tokens, at) && tokens.is(at, "divided", "equally")) {
            int i = SOME.parse(tokens, at).map(Reading::to).orElse(at);
            return PARTS.parse(tokens, i).map(p -> new Reading<>(new Divided(Optional.empty()), from, p.to()));
        }
        boolean divides = tokens.is(from, "divided", "split");
        if (divides && PARTS.at(tokens, at)) {
            return PARTS.parse(tokens, at).map(p -> new Reading<>(new Divided(Optional.empty()), from, p.to()));
        }
        return RangeParser.RANGE.parse(tokens, at).flatMap(n -> PARTS.parse(tokens, n.to())
                .filter(p -> divides
                        || isDivided(tokens, n.to(), p.to())
                        || n.value().most().intValue() > 1)
                .filter(p -> n.value().most().stripTrailingZeros().scale() <= 0)
                .map(p -> new Reading<>(new Divided(Optional.of(n.value())), from, p.to())));
    }

    private static boolean isDivided(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "divided")) {
                return true;
            }
        }
        return false;
    }
}
