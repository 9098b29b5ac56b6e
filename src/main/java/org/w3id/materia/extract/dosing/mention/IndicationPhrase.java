package org.w3id.materia.extract.dosing.mention;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.dosing.grammar.InertWords;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.PatientGroup;
import org.w3id.materia.extract.fact.Population;
import org.w3id.materia.language.NameKind;

/**
 * What a dose is for: "for uncomplicated cystitis", "to treat migraine", "for the prevention of gout". A phrase of plain words
 * behind a word of purpose, in which the tables know a disease, a finding or a procedure.
 */
final class IndicationPhrase {
    private static final int LONGEST = 16;

    private static final Phrases<Boolean> FOR = Phrases.words("""
            for | for the | for treating | for the treatment of | for treatment of | for the prevention of |
            for prevention of | for preventing | to treat | to prevent | in the treatment of | in treating |
            for the management of | for management of | in the management of | for managing | for other |
            for patients with | in patients with | for those with | patients with | in cases of | in case of |
            used for | when used for | for the symptomatic treatment of | prevention of | treatment of |
            with | treating | managing | preventing | for prophylaxis of | for the prophylaxis of | for most | for certain | for some | in""");

    /** Light words that a phrase may have inside. */
    private static final Phrases<Boolean> INSIDE =
            Phrases.words("of | and | or | the | to | due | - | 's | caused | by | , | /");

    private final NameParser names;

    IndicationPhrase(NameParser names) {
        this.names = names;
    }

    Optional<Reading<Mention>> parse(Tokens tokens, int at) {
        return FOR.parse(tokens, at).flatMap(f -> named(tokens, at, f.to()));
    }

    private Optional<Reading<Mention>> named(Tokens tokens, int at, int from) {
        Set<NameKind> kinds = EnumSet.noneOf(NameKind.class);
        boolean strict = tokens.is(at, "in");
        int end = from;
        int last = -1;
        while (end < from + LONGEST && isInside(tokens, end, strict)) {
            Optional<Reading<Mention>> name = names.parse(end);
            if (name.isPresent() && name.get().value() instanceof Mention.OfName n) {
                if (n.own() || n.isOtherDrug()) {
                    return Optional.empty();
                }
                kinds.addAll(n.kinds());
                end = name.get().to();
                last = n.isDisease() || n.kinds().contains(NameKind.PROCEDURE) ? end : last;
            } else {
                end++;
                last = !strict && isAbbreviation(tokens, end - 1) ? end : last;
            }
        }
        if (last < 0) {
            return Optional.empty();
        }
        int behind = isTail(tokens, last) ? last + 1 : last;
        boolean patients = strict
                && GroupParser.GROUP
                        .parse(tokens, from)
                        .filter(g -> g.to() >= behind || isOrgan(g.value()))
                        .isPresent();
        if (patients) {
            return Optional.empty();
        }
        Mention meaning =
                tokens.is(at, "with") ? new Mention.OfCondition() : new Mention.OfIndication(tokens.text(from, behind));
        return Optional.of(new Reading<>(meaning, at, behind));
    }

    /** "in liver and kidney disease": whose organ is ill is told of the patients. */
    private static boolean isOrgan(PatientGroup group) {
        return group.population()
                .filter(p -> p == Population.RENAL || p == Population.HEPATIC)
                .isPresent();
    }

    /** "for GERD", "for CLL". */
    private static boolean isAbbreviation(Tokens tokens, int at) {
        String raw = tokens.raw(at);
        return raw.length() > 1
                && raw.length() < 7
                && raw.chars().allMatch(Character::isUpperCase)
                && RouteParser.ROUTE.parse(tokens, at).isEmpty();
    }

    /** "migraine prevention", "fever relief". */
    private static boolean isTail(Tokens tokens, int at) {
        return tokens.is(
                at,
                "prevention",
                "prophylaxis",
                "relief",
                "treatment",
                "management",
                "therapy",
                "attacks",
                "episodes",
                "flares",
                "exacerbations",
                "outbreaks",
                "symptoms",
                "eradication",
                "control",
                "maintenance");
    }

    private boolean isInside(Tokens tokens, int at, boolean strict) {
        if (!tokens.has(at)
                || RemarkParser.NEVER.at(tokens, at)
                || tokens.is(at, "other")
                || tokens.number(at).isPresent()) {
            return false;
        }
        if (INSIDE.at(tokens, at)) {
            return true;
        }
        if (!tokens.get(at).isWord() || SentenceTiler.isConstruct(tokens, at)) {
            return false;
        }
        boolean known = names.parse(at).isPresent();
        return known
                || !strict
                        && !InertWords.INERT.at(tokens, at)
                        && GroupParser.GROUP.parse(tokens, at).isEmpty();
    }
}
