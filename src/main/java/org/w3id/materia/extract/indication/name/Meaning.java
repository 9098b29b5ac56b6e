package org.w3id.materia.extract.indication.name;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.WordClasses;

/** What a noun phrase that a drug may be for names, by its head. */
public enum Meaning {
    /** A disease, symptom or state. */
    CONDITION,
    /** Something to be held, raised or lowered: "blood sugar control", "bone health". */
    MEASURE,
    /** A procedure, or none of the known. */
    OTHER,
    /** Nothing that a drug is for: general words, germs, substances, people, what is no noun phrase. */
    NOTHING;

    private static final Lexicon CONDITIONS = Lexicon.load("extract/indication/condition-words.txt");
    private static final Lexicon MORE_CONDITIONS = Lexicon.load("language/condition-heads.txt");
    private static final Lexicon ENDINGS = Lexicon.load("extract/indication/condition-endings.txt");
    private static final Lexicon GENERIC = Lexicon.load(
            "extract/indication/generic-words.txt",
            "language/medicine-words.txt",
            "language/general-words.txt",
            "language/kinds-of-states.txt",
            "language/hedges.txt");
    private static final Lexicon AGENTS =
            Lexicon.load("extract/indication/agent-words.txt", "language/medicine-words.txt");
    private static final Lexicon MEASURES =
            Lexicon.load("extract/indication/measure-words.txt", "language/quantities.txt");
    private static final Lexicon PURPOSES = Lexicon.load("extract/indication/purpose-heads.txt");
    private static final Lexicon CHANGES = Lexicon.load("extract/indication/changes.txt", "language/changes.txt");
    private static final Set<String> LINKS = Lexicon.words("""
            caused | due | accompanied | complicated | triggered | involving | related | associated | linked |
            resulting | affecting | characterized | following | requiring | secondary | occurring | like""");
    private static final Set<String> NO_STARTS = Set.of(
            "as",
            "to",
            "not",
            "excluding",
            "except",
            "now",
            "no",
            "its",
            "still",
            "also",
            "ability",
            "those",
            "due",
            "than",
            "better",
            "faster",
            "easier",
            "greater",
            "quicker");
    /** "pH of the solution": what an excipient does for the preparation is no use of the drug. */
    private static final Set<String> PREPARATIONS = Lexicon.words("""
            medication | medicine | formulation | product | solution | preparation | cream | tablet | suspension""");

    /** Words before a part of the body that make it an aim: "strong bones", "healthy skin". */
    private static final Set<String> WHOLE = Set.of("strong", "healthy");

    private static final Set<String> ADVERBIAL = Lexicon.words("""
            locally | newly | previously | surgically | clinically | sexually | chemically | medically |
            hormonally | genetically | partially | seasonally""");
    /** Ends names of purposes as a word of its own and within one: "thromboprophylaxis". */
    private static final String PROPHYLAXIS = "prophylaxis";
    /** What is done about something that is not named. */
    private static final Set<String> BARE =
            Set.of("prophylaxis", "prevention", "treatment", "maintenance", "care", "protection", "repair");

    private static final int LONGEST_ENDING = 12;
    private static final int SHORTEST_ENDING = 2;
    private static final int LONGEST_UNKNOWN = 5;

    /** @param phrase in lower case, its words parted by single spaces; a degree before them ("severe") says nothing of their meaning */
    public static Meaning of(String phrase) {
        List<String> all = List.of(phrase.split(" ", -1));
        int degree = WordClasses.degreePhrase(all, 0);
        return degree > 0 && degree < all.size() && !isNamed(phrase)
                ? ofName(String.join(" ", all.subList(degree, all.size())))
                : ofName(phrase);
    }

    private static Meaning ofName(String phrase) {
        List<String> words = List.of(phrase.split(" ", -1));
        boolean said =
                words.stream().anyMatch(w -> !GENERIC.contains(w) && w.chars().anyMatch(Character::isLetter));
        if (words.size() > 1 && words.get(words.size() - 1).equals("health") && beginsName(words)) {
            return MEASURE;
        }
        if (!said || !beginsName(words) || WordClasses.isSite(phrase) && !isNamed(phrase)) {
            return NOTHING;
        }
        String head = head(words);
        if (MEASURES.contains(head) && Linked.isGerm(words.get(words.size() - 1))) {
            return NOTHING; // "growth of bacteria"
        }
        if (phrase.startsWith("weakened immune system") || phrase.startsWith("compromised immune system")) {
            return NOTHING; // of the patients: "in people with weakened immune systems"
        }
        if (words.size() > 1 && WHOLE.contains(words.get(0)) && WordClasses.isSite(head)) {
            return MEASURE;
        }
        boolean changed = words.size() > 1 && words.stream().limit(2).anyMatch(CHANGES::contains);
        if (changed && (MEASURES.contains(head) || WordClasses.isSite(head))) {
            return CONDITION;
        }
        if (words.size() > 2
                && words.get(words.size() - 2).equals("the")
                && PREPARATIONS.contains(words.get(words.size() - 1))) {
            return NOTHING;
        }
        if (CONDITIONS.contains(phrase) || isNamed(phrase)) {
            return CONDITION;
        }
        if (AGENTS.contains(head)) {
            return NOTHING;
        }
        if (words.size() == 1 && BARE.contains(phrase)) {
            return NOTHING;
        }
        if (PURPOSES.contains(head)) {
            return OTHER;
        }
        if (MEASURES.contains(head)) {
            return MEASURE;
        }
        if (isConditionWord(head)) {
            return CONDITION;
        }
        return isNoun(head) && words.size() <= LONGEST_UNKNOWN && !WordClasses.isPerson(words) ? OTHER : NOTHING;
    }

