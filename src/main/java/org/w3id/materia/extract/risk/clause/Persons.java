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
            Set.of("currently", "concurrently", "recently", "already", "also", "previously", "ever", "()");
    private static final Set<String> CONDITIONS = Set.of("if", "when");

    private Persons() {}

    /** Behind the word for persons at a token and what joins them to a state; -1 where no state is joined to persons there. */
    static int link(Words words, int at) {
        return isPersons(words, at) ? linked(words, at + 1) : -1;
    }

    /** Behind all the words at a token that join persons to a state; -1 where none stand there. */
    private static int linked(Words words, int at) {
        int link = -1;
        int end = passed(words, at);
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

    /** Behind what joins an item's patient to a state, "you have ever had"; the token itself where nothing does. */
    public static int behindVerb(Words words, int from) {
        return Math.max(from, linked(words, isPersons(words, from) ? from + 1 : from));
    }

    /**
     * Where an item of a list begins to name a state: behind "if", and behind an aside in its verb, "have, or have had more than
     * once, a stomach ulcer".
     */
    public static int itemStart(Words words, int from, int to) {
        int start = CONDITIONS.contains(words.word(from)) ? from + 1 : from;
        int verb = behindVerb(words, start);
        boolean aside = verb > start
                && words.isComma(verb)
                && words.isConjunction(verb + 1)
                && words.match(LINKS, verb + 2) > 0;
        for (int i = verb + 3; aside && i < to; i++) {
            if (words.isComma(i)) {
                return i + 1;
            }
        }
        return start;
    }

    /** The same behind a comma or conjunction, where the word for persons need not stand again: "gout, or are pregnant". */
    static int furtherLink(Words words, int at) {
        int link = link(words, at);
        if (link >= 0) {
            return link;
        }
        return words.match(VERBS, at) == 0 ? -1 : Math.max(at + words.match(VERBS, at), linked(words, at));
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
