package org.w3id.materia.extract.risk.clause;

import java.util.BitSet;
import java.util.Set;
import org.w3id.materia.language.Words;

/** The words of a clause that only say why, or except when: "as it can raise blood sugar", "due to the risk of falls", "unless …". */
public final class Reasons {
    private static final Set<String> MARKS = Set.of("due", "because", "since", "given", "unless", "except");
    private static final Set<String> SUBJECTS = Set.of("it", "they", "this", "these", "the", "there", "its", "some");

    private static final Set<String> VERBS = Set.of("can", "may", "could", "might", "is", "are", "has", "have");
    private static final Set<String> CORRELATES = Set.of("such", "well", "long", "soon");
    private static final int LONGEST_SUBJECT = 3;

    private Reasons() {}

    /** The tokens of reasons, each from its mark up to the next comma or dash. */
    public static BitSet of(Clause clause) {
        BitSet reasons = new BitSet();
        Words words = clause.words();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (begins(words, i)) {
                while (i < clause.to()
                        && !words.isSemicolon(i)
                        && !words.isDash(i)
                        && !(words.isComma(i) && clause.from() == start(reasons, i))) {
                    reasons.set(i++);
                }
            }
        }
        return reasons;
    }

    private static int start(BitSet reasons, int at) {
        int start = at;
        while (start > 0 && reasons.get(start - 1)) {
            start--;
        }
        return start;
    }

    private static boolean begins(Words words, int at) {
        String word = words.word(at);
        return MARKS.contains(word)
                || word.equals("as")
                        && !CORRELATES.contains(words.word(at - 1))
                        && (words.isComma(at - 1) || SUBJECTS.contains(words.word(at + 1)) || hasVerb(words, at + 1));
    }

    /** "caution, as statins can harm muscles": what "as" joins says why where it has a subject and a verb. */
    private static boolean hasVerb(Words words, int subject) {
        for (int i = subject + 1;
                i <= subject + LONGEST_SUBJECT && !words.word(i).equals("as");
                i++) {
            if (VERBS.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
