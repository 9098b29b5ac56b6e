package org.w3id.materia.language.phrase;

import java.util.List;
import org.w3id.materia.language.Lexicon;

/**
 * Cuts from a member what is no part of the name: determiners, quantifiers and hedges before it, clauses and remarks
 * behind it.
 */
final class Trimming {
    static final Lexicon LEADING = Lexicon.load("language/leading-words.txt", "language/hedges.txt");
    private static final Lexicon FIXED = Lexicon.load("language/fixed-names.txt");
    private static final Lexicon TRAILING = Lexicon.load("language/trailing-words.txt");
    private static final Lexicon CLAUSE_STARTS =
            Lexicon.load("language/clause-starts.txt", "language/auxiliaries.txt", "language/subordinators.txt");

    private Trimming() {}

    /** The member without them; null where nothing is left. */
    static Member trim(Member member) {
        List<String> words = member.words();
        int start = member.before().isEmpty() ? leading(words) : 0;
        int end = start + 1;
        while (end < words.size() && (isUnable(words, end) || CLAUSE_STARTS.prefixLength(words, end) == 0)) {
            end++;
        }
        end = Math.min(end, words.size());
        boolean cut = end < words.size();
        for (int n = TRAILING.suffixLength(words, end);
                n > 0 && end - n >= start;
                n = TRAILING.suffixLength(words, end)) {
            end -= n;
        }
        if (end <= start) {
            return null;
        }
        Member trimmed = member.with(member.own().subList(start, end));
        List<String> before = member.before()
                .subList(leading(member.before()), member.before().size());
        return new Member(
                before, trimmed.own(), cut ? List.of() : member.behind(), member.conjunction(), member.comma());
    }

    /** "not being able to pass water": no clause begins with the verb. */
    private static boolean isUnable(List<String> words, int verb) {
        return words.get(verb).equals("being") && words.get(verb - 1).equals("not");
    }

    private static int leading(List<String> words) {
        int start = 0;
        for (int n = LEADING.prefixLength(words, 0);
                n > 0 && start < words.size() && FIXED.prefixLength(words, start) == 0;
                n = LEADING.prefixLength(words, start)) {
            start += n;
        }
        return start;
    }
}
