package org.w3id.materia.extract.risk.clause;

import java.util.Set;
import org.w3id.materia.language.Words;

/** Finds a measured value beyond which a text warns: "a creatinine clearance below 30 mL/min". */
final class Thresholds {
    private static final Set<String> MEASURES =
            Set.of("clearance", "egfr", "gfr", "crcl", "count", "rate", "pressure", "interval", "filtration");
    private static final Set<String> LIMITS = Set.of(
            "is", "below", "under", "above", "over", "less", "more", "than", "of", "<", ">", "≤", "≥", "to", "equal");
    private static final Set<String> NOT_FIRST =
            Set.of("if", "when", "where", "while", "the", "a", "an", "with", "for", "in", "of", "or", "and");
    private static final int LONGEST_MEASURE = 4;

    private Thresholds() {}

    /** Behind the measure and its limit that begin at a token, or "it" for a clearance that stands before; {@code at} where none do. */
    static int at(Words words, int at) {
        if (NOT_FIRST.contains(words.word(at))) {
            return at;
        }
        if (words.word(at).equals("it") && words.word(at + 1).equals("is")) {
            int end = limitEnd(words, at + 1);
            return end > at + 1 && words.word(end - 1).endsWith("/min") ? end : at;
        }
        for (int i = at; i < at + LONGEST_MEASURE && words.isWord(i); i++) {
            if (MEASURES.contains(words.word(i))) {
                int end = limitEnd(words, i + 1);
                return end > i + 1 ? end : at;
            }
        }
        return at;
    }

    /** Behind the words of limit that begin at a token, their number and its unit; {@code at} where there is no such. */
    private static int limitEnd(Words words, int at) {
        int limit = at;
        while (LIMITS.contains(words.word(limit)) || words.isBracket(limit)) {
            limit++;
        }
        boolean number = limit > at && !words.word(limit).isEmpty() && isNumber(words.word(limit));
        return number ? unitEnd(words, limit) : at;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) || word.length() > 1 && "<>≤≥".indexOf(word.charAt(0)) >= 0;
    }

    private static int unitEnd(Words words, int number) {
        String unit = words.word(number + 1);
        return unit.contains("/") || unit.equals("ml") || unit.equals("mmhg") || unit.equals("ms") || unit.equals("bpm")
                ? number + 2
                : number + 1;
    }
}
