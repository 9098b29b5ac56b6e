package org.w3id.materia.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells the names of drugs by the stems that WHO gives to nonproprietary names ("The use of stems in the selection of
 * International Nonproprietary Names", the Stem Book): "-mab", "-vastatin", "cef-".
 */
public final class DrugStems {
    private static final Map<String, Integer> ENDINGS = new HashMap<>();
    private static final Map<String, Integer> BEGINNINGS = new HashMap<>();
    private static final Set<String> OTHER_WORDS = new HashSet<>();
    private static final int LONGEST = 10;
    private static final int SHORTEST_REST = 2;

    static {
        Lexicon stems = Lexicon.load("language/inn-stems.txt");
        for (String entry : stems.entries()) {
            if (entry.startsWith("-")) {
                ENDINGS.put(entry.substring(1), entry.length() - 1);
            } else if (entry.endsWith("-")) {
                BEGINNINGS.put(entry.substring(0, entry.length() - 1), entry.length() - 1);
            } else {
                OTHER_WORDS.add(entry);
            }
        }
    }

    private DrugStems() {}

    /** Whether a single word, lower case, is built like a drug's name. */
    public static boolean isDrug(String word) {
        if (OTHER_WORDS.contains(word) || !word.chars().allMatch(Character::isLetter)) {
            return false;
        }
        for (int n = Math.min(LONGEST, word.length() - SHORTEST_REST); n > 2; n--) {
            if (ENDINGS.containsKey(word.substring(word.length() - n))
                    || BEGINNINGS.containsKey(word.substring(0, n))) {
                return true;
            }
        }
        return false;
    }
}
