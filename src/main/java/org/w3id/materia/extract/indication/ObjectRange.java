package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.WordClasses;

/**
 * Finds how far the list of what a trigger announces goes: to a word that begins another clause, an apposition that
 * explains, or the next trigger.
 */
final class ObjectRange {
    private static final Lexicon BOUNDARIES = Lexicon.load("indication/boundaries.txt");
    private static final Lexicon COMMA_BOUNDARIES = Lexicon.load("indication/comma-boundaries.txt");
    private static final Lexicon DEFINITIONS = Lexicon.load("indication/definitions.txt");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "one");
    private static final Set<String> SURGERY = Set.of(
            "surgery",
            "operation",
            "operations",
            "transplantation",
            "transplant",
            "surgical",
            "childbirth",
            "delivery",
            "menopause",
            "exposure",
            "injury",
            "stroke");
    private static final int NEAR = 4;

    private ObjectRange() {}

    /** Tokens {@code [from, to)}. */
    record Range(int from, int to) {}

    /** The range that begins at token {@code from} and ends before {@code limit} at the latest. */
    static Range of(Words words, int from, int limit) {
        int to = from;
        while (to < limit && !endsAt(words, from, to)) {
            to++;
            if (words.isWord(to - 1) && words.colonBehind(to - 1)) {
                break;
            }
        }
        while (to > from
                && (!words.isWord(to - 1) && !words.word(to - 1).equals("()")
                        || to < words.size() && to == limit && Triggers.isFiller(words, to - 1))) {
            to--;
        }
        return new Range(from, to);
    }

    /** The further ranges behind a colon, such as the list in "for two diseases: A and B". */
    static List<Range> withColon(Words words, int from, int limit) {
        List<Range> ranges = new ArrayList<>();
        Range first = of(words, from, limit);
        ranges.add(first);
        if (first.to() > first.from()
                && first.to() < limit
                && words.isWord(first.to() - 1)
                && words.colonBehind(first.to() - 1)) {
            ranges.add(of(words, first.to(), limit));
        }
        return ranges;
    }

    private static boolean endsAt(Words words, int from, int at) {
        if (words.isDash(at) || words.isSemicolon(at)) {
            return true;
        }
        if (words.isComma(at) || words.isConjunction(at) && words.isComma(at - 1)) {
            int next = words.isConjunction(at + 1) ? at + 2 : at + 1;
            return words.match(COMMA_BOUNDARIES, at + 1) > 0
                    || words.match(BOUNDARIES, next) > 0
                    || isApposition(words, at + 1)
                    || words.word(at + 1).endsWith("ing") && words.isWord(at + 1) && !isName(words, at + 1);
        }
        if (words.word(at).equals("after") || words.word(at).equals("following")) {
            return !isSurgery(words, at);
        }
        if (words.word(at).equals("for") && at > from) {
            return true;
        }
        int n = words.match(BOUNDARIES, at);
        return n > 0 && (at > from || n > 1 && !words.word(at).equals("as"));
    }

    /** "coughing", "itching" are names; "helping", "causing" begin clauses. */
    private static boolean isName(Words words, int at) {
        return Meaning.isConditionWord(words.word(at))
                || words.isWord(at + 1) && Meaning.isConditionWord(words.word(at + 1))
                || words.isComma(at + 1)
                || words.isConjunction(at + 1);
    }

    private static boolean isApposition(Words words, int at) {
        if (!ARTICLES.contains(words.word(at))) {
            return false;
        }
        for (int i = at + 1; i < words.size() && words.isWord(i); i++) {
            if (WordClasses.isPreposition(words.word(i)) && !words.word(i).equals("of")) {
                return false;
            }
            if (words.match(BOUNDARIES, i) > 0
                    || words.word(i).endsWith("ing") && !Meaning.isConditionWord(words.word(i))) {
                return true;
            }
            if (DEFINITIONS.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSurgery(Words words, int at) {
        for (int i = at + 1; i <= at + NEAR; i++) {
            if (SURGERY.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
