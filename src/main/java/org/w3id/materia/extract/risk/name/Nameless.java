package org.w3id.materia.extract.risk.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;

/** Tells phrases that name no state of a patient: words of advice, kinds without a name, parts of the body alone. */
public final class Nameless {
    private static final Lexicon GENERIC =
            Lexicon.load("extract/risk/generic.txt", "language/medicine-words.txt", "language/general-words.txt");
    private static final Lexicon WHOLE = Lexicon.load("extract/risk/nameless.txt");
    private static final Lexicon STARTS = Lexicon.load("extract/risk/nameless-starts.txt");
    private static final Lexicon ENDS = Lexicon.load("extract/risk/nameless-ends.txt");
    private static final Lexicon WORDS = Lexicon.load("extract/risk/nameless-words.txt", "language/auxiliaries.txt");
    private static final Lexicon UMBRELLA_WORDS = Lexicon.load("extract/risk/umbrella-words.txt");
    private static final Lexicon UMBRELLAS = Lexicon.load("extract/risk/umbrellas.txt", "language/kinds-of-states.txt");
    private static final Set<String> PLACES = Lexicon.words("""
            the | of | large | areas | body | mucous | whole | membranes | membrane | nose | eyes | mouth | near |
            inside""");
    private static final Pattern LASTING_USE =
            Pattern.compile("^(?:long-?\\s?term|prolonged|repeated|extended|continuous|chronic)\\b.*\\buse\\b");
    /** A time that limits a state says nothing of its name. */
    private static final Pattern WITHIN = Pattern.compile("(?<=.) within .*");

    /** "blood in your stools": whose they are goes without saying. */
    private static final Pattern YOUR = Pattern.compile("(?<=\\w )(in|of) your(?= \\w)");

    /** "3 to 4 days after an operation": a time that an event begins is a state. */
    private static final Pattern AFTER = Pattern.compile("\\d\\S*(?: to \\d+)? (?:hours|days|weeks) after .+");

    private static final Pattern LIMIT = Pattern.compile("^(?:below|above|over|under|more than|less than) .*");
    /** An age that is not said, a length of time. */
    private static final Pattern VAGUE = Pattern.compile(
            "\\ba certain age\\b|^(?:(?:more|longer|less) than |over |up to )?(?:\\d+\\S*|two|three|four|six|several)"
                    + " (?:hours?|days?|weeks?)(?: of .*)?$"
                    + "|^(?:the )?(?:first|second|third|last|final) (?:days?|weeks?|months?)$|^i'm\\b|^sensitivity to (?:require|(?:the |its |their )?(?:side |adverse )?effects)\\b|^hours? (?:of|before|after)\\b");

    private static final Set<String> PATIENTS = Set.of("patients", "people", "individuals");
    private static final Set<String> UNTOLD = Lexicon.words("""
            adult | many | most | some | these | those | all | other | every | individual | few | male | female |
            such | and | or | in | for | the | who | with | of | to | treated | new | first | more | sensitive""");
    private static final int KIND_OF_EFFECT = 3;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 11;

    private Nameless() {}

    static boolean is(String name, RiskKind kind) {
        String said = YOUR.matcher(WITHIN.matcher(name).replaceFirst("")).replaceAll("$1");
        List<String> words = List.of(said.split(" ", -1));
        String last = words.get(words.size() - 1);
        boolean named = kind != RiskKind.CONDITION || LASTING_USE.matcher(name).find();
        return kind != RiskKind.AGE && LIMIT.matcher(name).matches()
                || name.length() < SHORTEST
                || isVague(name)
                || name.chars().filter(c -> c == ' ').count() >= LONGEST
                || !named && GENERIC.contains(last) && !tellsPatients(words) && !tellsEffects(words)
                || words.stream().allMatch(w -> WordClasses.isSite(w) || PLACES.contains(w))
                || isUmbrella(words)
                || kind != RiskKind.ALLERGY && isNoNoun(name, words);
    }

    /** Whether a name is of a time or of an age that is not said. */
    public static boolean isVague(String name) {
        return VAGUE.matcher(name).find();
    }

    /** "frail patients": persons told by a word of their own. */
    private static boolean tellsPatients(List<String> words) {
        return words.size() > 1
                && PATIENTS.contains(words.get(words.size() - 1))
                && words.subList(0, words.size() - 1).stream()
                        .noneMatch(w -> UMBRELLA_WORDS.contains(w) || GENERIC.contains(w) || UNTOLD.contains(w));
    }

    /** "cardiac side effects": effects of one kind. */
    private static boolean tellsEffects(List<String> words) {
        String kind = words.get(0);
        return words.get(words.size() - 1).equals("effects")
                && (words.size() == 2
                        || words.size() == KIND_OF_EFFECT && words.get(1).equals("side"))
                && WordClasses.isAdjective(kind)
                && !WordClasses.isDegree(kind)
                && !UMBRELLA_WORDS.contains(kind);
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
                || Character.isDigit(name.charAt(0))
                        && !name.contains("year")
                        && !name.contains("month")
                        && !AFTER.matcher(name).matches()
                || name.endsWith("-")
                || words.stream().anyMatch(WORDS::contains);
    }
}
