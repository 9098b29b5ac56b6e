package org.w3id.materia.extract.indication;

import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Words;

/** Tells mere noun phrases from sentences. */
final class Fragments {
    private static final Lexicon FINITE = Lexicon.load("extract/indication/finite-verbs.txt");

    private Fragments() {}

    /** Whether a text has no verb that makes it a sentence. */
    static boolean isFragment(String text) {
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            if (FINITE.contains(words.word(i))) {
                return false;
            }
            if (words.isDash(i)
                    || words.word(i).equals("which")
                    || words.word(i).equals("that")) {
                return true;
            }
        }
        return true;
    }
}
