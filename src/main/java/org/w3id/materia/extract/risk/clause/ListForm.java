package org.w3id.materia.extract.risk.clause;

import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Tells items of a list from sentences of their own, and words that break off where a list is to follow. */
public final class ListForm {
    private static final Set<String> VERBS =
            Set.of("consult", "inform", "tell", "include", "includes", "contain", "contains");

    private static final Set<String> JOINING = Set.of("who", "that", "you", "or", "and");
    private static final Set<String> DESCRIBING = Set.of("where", "whose", "which");
    private static final Set<String> OPENERS = Lexicon.words("""
            in | with | by | for | if | when | following | include | includes | including | conditions | patients |
            people | individuals | those | who | have | cases | situations | groups | you | are | as | of | to |
            contraindicated | circumstances | populations | used | taken | is | contraindications | avoided | women""");

    private ListForm() {}

    /** Whether a range has a verb of its own, and not only one that describes a noun: "conditions where sedation is unwanted". */
    public static boolean isSentence(Words words, int from, int to) {
        boolean described = false;
        boolean told = false;
        for (int i = from + 1; i < to; i++) {
            described |= DESCRIBING.contains(words.word(i));
            told = !words.isComma(i) && (told || words.word(i).equals("that"));
            if (!described
                    && !told
                    && (VERBS.contains(words.word(i)) || WordClasses.isAuxiliary(words.word(i)))
                    && !JOINING.contains(words.word(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the list begins that a noun before a token announces: "contraindications exist, including …", "risks of treatment include …";
     * the token itself where none does.
     */
    static int announced(Words words, int at, int to) {
        for (int i = at; i < to && (!words.isComma(i) || words.word(i - 1).startsWith("exist")); i++) {
            if (words.word(i).startsWith("includ")) {
                return i + 1;
            }
        }
        return at;
    }

    /** Whether a lead-in breaks off where those are to follow whom it is about: "It must not be used in patients with:". */
    public static boolean opensList(Clause clause) {
        return OPENERS.contains(clause.words().word(clause.to() - 1));
    }
}
