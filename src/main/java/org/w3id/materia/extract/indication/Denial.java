package org.w3id.materia.extract.indication;

import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Words;

/** Tells whether a sentence denies the use that a trigger announces: "is not used to treat", "rather than treating". */
final class Denial {
    private static final Lexicon NEGATIONS = Lexicon.load("extract/indication/negations.txt");
    private static final Lexicon NO_DENIALS = Lexicon.load("extract/indication/not-denials.txt");
    private static final Set<String> BREAKS = Set.of("but", "it", "it's", "this", "which", "however", "-", "they");

    private static final Set<String> AUXILIARIES = Set.of("is", "are", "was", "were", "has", "have", "does", "do");

    private Denial() {}

    /** Whether a word of denial stands before token {@code at} in the same clause. */
    static boolean reaches(Words words, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (isBreak(words, i)) {
                return false;
            }
            int n = words.match(NEGATIONS, i);
            if (n > 0 && words.match(NO_DENIALS, i) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause whose subject ends before token {@code at} is a denial: "its use in gout | is not supported by". */
    static boolean follows(Words words, int at) {
        boolean contracted = words.word(at).endsWith("n't") && NEGATIONS.contains(words.word(at));
        return contracted
                || AUXILIARIES.contains(words.word(at))
                        && words.match(NEGATIONS, at + 1) > 0
                        && words.match(NO_DENIALS, at + 1) == 0;
    }

    private static boolean isBreak(Words words, int at) {
        return words.isComma(at) || BREAKS.contains(words.word(at)) || words.isWord(at) && words.colonBehind(at);
    }
}
