package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3id.materia.extract.dosing.grammar.Parser;
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

    /** In what way, and not whether, it is given: "must not be given rapidly", "should not be used for longer than a week". */
    private static final Phrases<Boolean> BOUNDED = Phrases.words("""
        than | faster | rapidly | unless | if | until | when | while | before | after | more | undiluted | bolus | only | same |
        mixed | except\
        """);

    private final Tokens tokens;
    private final Mentions mentions;

    private OwnRoutes(SentenceReader sentence) {
        this.tokens = sentence.tokens();
        this.mentions = sentence.mentions();
    }

    static List<RouteParser.Named> in(SentenceReader sentence) {
        return in(sentence, RouteParser.ROUTE);
    }

    /** What a sentence says in words of a kind of how this medicine is given: "The injection is kept for hospitals." */
    static <T> List<T> in(SentenceReader sentence, Parser<T> words) {
        return new OwnRoutes(sentence).found(words);
    }

    /** Whether a sentence denies what its label names: "Intramuscular: not licensed.", "Xamplin is not available for injection." */
    static boolean deniesItsLabel(SentenceReader sentence) {
        OwnRoutes routes = new OwnRoutes(sentence);
        Tokens tokens = sentence.tokens();
        boolean unused = IntStream.range(0, tokens.size()).anyMatch(routes::isUnusedAt);
        return tokens.is(0, "not", "never", "no", "contraindicated") || unused && !tokens.any(BOUNDED);
    }

    private <T> List<T> found(Parser<T> words) {
        List<T> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Reading<T>> read = words.parse(tokens, at);
            read.filter(r -> !isDenied(r) && !isOfAnother(r)).ifPresent(r -> found.add(r.value()));
            at = read.map(Reading::to).orElse(at + 1);
        }
        return found;
    }

    private boolean isDenied(Reading<?> route) {
        for (int t = route.from() - 1; t >= 0 && !ENDS.at(tokens, t); t--) {
            if (DENIES.at(tokens, t)) {
                return true;
            }
        }
        for (int t = route.to(); t < tokens.size() && !ends(t, route); t++) {
            if (isUnusedAt(t) || tokens.is(t, "contraindicated")) {
                return true;
            }
        }
        return false;
    }

    /** A bracket behind the route only repeats it: "Intravenous (IV) administration". */
    private boolean ends(int at, Reading<?> route) {
        boolean repeats = tokens.is(at, "(", ")") && at <= route.to() + 2;
        return !repeats && ENDS.at(tokens, at);
    }

    private boolean isUnusedAt(int at) {
        int t = at + 1;
        while (tokens.word(t).endsWith("ly")) {
            t++;
        }
        return tokens.is(at, "not", "never", "isn't", "aren't", "cannot") && UNUSED.at(tokens, t);
    }

    private boolean isOfAnother(Reading<?> route) {
        if (isOther(route.to())) {
            return !isOwnBefore(route.from());
        }
        if (isWithinCompany(route.from())) {
            return true;
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

    /** "together with testol (given intravenously)": inside of what tells of another medicine that is taken besides. */
    private boolean isWithinCompany(int token) {
        return mentions.all().stream()
                .filter(m -> m.value() instanceof Mention.OfCondition && m.from() < token && token < m.to())
                .anyMatch(m -> IntStream.range(m.from(), token)
                        .mapToObj(tokens::word)
                        .anyMatch(w -> NameBook.get().isDrug(w) || NameBook.isClassHead(w)));
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
