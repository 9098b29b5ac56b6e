package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.Words;

/**
 * A part of a sentence that makes one statement.
 *
 * @param from its first token
 * @param to behind its last
 */
public record Clause(Words words, int from, int to) {
    private static final Set<String> TURNS = Set.of("but", "however", "although", "though", "whereas", "otherwise");
    private static final Set<String> CONCESSIONS = Set.of("while", "although", "though");
    private static final Set<String> VERBS = Lexicon.words("""
            is | it's | are | should | may | can | must | consult | avoid | has | have | will | do | use""");
    private static final Set<String> OPENINGS = Lexicon.words("""
            it | it's | its | they | this | should | must | use | is | are | may | can | caution | avoid | do |
            not | never | only | consult | inform | monitor | discontinue""");
    private static final Set<String> PERSONS =
            Set.of("patients", "individuals", "people", "those", "women", "children");
    private static final Set<String> MODALS = Set.of("should", "must", "may", "can", "will", "need", "is", "are");
    private static final Set<String> RELATIVES = Set.of("who", "that", "which");

    /** The statements of a sentence, in order. */
    public static List<Clause> of(Words words) {
        List<Clause> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < words.size(); i++) {
            int skipped = endsConcession(words, from, i) ? 1 : boundary(words, i);
            if (skipped >= 0 && i > from) {
                clauses.add(new Clause(words, from, i));
                from = i + skipped;
            }
        }
        if (from < words.size()) {
            clauses.add(new Clause(words, from, words.size()));
        }
        return clauses;
    }

    /** How many tokens the boundary at a token takes; -1 where none is. */
    private static int boundary(Words words, int at) {
        String word = words.word(at);
        if (stopBefore(words, at)
                || words.colonBehind(at - 1) && words.word(at - 1).length() == 1) {
            return 0;
        }
        if (TURNS.contains(word)) {
            return ListOpener.limitation(words, at) > at ? -1 : 1;
        }
        if (words.isSemicolon(at)) {
            return hasVerb(words, at + 1) ? 1 : -1;
        }
        if (word.equals("and")) {
            String next = words.word(at + 1);
            boolean opens = OPENINGS.contains(next)
                    || (PERSONS.contains(next) || words.isComma(at - 1) && isStatement(words, 0, at))
                            && isStatement(words, at + 1, words.size());
            return opens ? 1 : -1;
        }
        return -1;
    }

    /** "While no adjustment is needed, patients should be watched": the comma between what is granted and what is said. */
    private static boolean endsConcession(Words words, int from, int at) {
        return words.isComma(at)
                && CONCESSIONS.contains(words.word(from))
                && isStatement(words, from, at)
                && isStatement(words, at + 1, words.size());
    }

    private static boolean stopBefore(Words words, int at) {
        String between = words.text().substring(words.end(at - 1), words.start(at));
        if (words.word(at - 1).length() == 1
                && Character.isLetter(words.word(at - 1).charAt(0))) {
            // "L. acidophilus": a genus that is shortened.
            return false;
        }
        return between.length() > 1 && ".?!".indexOf(between.charAt(0)) >= 0
                || between.contains("? ")
                || between.contains(". ");
    }

    private static boolean hasVerb(Words words, int from) {
        for (int i = from; i < words.size() && !words.isSemicolon(i); i++) {
            if (VERBS.contains(words.word(i)) && !RELATIVES.contains(words.word(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands in a range is the subject of a verb of its own. */
    private static boolean isStatement(Words words, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (MODALS.contains(words.word(i))) {
                return !RELATIVES.contains(words.word(i - 1));
            }
        }
        return false;
    }

    /** Whether it asks. */
    public boolean asks() {
        int end = words.end(to - 1);
        String behind = words.text()
                .substring(
                        end, to < words.size() ? words.start(to) : words.text().length());
        return behind.startsWith("?");
    }

    /** First character of the clause in the text of its words. */
    public int start() {
        return words.start(from);
    }

    /** Behind its last character; the clause is not empty. */
    public int end() {
        return words.end(to - 1);
    }

    /** Whether one of the words stands in it. */
    public boolean has(Set<String> wanted) {
        for (int i = from; i < to; i++) {
            if (wanted.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
