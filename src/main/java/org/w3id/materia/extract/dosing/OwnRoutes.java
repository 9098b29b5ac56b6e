package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.mention.RouteParser;
import org.w3id.materia.extract.dosing.sentence.SentenceReader;
import org.w3id.materia.language.NameBook;

/**
 * The ways in which a sentence says that this medicine is given: no route that it denies ("never intravenously", "IV use is not
 * possible"), and none of another medicine ("dexamethasone 8 mg by mouth", "an oral corticosteroid").
 */
final class OwnRoutes {
    private static final Phrases<Boolean> DENIES = Phrases.words("""
        not | never | no | nor | neither | cannot | isn't | aren't | doesn't | don't | mustn't | shouldn't |
        avoid | unlike | rather than | instead of\
        """);

    /** What ends the reach of a denial. */
    private static final Phrases<Boolean> ENDS =
            Phrases.words(", | ; | : | . | - | — | – | ( | ) | but | it | which | so");

    /** How it is denied behind the route: "IV administration is typically not used". */
    private static final Phrases<Boolean> UNUSED = Phrases.words("""
        used | available | possible | licensed | approved | recommended | applicable | suitable | appropriate | intended |
        practised | standard | an option | been | be | established | needed | necessary\
        """);

    private final Tokens tokens;
    private final Mentions mentions;

    private OwnRoutes(SentenceReader sentence) {
        this.tokens = sentence.tokens();
        this.mentions = sentence.mentions();
    }

    static List<RouteParser.Named> in(SentenceReader sentence) {
        return new OwnRoutes(sentence).found();
    }

    /** Whether a sentence denies what its label names: "Intramuscular: not licensed." */
    static boolean deniesItsLabel(SentenceReader sentence) {
        Tokens tokens = sentence.tokens();
        return tokens.is(0, "not", "never", "no") || tokens.is(0, "contraindicated");
    }

    private List<RouteParser.Named> found() {
        List<RouteParser.Named> routes = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Reading<RouteParser.Named>> route = RouteParser.ROUTE.parse(tokens, at);
            if (route.isPresent() && !isDenied(route.get()) && !isOfAnother(route.get())) {
                routes.add(route.get().value());
            }
            at = route.map(Reading::to).orElse(at + 1);
        }
        return routes;
    }

    private boolean isDenied(Reading<RouteParser.Named> route) {
        for (int t = route.from() - 1; t >= 0 && !ENDS.at(tokens, t); t--) {
            if (DENIES.at(tokens, t)) {
                return true;
            }
        }
        for (int t = route.to(); t < tokens.size() && !ends(t, route); t++) {
            if (tokens.is(t, "not", "never", "isn't", "aren't", "cannot") && isUnused(t + 1)
                    || tokens.is(t, "contraindicated")) {
                return true;
            }
        }
        return false;
    }

    /** A bracket behind the route only repeats it: "Intravenous (IV) administration". */
    private boolean ends(int at, Reading<RouteParser.Named> route) {
        boolean repeats = tokens.is(at, "(", ")") && at <= route.to() + 2;
        return !repeats && ENDS.at(tokens, at);
    }

    private boolean isUnused(int at) {
        int t = at;
        while (tokens.word(t).endsWith("ly")) {
            t++;
        }
        return UNUSED.at(tokens, t);
    }

    private boolean isOfAnother(Reading<RouteParser.Named> route) {
        if (isOther(route.to())) {
            return !isOwnBefore(route.from());
        }
        for (int i = mentions.size() - 1; i >= 0; i--) {
            if (mentions.to(i) <= route.from() && mentions.get(i) instanceof Mention.OfName name) {
                if (name.own()) {
                    return false;
                }
                if (name.isOtherDrug()) {
                    return !isBesides(i) || hasAmount(i, route.from());
                }
            }
        }
        return false;
    }

    /** "an oral corticosteroid", "oral contraceptives" */
    private boolean isOther(int at) {
        return NameBook.isClassHead(tokens.word(at))
                || mentions.all().stream()
                        .anyMatch(
                                m -> m.from() == at && m.value() instanceof Mention.OfName name && name.isOtherDrug());
    }

    /** "Testol is an oral antibiotic" */
    private boolean isOwnBefore(int token) {
        return mentions.all().stream()
                .anyMatch(m -> m.to() <= token && m.value() instanceof Mention.OfName name && name.own());
    }

    private boolean isBesides(int name) {
        return tokens.is(mentions.from(name) - 1, "with", "plus", "and");
    }

    private boolean hasAmount(int from, int token) {
        for (int i = from; i < mentions.size() && mentions.from(i) < token; i++) {
            if (mentions.get(i) instanceof Mention.OfDose) {
                return true;
            }
        }
        return false;
    }
}
