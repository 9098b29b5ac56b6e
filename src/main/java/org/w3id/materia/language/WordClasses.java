package org.w3id.materia.language;

import java.util.List;
import java.util.Set;

/** What kind of word a word is, as far as coordination needs to know. */
public final class WordClasses {
    private static final Lexicon ATTRIBUTIVES = Lexicon.load("language/attributives.txt");
    private static final Lexicon ADJECTIVES = Lexicon.load("language/adjectives.txt");
    private static final Lexicon NOT_ADJECTIVES = Lexicon.load("language/not-adjectives.txt");
    private static final Lexicon DEGREES = Lexicon.load("language/degrees.txt");
    private static final Lexicon SITES = Lexicon.load("language/sites.txt");
    private static final Lexicon CONDITION_HEADS = Lexicon.load("language/condition-heads.txt");
    private static final Lexicon PERSONS = Lexicon.load("language/persons.txt");
    private static final List<String> ADJECTIVE_ENDINGS = List.of("al", "ic", "ous", "ary", "ar", "ive", "oid", "iac");
    private static final List<String> CONDITION_ENDINGS =
            List.of("itis", "osis", "emia", "aemia", "opathy", "algia", "uria", "penia", "plegia", "thyroidism");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "in", "on", "at", "to", "with", "from", "by", "for", "under", "around", "during", "after", "without",
            "upon", "near", "due", "within", "before", "between", "against");
    private static final int SHORTEST_ADJECTIVE = 4;

    private WordClasses() {}

    /** Whether a word tells the kind of the noun behind it: "renal", "liver", "chronic". */
    public static boolean isAttributive(String word) {
        return ATTRIBUTIVES.contains(word) || isAdjective(word);
    }

    /** Whether a word is an adjective, by its ending or the lexicon. */
    public static boolean isAdjective(String word) {
        if (ADJECTIVES.contains(word)) {
            return true;
        }
        return word.length() >= SHORTEST_ADJECTIVE
                && !NOT_ADJECTIVES.contains(word)
                && !ATTRIBUTIVES.contains(word)
                && ADJECTIVE_ENDINGS.stream().anyMatch(word::endsWith);
    }

    /** Whether a word tells a degree: "mild", "severe". */
    public static boolean isDegree(String word) {
        return DEGREES.contains(word);
    }

    /** Whether a word is a preposition. */
    public static boolean isPreposition(String word) {
        return PREPOSITIONS.contains(word);
    }

    /** Whether a word is a part of the body. */
    public static boolean isSite(String word) {
        return SITES.contains(word);
    }

    /** Whether a phrase's last word before a preposition names a condition: "severe renal impairment", "hepatitis". */
    static boolean isCondition(List<String> words) {
        int end = 0;
        while (end < words.size() && !isPreposition(words.get(end))) {
            end++;
        }
        if (end == 0) {
            return false;
        }
        String head = words.get(end - 1);
        return CONDITION_HEADS.contains(head) || CONDITION_ENDINGS.stream().anyMatch(head::endsWith);
    }

    /** Whether a phrase is about people: "children under two". */
    public static boolean isPerson(List<String> words) {
        return words.stream().anyMatch(PERSONS::contains);
    }
}
