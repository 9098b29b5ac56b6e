package org.w3id.materia.extract.risk.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.risk.clause.Span.Frame;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Finds the populations that a text names: the young and the old with their ages, the pregnant, nursing mothers, weak kidneys and livers. */
public final class Populations {
    private static final Lexicon NAMES = Lexicon.load("extract/risk/populations.txt");
    private static final Lexicon AGE_WORDS = Lexicon.load("extract/risk/age-words.txt");
    private static final Set<String> UNITS =
            Set.of("years", "year", "months", "month", "weeks", "week", "days", "kg", "years'");
    private static final Set<String> ORGANS = Set.of("renal", "hepatic", "kidney", "liver");
    private static final Set<String> FUNCTION = Set.of("function", "functions");
    private static final Set<String> WEAK = Lexicon.words("""
            impairment | disease | diseases | dysfunction | problems | insufficiency | failure | issues |
            conditions | condition | disorders | trouble | cirrhosis""");
    private static final Set<String> DEGREES = Lexicon.words("""
            impaired | reduced | decreased | end-stage | poor | pre-existing | chronic | compromised | to | or""");
    private static final Set<String> JOINS = Set.of("to", "or");
    private static final Set<String> WEAKENED =
            Set.of("impaired", "reduced", "decreased", "poor", "compromised", "severe");
    private static final Set<String> OLDER =
            Set.of("older", "over", "above", "younger", "up", "under", "more", "less", "below");
    private static final Set<String> NUMBERED = Lexicon.words("""
            patients | adults | individuals | people | those | anyone | children | older | baby | babies | infant""");

    private static final Set<String> BESIDE_CHILD =
            Set.of("the", "a", "an", "mother", "nursing", "developing", "fetus");

    private Populations() {}

    /** The populations of a range of tokens, in order. */
    public static List<Span> in(Words words, int from, int to) {
        List<Span> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int end = Math.min(to, at(words, i));
            if (end > i && !isEndangered(words, i) && !isYours(words, i)) {
                found.add(new Span(i, end, Frame.STATE));
                i = end - 1;
            }
        }
        return found;
    }

    /** "if your child has": the patient, whose state is named. */
    static boolean isYours(Words words, int at) {
        return words.word(at).matches("child|infant|baby") && words.word(at - 1).equals("your");
    }

    /** "risks to the mother and child": who bears what is weighed, and no patient. */
    private static boolean isEndangered(Words words, int at) {
        int to = at - 1;
        while (BESIDE_CHILD.contains(words.word(to)) || words.isConjunction(to)) {
            to--;
        }
        return words.word(at).matches("child|infants?|baby")
                && words.word(to).equals("to")
                && words.word(to - 1).startsWith("risk");
    }

    /** Behind the population whose first token is at {@code at}; {@code at} where none begins there. */
    static int at(Words words, int at) {
        int n = words.match(NAMES, at);
        if (n > 0) {
            int end = at + n;
            while (Persons.NOUNS.contains(words.word(end)) && !words.isComma(end)) {
                end++;
            }
            return age(words, end);
        }
        if (words.word(at).equals("young") && NUMBERED.contains(words.word(at + 1))) {
            int end = at(words, at + 1);
            return end > at + 1 ? end : at;
        }
        if (NUMBERED.contains(words.word(at)) || words.word(at).equals("age")) {
            int end = age(words, at + 1);
            return end > at + 1 ? end : at;
        }
        if (OLDER.contains(words.word(at)) && !words.isConjunction(at) && at > 0) {
            int end = age(words, at);
            return end > at + 1 && isAge(words, at, end) ? end : at;
        }
        if (!words.word(at).isEmpty() && Character.isDigit(words.word(at).charAt(0))) {
            int end = age(words, at);
            return OLDER.contains(words.word(end - 1)) && UNITS.contains(words.word(at + 1)) ? end : at;
        }
        int organ = at;
        if (JOINS.contains(words.word(at))) {
            return at;
        }
        while (WordClasses.isDegree(words.word(organ)) || DEGREES.contains(words.word(organ))) {
            organ++;
        }
        int behind = organ;
        while (ORGANS.contains(words.word(behind))
                || behind > organ && words.isConjunction(behind)
                || words.isBracket(behind) && behind > organ) {
            behind++;
        }
        boolean weak = WEAK.contains(words.word(behind))
                || organ > at && FUNCTION.contains(words.word(behind)) && WEAKENED.contains(words.word(organ - 1));
        return behind > organ && ORGANS.contains(words.word(organ)) && weak ? behind + 1 : at;
    }

    /** Behind the population of a stated age whose first token is at {@code at}; {@code at} where none begins there. */
    static int aged(Words words, int at) {
        int end = at(words, at);
        for (int i = at; i < end; i++) {
            if (Character.isDigit(words.word(i).charAt(0))) {
                return end;
            }
        }
        return at;
    }

    /** Behind the age that begins at a token: "under the age of 12", "75 years and older", "12 to 17 years of age". */
    private static int age(Words words, int at) {
        int end = at;
        boolean number = false;
        for (int i = at; i < words.size(); i++) {
            String word = words.word(i);
            boolean digits = !word.isEmpty() && Character.isDigit(word.charAt(0)) && word.length() < 8;
            boolean joins = number
                    && (words.isConjunction(i) || word.equals("to") || word.equals("-"))
                    && ageGoesOn(words, i + 1);
            boolean sign = word.equals("<") || word.equals("≥") || word.startsWith("≥") || word.startsWith("<");
            if (!digits && !joins && !sign && !AGE_WORDS.contains(word) && !UNITS.contains(word)) {
                break;
            }
            number |= digits;
            if (number) {
                end = i + 1;
            }
        }
        return number ? end : at;
    }

    private static boolean isAge(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (UNITS.contains(words.word(i)) && !words.word(i).equals("kg")) {
                return true;
            }
        }
        return false;
    }

    private static boolean ageGoesOn(Words words, int at) {
        String word = words.word(at);
        return OLDER.contains(word) || !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
