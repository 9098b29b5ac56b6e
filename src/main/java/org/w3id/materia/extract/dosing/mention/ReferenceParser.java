package org.w3id.materia.extract.dosing.mention;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Parser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.Population;

/**
 * A dose by reference to the one of other patients: "the same as for adults", "same dosage as adults", "follow the adult dosage", "as for
 * adults". Those patients are not the ones who are treated.
 */
public final class ReferenceParser implements Parser<Mention> {
    public static final ReferenceParser REFERENCE = new ReferenceParser();

    private static final Phrases<Boolean> DOSES = Phrases.words("""
        dose | doses | dosage | dosages | dosing | regimen | regimens | schedule | concentration | amount | amounts |
        dosage instructions | dosing instructions | dosage guidelines | dosing guidelines | dosage recommendations |
        dosing recommendations | dose recommendations | dosage schedule | dosing schedule | dosage regimen | dosing regimen\
        """);

    private static final Phrases<Boolean> SAME = Phrases.words("the same | same | identical | the identical");

    private static final Phrases<Boolean> AS = Phrases.words("""
        as | as for | as in | for | as with | as that for | as those for | as that of | as the | to that for | to those for | to the | to |
        as used in | as used for | as recommended for | as described for | as that in | as per | as per the\
        """);

    private static final Phrases<Boolean> FOLLOW = Phrases.words("""
        follow | follows | following | use | uses | receive | receives | given | apply | as per | take | refer to | see\
        """);

    private static final Phrases<Boolean> USUAL =
            Phrases.words("usual | standard | normal | full | regular | recommended");

    private static final Phrases<Boolean> ABOVE = Phrases.words("""
        as above | above | as described above | described above | listed above | as listed above | as outlined above |
        as stated above\
        """);

    private ReferenceParser() {}

    @Override
    public Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return same(tokens, at)
                .or(() -> asFor(tokens, at))
                .or(() -> byName(tokens, at))
                .map(r -> new Reading<>(
                        new Mention.OfReference(r.value()),
                        at,
                        ABOVE.parse(tokens, r.to()).map(Reading::to).orElse(r.to())));
    }

    /** "the same as for adults", "same dosage as adults", "the same adult dose". */
    private static Optional<Reading<Population>> same(Tokens tokens, int at) {
        Optional<Reading<Boolean>> same = SAME.parse(tokens, at);
        if (same.isEmpty()) {
            return Optional.empty();
        }
        int i = DOSES.parse(tokens, same.get().to())
                .map(Reading::to)
                .orElse(same.get().to());
        return AS.parse(tokens, i)
                .flatMap(as -> patients(tokens, as.to()))
                .map(p -> new Reading<>(p.value(), at, behindDoses(tokens, p.to())))
                .or(() -> patients(tokens, same.get().to())
                        .filter(p -> DOSES.at(tokens, p.to()))
                        .map(p -> new Reading<>(p.value(), at, behindDoses(tokens, p.to()))));
    }

    private static Optional<Reading<Population>> asFor(Tokens tokens, int at) {
        return Optional.of(at)
                .filter(a -> tokens.is(a, "as") && tokens.is(a + 1, "for", "in"))
                .flatMap(a -> patients(tokens, a + 2));
    }

    /** "follow the adult dosage", and "the usual adult dose" in a sentence without an amount of its own. */
    private static Optional<Reading<Population>> byName(Tokens tokens, int at) {
        int follow = FOLLOW.parse(tokens, at).map(Reading::to).orElse(at);
        int article = tokens.is(follow, "the") ? follow + 1 : follow;
        int usual = USUAL.parse(tokens, article).map(Reading::to).orElse(article);
        if (follow == at && (usual == at || tokens.hasNumber())) {
            return Optional.empty();
        }
        return patients(tokens, usual)
                .filter(p -> DOSES.at(tokens, p.to()))
                .map(p -> new Reading<>(p.value(), at, behindDoses(tokens, p.to())));
    }

    private static int behindDoses(Tokens tokens, int at) {
        return DOSES.parse(tokens, at).map(Reading::to).orElse(at);
    }

    /** The patients that are named without a band; adults where they are among them ("older children and adults"). */
    private static Optional<Reading<Population>> patients(Tokens tokens, int at) {
        int i = tokens.is(at, "the") ? at + 1 : at;
        Optional<Reading<Population>> found = Optional.empty();
        while (true) {
            Optional<Reading<Population>> named = GroupParser.GROUP
                    .parse(tokens, i)
                    .filter(g -> g.value().age().isEmpty()
                            && g.value().weight().isEmpty()
                            && g.value().clearance().isEmpty())
                    .flatMap(g -> g.value().population().map(p -> new Reading<>(p, at, g.to())));
            if (named.isEmpty()) {
                return found;
            }
            boolean adults = found.filter(f -> f.value() == Population.ADULT).isPresent();
            found = Optional.of(new Reading<>(
                    adults ? Population.ADULT : named.get().value(),
                    at,
                    named.get().to()));
            if (!tokens.is(named.get().to(), "and", "or")) {
                return found;
            }
            i = named.get().to() + 1;
        }
    }
}
