package org.w3id.materia.extract.risk.clause;

import java.util.BitSet;
import java.util.Set;
import org.w3id.materia.language.Words;

/** The words of a clause that only say why, or except when: "as it can raise blood sugar", "due to the risk of falls", "unless …". */
public final class Reasons {
    private static final Set<String> MARKS = Set.of("due", "because", "since", "given", "unless", "except");
    private static final Set<String> SUBJECTS = Set.of("it", "they", "this", "these", "the", "there", "its", "some");

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
                        && !words.word(at - 1).equals("such")
                        && (words.isComma(at - 1) || SUBJECTS.contains(words.word(at + 1)));
    }
}
