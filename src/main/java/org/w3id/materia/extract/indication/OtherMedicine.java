package org.w3id.materia.extract.indication;

import java.util.Set;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.Words;

/** Tells sentences whose subject is another medicine: "Allopurinol is used to treat gout" in a text on gentamicin. */
final class OtherMedicine {
    private static final Set<String> OPENING =
            Set.of("while", "although", "unlike", "however", "in", "contrast", "other", "the", ",");
    private static final Set<String> VERBS =
            Set.of("is", "are", "was", "were", "has", "can", "may", "treats", "relieves", "works", "helps", "prevents");

    private final OwnNames own;

    OtherMedicine(OwnNames own) {
        this.own = own;
    }

    /** Whether the sentence begins with the name of another medicine and says something of it. */
    boolean isSubject(String sentence) {
        Words words = Words.of(sentence);
        int at = 0;
        while (OPENING.contains(words.word(at))) {
            at++;
        }
        if (!own.isOther(words, at)) {
            return false;
        }
        int behind = at + NameBook.get().longest(words, at).orElseThrow().tokens();
        while (words.isBracket(behind)) {
            behind++;
        }
        return VERBS.contains(words.word(behind));
    }
}
