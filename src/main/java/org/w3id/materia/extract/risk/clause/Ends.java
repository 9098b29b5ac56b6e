package org.w3id.materia.extract.risk.clause;

import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Tells where the list of those ends whom a directive is about. */
public final class Ends {
    private static final Lexicon ENDS = Lexicon.load("extract/risk/object-ends.txt");
    private static final Set<String> SUBJECTS =
            Set.of("who", "that", "you", "you're", "which", "they", "and", "or", "also", "not");

    private Ends() {}

    /** The token behind the list that begins at {@code from}; at most {@code to}. */
    public static int of(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.isDash(i)
                    || i > from && words.colonBehind(i - 1) && !WordClasses.isPreposition(words.word(i - 1))
                    || ends(words, from, i)) {
                return i;
            }
        }
        return to;
    }

    private static boolean ends(Words words, int from, int at) {
        int n = words.match(ENDS, at);
        if (n == 0) {
            return false;
        }
        return switch (ENDS.value(words.entry(at, n)).orElseThrow()) {
            // "gout, use in newborns, scurvy" is a list still.
            case "comma" ->
                at > from
                        && words.isComma(at - 1)
                        && !(words.word(at).equals("use") && words.word(at + 1).equals("in"));
            case "reason" -> !words.word(at - 1).equals("such");
            case "verb" ->
                at > from
                        && !SUBJECTS.contains(words.word(subject(words, at)))
                        && !isNoun(words, at)
                        && Populations.at(words, at) == at
                        && Thresholds.at(words, at - 1) <= at;
            default -> true;
        };
    }

    /** What stands before a verb and its auxiliaries: "who have recently had". */
    private static int subject(Words words, int verb) {
        int at = verb - 1;
        while (WordClasses.isAuxiliary(words.word(at)) || Wording.ADVERBS.contains(words.word(at))) {
            at--;
        }
        return at;
    }

    /** ", transient increases in protein": behind a separator and an adjective at most, what looks like a verb is a noun. */
    private static boolean isNoun(Words words, int at) {
        return words.word(at + 1).equals("in") && (isSeparator(words, at - 1) || isSeparator(words, at - 2));
    }

    private static boolean isSeparator(Words words, int at) {
        return words.isComma(at) || words.isConjunction(at);
    }
}