    /** What a purpose that the phrase names aims at, where that is not treatment: contraception prevents, imaging diagnoses. */
    public static Optional<Intent> intentOf(String phrase) {
        String head = head(List.of(phrase.split(" ", -1)));
        return PURPOSES.value(head.endsWith(PROPHYLAXIS) ? PROPHYLAXIS : head)
                .filter(v -> !v.isEmpty())
                .map(v -> Intent.valueOf(v.toUpperCase(Locale.ROOT)));
    }

    /** Whether a phrase names a procedure or another of the known purposes. */
    public static boolean isPurpose(String phrase) {
        return PURPOSES.contains(head(List.of(phrase.split(" ", -1))));
    }

    private static boolean beginsName(List<String> words) {
        String word = words.get(0);
        // "extensively drug-resistant", "naturally occurring": the adverb belongs to the name.
        boolean qualifies = words.size() > 2 && words.get(1).indexOf('-') > 0
                || words.size() > 2 && words.get(1).endsWith("ing");
        qualifies |= words.size() > 2 && WordClasses.isDegree(words.get(1));
        boolean participle = Verbs.isGerund(word);
        boolean adverb = !qualifies
                && word.endsWith("ly")
                && word.length() > 5
                && !word.equals("family")
                && !word.equals("early")
                && !ADVERBIAL.contains(word);
        return !participle
                && !adverb
                && (!WordClasses.isPerson(List.of(word)) || words.size() > 1 && isConditionWord(words.get(1)))
                && !NO_STARTS.contains(word)
                && !WordClasses.isPreposition(word);
    }

    private static boolean isNoun(String word) {
        return !WordClasses.isAdjective(word)
                && !word.endsWith("ly")
                && !word.endsWith("ed")
                && !word.endsWith("ing")
                && !word.endsWith("ology")
                && word.length() > 2
                && !GENERIC.contains(word);
    }

    /** The last word before the first preposition or participle behind the beginning; "type 2", "B" behind it left out. */
    public static String head(List<String> words) {
        int end = 1;
        while (end < words.size() && !endsHead(words, end)) {
            end++;
        }
        while (end > 1 && isDesignator(words.get(end - 1))) {
            end--;
        }
        return words.get(end - 1);
    }

    /** A preposition or participle; not the "to" of "mild to moderate". */
    private static boolean endsHead(List<String> words, int at) {
        boolean degrees =
                words.get(at).equals("to") && at + 1 < words.size() && WordClasses.isDegree(words.get(at + 1));
        boolean links = LINKS.contains(words.get(at)) && !isSecondary(words, at);
        return !degrees && (WordClasses.isPreposition(words.get(at)) || links);
    }

    /** "active secondary progressive disease", not "anemia secondary to". */
    private static boolean isSecondary(List<String> words, int at) {
        return words.get(at).equals("secondary")
                && at + 1 < words.size()
                && !words.get(at + 1).equals("to");
    }

    private static boolean isDesignator(String word) {
        return word.length() == 1
                || word.chars().allMatch(Character::isDigit)
                || word.equals("ii")
                || word.equals("iii")
                || word.equals("type")
                || word.equals("complex")
                || word.equals("virus");
    }

    /** Whether the book of names has the whole phrase as a disease or a finding. */
    static boolean isNamed(String phrase) {
        Set<NameKind> kinds = NameBook.get().kinds(phrase);
        if (kinds.contains(NameKind.DISEASE) || kinds.equals(Set.of(NameKind.FINDING)) && phrase.indexOf(' ') > 0) {
            return true;
        }
        int last = phrase.lastIndexOf(' ');
        return last > 0
                && NameBook.get().is(phrase.substring(0, last), NameKind.DISEASE)
                && isDesignator(phrase.substring(last + 1));
    }

    /**
     * Whether a phrase names a disease, not a mere finding: "gut infections", not "joint pain". What a phrase has before the
     * name only tells which.
     */
    public static boolean isDisease(String phrase) {
        for (int at = 0; at >= 0; at = phrase.indexOf(' ', at) + 1) {
            if (NameBook.get().is(phrase.substring(at), NameKind.DISEASE)) {
                return true;
            }
            if (phrase.indexOf(' ', at) < 0) {
                return false;
            }
        }
        return false;
    }

    /**
     * Whether the word names a condition, by the tables or by its ending; of a compound its last part decides.
     *
     * @param word in lower case
     */
    public static boolean isConditionWord(String word) {
        if (CONDITIONS.contains(word)
                || MORE_CONDITIONS.contains(word)
                || NameBook.get().is(word, NameKind.DISEASE)
                || NameBook.get().isDiseaseHead(word) && !WordClasses.isPerson(List.of(word))) {
            return true;
        }
        for (int n = Math.min(LONGEST_ENDING, word.length() - 2); n >= SHORTEST_ENDING; n--) {
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
