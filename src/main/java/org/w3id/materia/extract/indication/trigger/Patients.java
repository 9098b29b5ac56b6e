package org.w3id.materia.extract.indication.trigger;

import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Finds what the patients have that a text speaks of, "adults diagnosed with asthma", or are at risk of. */
public final class Patients {
    private static final Set<String> HAVE = Set.of("with", "experiencing", "from", "undergoing");
    private static final Set<String> WHO =
            Set.of("who", "have", "has", "are", "diagnosed", "suffering", "suffer", "living");
    private static final Set<String> EMPHASIS = Set.of("particularly", "especially", "potentially", "including");
    private static final ObjectRange NOTHING = new ObjectRange(0, 0);
    private static final int NEAR = 6;

    private Patients() {}

    /** Behind words for people and "who have" at {@code from}; {@code from} where there are none. */
    public static int passed(Words words, int from, int limit) {
        boolean people = false;
        for (int i = from; i < Math.min(limit, from + NEAR + NEAR); i++) {
            String word = words.word(i);
            boolean has = HAVE.contains(word) || word.equals("have") && !HAVE.contains(words.word(i + 1));
            if (people && has) {
                return i + 1;
            }
            boolean attributive = WordClasses.isAttributive(word) && !people || word.equals("of");
            boolean person = WordClasses.isPerson(List.of(word));
            people |= person;
            if (!person && !attributive && !words.isConjunction(i) && !(people && WHO.contains(word))) {
                return from;
            }
        }
        return from;
    }

    /** The range of what the patients behind {@code from} have or, where the trigger speaks of prevention, are at risk of. */
    public static ObjectRange have(Words words, Trigger trigger, int from, int limit) {
        boolean prevents = trigger.intents().contains(Intent.PROPHYLAXIS);
        for (int i = from; i < Math.min(limit, from + NEAR); i++) {
            if (words.isComma(i) && !EMPHASIS.contains(words.word(i + 1)) || words.isDash(i)) {
                return NOTHING;
            }
            if (HAVE.contains(words.word(i))) {
                return ObjectRange.of(words, i + 1, limit).withoutClause(words);
            }
            if (prevents && words.word(i).equals("risk")) {
                boolean developing = words.word(i + 2).equals("developing");
                return ObjectRange.of(words, Math.min(limit, i + (developing ? 3 : 2)), limit);
            }
        }
        return NOTHING;
    }
}
