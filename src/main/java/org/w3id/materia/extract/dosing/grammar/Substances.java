package org.w3id.materia.extract.dosing.grammar;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.materia.extract.fact.OwnNames;

/**
 * What sentences of a monograph's dosing may name without being of something else.
 *
 * @param own the medicine's own names
 * @param indications the conditions that it is for, lower case
 */
public record Substances(OwnNames own, Set<String> indications) {
    /** @param indications the conditions that the medicine is for, in any case of letters */
    public static Substances of(OwnNames own, Collection<String> indications) {
        return new Substances(
                own, indications.stream().map(i -> i.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The medicine's own name that begins at a token, with all its words: "formoterol fumarate", "Zn-DTPA", "vitamin D", and "ethinyl
     * estradiol" in a text on ethinylestradiol.
     */
    public Optional<Reading<Boolean>> ownName(Tokens tokens, int at) {
        if (tokens.has(at + 1) && own.tells(tokens.word(at) + tokens.word(at + 1))) {
            return Optional.of(new Reading<>(true, at, at + 2));
        }
        int end = at;
        boolean tells = false;
        while (isPart(tokens, end) || end > at && tokens.is(end, "-") && isPart(tokens, end + 1)) {
            tells |= own.tells(tokens.word(end));
            end++;
        }
        return tells || end > at && own.isWhole(tokens.text(at, end))
                ? Optional.of(new Reading<>(true, at, end))
                : Optional.empty();
    }

    private boolean isPart(Tokens tokens, int at) {
        return tokens.has(at) && own.isPart(tokens.word(at));
    }

    /** Whether words are the name of a condition that the monograph says it is for. */
    public boolean isIndication(String words) {
        return indications.contains(words.toLowerCase(Locale.ROOT));
    }
}
