package org.w3id.materia.extract.indication;

import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.WordClasses;

/** What a noun phrase that a drug may be for names, by its head. */
enum Meaning {
    /** A disease, symptom or state. */
    CONDITION,
    /** Something to be held, raised or lowered: "blood sugar control", "bone health". */
    MEASURE,
    /** None of the known. */
    OTHER,
    /** Nothing that a drug is for: general words, germs, substances. */
    NOTHING;

    private static final Lexicon CONDITIONS = Lexicon.load("indication/condition-words.txt");
    private static final Lexicon MORE_CONDITIONS = Lexicon.load("phrase/condition-heads.txt");
    private static final Lexicon ENDINGS = Lexicon.load("indication/condition-endings.txt");
    private static final Lexicon GENERIC = Lexicon.load("indication/generic-words.txt");
    private static final Lexicon AGENTS = Lexicon.load("indication/agent-words.txt");
    private static final Lexicon MEASURES = Lexicon.load("indication/measure-words.txt");
    private static final Lexicon CHANGES = Lexicon.load("indication/changes.txt");
    private static final Set<String> LINKS = Set.of(
            "caused",
            "associated",
            "related",
            "resulting",
            "following",
            "affecting",
            "involving",
            "complicated",
            "accompanied",
            "requiring",
            "secondary",
            "occurring",
            "characterized",
            "like");
    private static final int LONGEST_ENDING = 12;
    private static final int SHORTEST_ENDING = 2;

    static Meaning of(String phrase) {
        List<String> words = List.of(phrase.split(" ", -1));
        if (words.stream().allMatch(w -> GENERIC.contains(w) || w.chars().noneMatch(Character::isLetter))) {
            return NOTHING;
        }
        String head = head(words);
        boolean changed = words.size() > 1 && words.stream().limit(2).anyMatch(CHANGES::contains);
        if (changed && (MEASURES.contains(head) || WordClasses.isSite(head))) {
            return CONDITION;
        }
        if (AGENTS.contains(head)) {
            return NOTHING;
        }
        if (MEASURES.contains(head)) {
            return MEASURE;
        }
        return isConditionWord(head) ? CONDITION : OTHER;
    }

    /** The last word before the first preposition or participle behind the beginning. */
    static String head(List<String> words) {
        int end = 1;
        while (end < words.size() && !WordClasses.isPreposition(words.get(end)) && !LINKS.contains(words.get(end))) {
            end++;
        }
        return words.get(end - 1);
    }

    static boolean isConditionWord(String word) {
        if (CONDITIONS.contains(word) || MORE_CONDITIONS.contains(word)) {
            return true;
        }
        for (int n = Math.min(LONGEST_ENDING, word.length()); n >= SHORTEST_ENDING; n--) {
            if (ENDINGS.contains(word.substring(word.length() - n))) {
                return true;
            }
        }
        int hyphen = word.lastIndexOf('-');
        return hyphen > 0 && hyphen < word.length() - 1 && isConditionWord(word.substring(hyphen + 1));
    }

    static boolean isGeneric(String word) {
        return GENERIC.contains(word);
    }
}
