package org.w3id.materia.extract.indication.name;

import java.util.Set;
import org.w3id.materia.language.Words;

/** Tells mere noun phrases from sentences. */
public final class Fragments {
    /** Words that begin sentences, not names. */
    private static final Set<String> SUBJECTS = Set.of(
            "it", "they", "this", "these", "the", "you", "your", "we", "its", "their", "some", "when", "if", "while",
            "because", "by", "as", "in");

    private static final Set<String> RELATIVES = Set.of("which", "that", "who", "where", "when");

    private Fragments() {}

    /** Whether a text has no verb that makes it a sentence. */
    public static boolean isFragment(String text) {
        Words words = Words.of(text);
        if (SUBJECTS.contains(words.word(0))) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (Verbs.isFinite(words.word(i))) {
                return false;
            }
            if (words.isDash(i) || RELATIVES.contains(words.word(i))) {
                return true;
            }
        }
        return true;
    }
}
