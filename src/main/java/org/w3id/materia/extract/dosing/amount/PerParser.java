package org.w3id.materia.extract.dosing.amount;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/** The denominators behind an amount: "/kg/day", "per square metre", "an hour", "in 24 hours", "/dose". */
final class PerParser implements Parser<Per> {
    static final PerParser PER = new PerParser();

    private static final Phrases<String> BODY = new Phrases<String>()
            .with("kg", """
                    kg | kilogram | kilograms | kilo | kg of body weight | kg body weight |
                    kilogram of body weight | kilogram body weight""")
            .with("kg", """
                    kg of bodyweight | kg bodyweight | kg bw | kilogram of bodyweight | kg of actual body weight""")
            .with("m2", """
                    m2 | m ^ 2 | square meter | square metre | square meter of body surface area |
                    square metre of body surface area | m2 of body surface area | m2 body surface area |
                    sq m | sq . m | sq metre | sq meter | metre squared | meter squared | m ^ 2""")
            .with("m2", "square meter of body surface | m2 bsa | m2 of bsa");

    private static final Phrases<String> TIME = new Phrases<String>()
            .with("d", "day | d | 24 hours | 24 - hour period | 24 hour period | 24 h")
            .with("h", "hour | hr | h")
            .with("min", "minute | min")
            .with("wk", "week | wk | 7 days");

    private static final Phrases<String> WITHIN_A_DAY = new Phrases<String>()
            .with("d", """
                    in 24 hours | in a 24 - hour period | in a 24 hour period | within 24 hours |
                    in any 24 - hour period | within a 24 - hour period | within a 24 hour period |
                    during a 24 - hour period | over 24 - hour period""")
            .with("d", """
                    in one day | in a day | in a single day | every 24 - hour period | within the first 24 hours |
                    in any 24 hours | per day in total | in 24 - hour period | in the first 24 hours""")
            .with("wk", "in a week" + " | in" + " one week" + " | in" + " 7 days");

    private static final Phrases<Boolean> ADMINISTRATION = new Phrases<Boolean>().with(true, """
                    dose | administration | session | treatment | treatment session | single dose | infusion |
                    injection | injection site | site | nostril | eye | ear | affected eye""");

    /** "mg·kg⁻¹", "mg kg-1". */
    private static final Phrases<String> RECIPROCAL_BODY =
            new Phrases<String>().with("kg", "kg⁻¹ | kg - 1 | kg ^ - 1").with("m2", "m⁻² | m - 2 | m ^ - 2");

    private static final Phrases<String> RECIPROCAL_TIME = new Phrases<String>()
            .with("d", "day⁻¹ | d⁻¹ | day - 1 | d - 1")
            .with("h", "h⁻¹ | hr⁻¹ | h - 1 | hour⁻¹")
            .with("min", "min⁻¹ | min - 1");

    private PerParser() {}

    @Override
    public Optional<Reading<Per>> parse(Tokens tokens, int at) {
        Per per = Per.NOTHING;
        int i = at;
        while (true) {
            Optional<Reading<String>> within = WITHIN_A_DAY.parse(tokens, i);
            if (within.isPresent()) {
                per = per.time(within.get().value());
                i = within.get().to();
                continue;
            }
            int behind = behindDivider(tokens, i);
            Optional<Reading<String>> reciprocal = RECIPROCAL_BODY.parse(tokens, behindDot(tokens, i));
            if (reciprocal.isPresent()) {
                per = per.body(reciprocal.get().value());
                i = reciprocal.get().to();
                continue;
            }
            Optional<Reading<String>> rate = RECIPROCAL_TIME.parse(tokens, behindDot(tokens, i));
            if (rate.isPresent()) {
                per = per.time(rate.get().value());
                i = rate.get().to();
                continue;
            }
            boolean article = tokens.is(i, "a", "an", "each");
            if (behind == i) {
                break;
            }
            Optional<Reading<String>> body = BODY.parse(tokens, behind);
            Optional<Reading<String>> time = TIME.parse(tokens, behind);
            Optional<Reading<Boolean>> dose = ADMINISTRATION.parse(tokens, behind);
            if (body.isPresent() && !article) {
                per = per.body(body.get().value());
                i = body.get().to();
            } else if (time.isPresent()
                    && !(article && isDistance(tokens, time.get().to()))) {
                per = per.time(time.get().value());
                i = time.get().to();
            } else if (dose.isPresent() && !article) {
                per = per.dose();
                i = dose.get().to();
            } else if (!article && isMeasure(tokens, behind)) {
                per = per.unknown();
                i = behind + 1;
            } else {
                break;
            }
        }
        return i == at ? Optional.empty() : Optional.of(new Reading<>(per, at, i));
    }

    /** "/mL", "/5 mL", "/dL", "per tablet": what makes the number before it a concentration or a strength. */
    private static boolean isMeasure(Tokens tokens, int at) {
        boolean several = DoseUnit.COUNTED.at(tokens, at + 1) && !tokens.is(at, "1", "one");
        return tokens.number(at).isPresent() && !several
                || tokens.is(at, "dl", "s", "second", "l")
                || DoseUnit.UNIT.at(tokens, at)
                || DoseUnit.COUNTED.at(tokens, at);
    }

    /** "500 mg an hour before surgery": when, and not how much in an hour; "500 mg a day before meals" is an amount of each day. */
    private static boolean isDistance(Tokens tokens, int at) {
        int event = tokens.is(at, "prior") ? at + 2 : at + 1;
        return tokens.is(at, "before", "after", "prior", "later", "earlier", "ahead", "beforehand")
                && !tokens.is(
                        event, "meals", "each", "food", "eating", "breakfast", "lunch", "dinner", "bed", "bedtime");
    }

    private static int behindDot(Tokens tokens, int at) {
        return tokens.is(at, "·", "⋅", "∙") ? at + 1 : at;
    }

    private static int behindDivider(Tokens tokens, int at) {
        if (tokens.is(at, "/", "per", "a", "an", "each")) {
            return at + 1;
        }
        boolean each = tokens.is(at, "for") && tokens.is(at + 1, "each", "every") && BODY.at(tokens, at + 2);
        return each ? at + 2 : at;
    }
}
