package org.w3id.materia.extract.indication.trigger;

import java.util.Set;
import org.w3id.materia.extract.indication.name.ClassNames;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Verbs;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/**
 * How far the list of what a trigger announces goes: to a word that begins another clause, an apposition that explains,
 * or the next trigger.
 *
 * @param from first token
 * @param to behind the last
 */
public record ObjectRange(int from, int to) {
    private static final Lexicon ALL_BOUNDARIES = Lexicon.load(
            "extract/indication/boundaries.txt",
            "language/auxiliaries.txt",
            "language/subordinators.txt",
            "extract/indication/patient-phrases.txt");
    private static final Lexicon BOUNDARIES = ALL_BOUNDARIES.having("");
    private static final Lexicon COMMA_BOUNDARIES = ALL_BOUNDARIES.having("comma");
    private static final Lexicon DEFINITIONS = Lexicon.load("extract/indication/definitions.txt");
    private static final Lexicon PROCEDURES = Lexicon.load("extract/indication/procedures.txt");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "one");
    private static final Set<String> LISTING = Lexicon.words("""
            including | such | like | specifically | particularly | especially | namely | e.g. | most | mostly |
            mainly | primarily | commonly | typically | usually | notably""");
    private static final Set<String> PASSIVES = Set.of("caused", "complicated", "accompanied", "triggered");
    /** What a class of conditions is told by: "disorders characterized by". */
    private static final Set<String> SHOWN = Set.of("characterized", "characterised", "marked");

    private static final Set<String> DETERMINERS = Set.of("this", "these", "it");
    private static final int NEAR = 4;

    /** Whether the trigger announces nothing. */
    public boolean isEmpty() {
        return to <= from;
    }

    /** The range that begins at token {@code from} and ends before {@code limit} at the latest. */
    public static ObjectRange of(Words words, int from, int limit) {
        int to = from;
        boolean colon = false;
        while (to < limit && !colon && !endsAt(words, from, to)) {
            colon = words.isWord(to) && words.colonBehind(to);
            to++;
        }
        if (colon && to < limit) {
            // What stands before a colon is the class of what stands behind it.
            ObjectRange members = of(words, to, limit);
            if (!members.isEmpty()) {
                return members;
            }
        }
        boolean beforeTrigger = to == limit && limit < words.size();
        while (to > from && !isEnd(words, to - 1, beforeTrigger)) {
            to--;
        }
        return new ObjectRange(from, to);
    }

    /** What stands before a colon in a range that goes on behind it: the class of what is listed, or what it is a sign of. */
    public static ObjectRange beforeColon(Words words, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (words.isWord(i) && words.colonBehind(i)) {
                return new ObjectRange(from, i + 1);
            }
            if (endsAt(words, from, i)) {
                break;
            }
        }
        return new ObjectRange(from, from);
    }

    private static boolean isEnd(Words words, int at, boolean beforeTrigger) {
        return words.isBracket(at) || words.isWord(at) && !(beforeTrigger && Triggers.isFiller(words, at));
    }

    /** Where commas alone separate, what follows the first comma is no list. */
    public ObjectRange withoutClause(Words words) {
        int first = -1;
        boolean joined = false;
        for (int i = from; i < to; i++) {
            if (words.isComma(i)) {
                first = first < 0 ? i : first;
                joined |= LISTING.contains(words.word(i + 1))
                        || WordClasses.isAttributive(words.word(i - 1))
                        || WordClasses.isDegree(words.word(i - 1));
            } else {
                joined |= first >= 0 && words.isConjunction(i) || LISTING.contains(words.word(i));
            }
        }
        joined |= first >= 0 && endsInConjunction(words);
        return first < 0 || joined ? this : new ObjectRange(from, first);
    }

    /** Whether another verb closes the list: "for bones, teeth, and preventing …". */
    private boolean endsInConjunction(Words words) {
        int at = words.isComma(to) ? to + 1 : to;
        int verb = Triggers.isFiller(words, at + 1) ? at + 2 : at + 1;
        return words.isConjunction(at) && Predicates.length(words, verb) > 0;
    }

    private static boolean endsAt(Words words, int from, int at) {
        if (words.isDash(at) || words.isSemicolon(at)) {
            return true;
        }
        if (words.isComma(at) || words.isConjunction(at)) {
            int next = words.isComma(at) && words.isConjunction(at + 1) ? at + 2 : at + 1;
            if (ListOpener.length(words, next) > 0) {
                return false;
            }
            boolean comma = words.isComma(at) || words.isComma(at - 1);
            return words.match(BOUNDARIES, next) > 0
                    || isVerb(words, next)
                    || comma
                            && (words.match(COMMA_BOUNDARIES, next) > 0
                                    || isApposition(words, next)
                                    || isParticiple(words, next));
        }
        String word = words.word(at);
        if (word.equals("after") || word.equals("following")) {
            return !isProcedure(words, at);
        }
        if (word.equals("by")
                && (PASSIVES.contains(words.word(at - 1))
                        || SHOWN.contains(words.word(at - 1)) && ClassNames.isClassWord(words.word(at - 2)))) {
            return false;
        }
        boolean determiner = at == from && DETERMINERS.contains(word);
        boolean purpose = word.equals("for") && ListOpener.length(words, at) == 0;
        return purpose && at > from && !words.isConjunction(at - 1) || !determiner && words.match(BOUNDARIES, at) > 0;
    }

    /** Whether a clause begins, as with "helping", "causing"; "coughing", "itching" are names, "including" announces them. */
    private static boolean isParticiple(Words words, int at) {
        String word = words.word(at);
        boolean name = Meaning.isConditionWord(word)
                || words.isWord(at + 1) && Meaning.isConditionWord(words.word(at + 1))
                || words.isComma(at + 1)
                || words.isConjunction(at + 1);
        return words.isWord(at) && word.endsWith("ing") && !word.equals("including") && !name;
    }

    /** "and shorten", "and potentially reducing". */
    private static boolean isVerb(Words words, int at) {
        if (Verbs.beginsClause(words.word(at))) {
            if (words.isComma(at + 1)) {
                return false; // "growth and repair, immunity, and …"
            }
            return !(words.word(at).equals("lower") && words.word(at - 2).equals("upper"));
        }
        boolean adverb = words.word(at).endsWith("ly") && Triggers.isFiller(words, at);
        return adverb
                && (Verbs.beginsClause(words.word(at + 1)) || words.word(at + 1).endsWith("ing"));
    }

    /** The comma behind the apposition that the comma at {@code at} begins; {@code at} where none begins or ends. */
    public static int behindApposition(Words words, int at, int limit) {
        if (words.isComma(at) && isApposition(words, at + 1)) {
            for (int i = at + 1; i < limit && (words.isWord(i) || words.isBracket(i) || words.isComma(i)); i++) {
                if (words.isComma(i)) {
                    return i;
                }
            }
        }
        return at;
    }

    /** ", a chronic condition …" explains; ", a cough" goes on. */
    private static boolean isApposition(Words words, int at) {
        if (!ARTICLES.contains(words.word(at))) {
            return false;
        }
        for (int i = at + 1; i < words.size() && words.isWord(i); i++) {
            String word = words.word(i);
            if (DEFINITIONS.contains(word)
                    || words.match(BOUNDARIES, i) > 0
                    || word.endsWith("ing") && !Meaning.isConditionWord(word)) {
                return true;
            }
            if (WordClasses.isPreposition(word) && !word.equals("of")) {
                return false;
            }
        }
        return false;
    }

    /** "after surgery" tells which illness; other times do not. */
    private static boolean isProcedure(Words words, int at) {
        for (int i = at + 1; i <= at + NEAR; i++) {
            if (PROCEDURES.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }
}
