package org.w3id.materia.extract.risk;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/** Tells phrases that name no state of a patient: words of advice, kinds without a name, parts of the body alone. */
final class Nameless {
    private static final Lexicon GENERIC = Lexicon.load("extract/risk/generic.txt");
    private static final Lexicon WHOLE = Lexicon.load("extract/risk/nameless.txt");
    private static final Lexicon STARTS = Lexicon.load("extract/risk/nameless-starts.txt");
    private static final Lexicon ENDS = Lexicon.load("extract/risk/nameless-ends.txt");
    private static final Lexicon WORDS = Lexicon.load("extract/risk/nameless-words.txt");
    private static final Lexicon UMBRELLA_WORDS = Lexicon.load("extract/risk/umbrella-words.txt");
    private static final Lexicon UMBRELLAS = Lexicon.load("extract/risk/umbrellas.txt");
    private static final Set<String> PLACES = Set.of(
            "the",
            "of",
            "large",
            "areas",
            "body",
            "mucous",
            "membranes",
            "membrane",
            "nose",
            "eyes",
            "mouth",
            "near",
            "inside");
    private static final Pattern LASTING_USE =
            Pattern.compile("^(?:long-?\\s?term|prolonged|repeated|extended|continuous|chronic)\\b.*\\buse\\b");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 11;

    private Nameless() {}

    static boolean is(String name, RiskKind kind) {
        List<String> words = List.of(name.split(" ", -1));
        String last = words.get(words.size() - 1);
        boolean named = kind != RiskKind.CONDITION || LASTING_USE.matcher(name).find();
        return name.length() < SHORTEST
                || words.size() > LONGEST
                || !named && GENERIC.contains(last)
                || words.stream().allMatch(w -> WordClasses.isSite(w) || PLACES.contains(w))
                || isUmbrella(words)
                || kind != RiskKind.ALLERGY && isNoNoun(name, words);
    }

    /** "certain medical conditions": a word for a kind of thing with none that tells which. */
    private static boolean isUmbrella(List<String> words) {
        int last = words.size() - 1;
        return UMBRELLAS.contains(words.get(last))
                && words.subList(0, last).stream().allMatch(UMBRELLA_WORDS::contains);
    }

    private static boolean isNoNoun(String name, List<String> words) {
        return WHOLE.contains(name)
                || STARTS.prefixLength(words, 0) > 0
                || ENDS.contains(words.get(words.size() - 1))
                || Character.isDigit(name.charAt(0)) && !name.contains("year") && !name.contains("month")
                || name.endsWith("-")
                || words.stream().anyMatch(WORDS::contains);
    }
}
