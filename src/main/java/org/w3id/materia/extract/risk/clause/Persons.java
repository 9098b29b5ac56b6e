package org.w3id.materia.extract.risk.clause;

import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Words;

/** Patients in general, and the words that join them to their state: "patients who have …", "anyone at risk of …". */
public final class Persons {
    static final Lexicon NOUNS = Lexicon.load("extract/risk/persons.txt");
    private static final Lexicon LINKS = Lexicon.load("extract/risk/person-links.txt");
    private static final Lexicon VERBS = Lexicon.load("extract/risk/person-verbs.txt");
    private static final Set<String> PASSED =
            Set.of("currently", "concurrently", "recently", "already", "also", "previously", "()");

    private Persons() {}

    /** Behind the word for persons at a token and what joins them to a state; -1 where no state is joined to persons there. */
    static int link(Words words, int at) {
        if (!isPersons(words, at)) {
            return -1;
        }
        int link = -1;
        int end = passed(words, at + 1);
        for (int n = words.match(LINKS, end); n > 0; n = words.match(LINKS, end)) {
            link = end + n;
            end = passed(words, link);
        }
        return link;
    }

    private static int passed(Words words, int at) {
        int end = at;
        while (PASSED.contains(words.word(end))) {
            end++;
        }
        return end;
    }

    /** Whether a word stands for patients: "your child" is one, a child that is told of is a population. */
    private static boolean isPersons(Words words, int at) {
        return NOUNS.contains(words.word(at)) || Populations.isYours(words, at);
    }

    /** Behind an aside in the verb of an item, "have, or have had more than once, a stomach ulcer"; {@code from} where there is none. */
    public static int asideEnd(Words words, int from, int to) {
        boolean aside = words.match(LINKS, from) == 1
                && words.isComma(from + 1)
                && words.isConjunction(from + 2)
                && words.match(LINKS, from + 3) > 0;
        for (int i = from + 4; aside && i < to; i++) {
            if (words.isComma(i)) {
                return i + 1;
            }
        }
        return from;
    }

    /** The same behind a comma or conjunction, where the word for persons need not stand again: "gout, or are pregnant". */
    static int furtherLink(Words words, int at) {
        int link = link(words, at);
        if (link >= 0) {
            return link;
        }
        int n = words.match(VERBS, at);
        return n == 0 ? -1 : at + n;
    }

    /** The first place in a range behind persons and what joins them to a state; -1 where none is. */
    static int firstLink(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            int end = link(words, i);
            if (end >= 0 && end < to) {
                return end;
            }
        }
        return -1;
    }
}
