package org.w3id.materia.language;

import java.util.List;
import java.util.Set;

/** What kind of word a word is, as far as coordination needs to know. */
public final class WordClasses {
    private static final Lexicon ATTRIBUTIVES = Lexicon.load("language/attributives.txt", "language/organs.txt");
    private static final Lexicon ADJECTIVES = Lexicon.load("language/adjectives.txt");
    private static final Lexicon NOT_ADJECTIVES = Lexicon.load("language/not-adjectives.txt");
    private static final Lexicon DEGREES = Lexicon.load("language/degrees.txt");
    private static final Lexicon SITES = Lexicon.load("language/sites.txt", "language/organs.txt");
    private static final Lexicon CONDITION_HEADS = Lexicon.load("language/condition-heads.txt");
    private static final Lexicon PERSONS = Lexicon.load("language/persons.txt");
    private static final Lexicon MEDICINES = Lexicon.load("language/medicine-words.txt");
    private static final Lexicon AUXILIARIES = Lexicon.load("language/auxiliaries.txt");

    private static final List<String> ADJECTIVE_ENDINGS = List.of(
            "al",
            "ic",
            "ous",
            "ary",
            "ar",
            "ive",
            "oid",
            "iac",
            "-like",
            "-phase",
            "-stage",
            "-onset",
            "-related",
            "-induced",
            "-associated",
            "-resistant");
    private static final List<String> CONDITION_ENDINGS =
            List.of("itis", "osis", "emia", "aemia", "opathy", "algia", "uria", "penia", "plegia", "thyroidism");
    private static final Set<String> DEGREE_JOINTS = Set.of("to", "or", "and", "-");
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

    /**
     * How many words a degree phrase has that begins at {@code from}: "severe" 1, "mild to moderate" 3, "moderately to severely active"
     * 4; 0 where none begins.
     */
    public static int degreePhrase(List<String> words, int from) {
        int at = degree(words, from);
        if (at == from) {
            return 0;
        }
        if (at + 1 < words.size() && DEGREE_JOINTS.contains(words.get(at)) && degree(words, at + 1) > at + 1) {
            at = degree(words, at + 1);
        }
        boolean adverb = words.get(at - 1).endsWith("ly");
        if (adverb
                && at < words.size()
                && (isAdjective(words.get(at))
                        || isDegree(words.get(at))
                        || words.get(at).endsWith("ed"))) {
            return at + 1 - from;
        }
        return adverb ? 0 : at - from;
    }

    /** Behind one word of degree, or its adverb. */
    private static int degree(List<String> words, int at) {
        if (at >= words.size()) {
            return at;
        }
        String word = words.get(at);
        boolean adverb = word.endsWith("ly")
                && (isDegree(word.substring(0, word.length() - 2))
                        || isDegree(word.substring(0, word.length() - 2) + "e"));
        return isDegree(word) || adverb ? at + 1 : at;
    }

    /** Whether a word is a preposition. */
    public static boolean isPreposition(String word) {
        return PREPOSITIONS.contains(word);
    }

    /** Whether a word stands for any medicine, this one too: "drug", "preparations". */
    public static boolean isMedicine(String word) {
        return MEDICINES.contains(word);
    }

    /** Whether a word is an auxiliary or modal verb: "is", "should". */
    public static boolean isAuxiliary(String word) {
        return AUXILIARIES.contains(word);
    }

    /** Whether a word is a part of the body. */
    public static boolean isSite(String word) {
        return SITES.contains(word);
    }

    /** Whether a phrase's last word before a preposition names a condition: "severe renal impairment", "hepatitis". */
    public static boolean isCondition(List<String> words) {
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
