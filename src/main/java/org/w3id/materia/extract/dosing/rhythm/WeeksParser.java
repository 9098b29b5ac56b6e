package org.w3id.materia.extract.dosing.rhythm;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;

/**
 * A stretch of counted weeks: "for weeks 1 and 2", "weeks 3-4", "for week 5". Weeks with a gap between them ("weeks 1 and 3")
 * are points in time, and weeks of a cycle come again; neither is a stretch.
 */
public final class WeeksParser implements Parser<Weeks> {
    public static final WeeksParser WEEKS = new WeeksParser();

    private static final int LAST = 104;

    private WeeksParser() {}

    @Override
    public Optional<Reading<Weeks>> parse(Tokens tokens, int at) {
        int name = tokens.is(at, "for", "during", "in") ? at + 1 : at;
        boolean single = tokens.is(name, "week");
        if (!single && !tokens.is(name, "weeks") || tokens.is(at - 1, "from", "by", "at", "until", "to", "after")) {
            return Optional.empty();
        }
        Optional<Reading<Weeks>> weeks = single ? one(tokens, name + 1) : several(tokens, name + 1);
        return weeks.filter(w -> !single || tokens.is(at, "for") || at == 0 && w.to() == tokens.size())
                .filter(w -> !tokens.is(w.to(), "of", "onward", "onwards", "and", "or", "to", "-"))
                .map(w -> new Reading<>(w.value(), at, w.to()));
    }

    private static Optional<Reading<Weeks>> one(Tokens tokens, int at) {
        return tokens.count(at, 1, LAST).map(w -> new Reading<>(new Weeks(w, w), at, at + 1));
    }

    private static Optional<Reading<Weeks>> several(Tokens tokens, int at) {
        Optional<Integer> first = tokens.count(at, 1, LAST);
        Optional<Integer> last = tokens.count(at + 2, 1, LAST);
        boolean range = tokens.is(at + 1, "-", "to", "through");
        if (first.isEmpty() || last.isEmpty() || !range && !tokens.is(at + 1, "and", "&")) {
            return Optional.empty();
        }
        boolean joined = range ? last.get() > first.get() : last.get() == first.get() + 1;
        return joined ? Optional.of(new Reading<>(new Weeks(first.get(), last.get()), at, at + 3)) : Optional.empty();
    }
}
