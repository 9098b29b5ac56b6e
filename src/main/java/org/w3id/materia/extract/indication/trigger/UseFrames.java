package org.w3id.materia.extract.indication.trigger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.Verbs;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/**
 * Finds words that speak of use and the preposition behind them: "used, mainly, for", "used together with diet for", "uses
 * include", "a reliever for", "this is for".
 */
final class UseFrames {
    private static final Lexicon USE_WORDS = Lexicon.load("extract/indication/use-words.txt");
    private static final String NOUN = "noun";
    private static final String VERB = "verb";
    private static final Lexicon CLASS_NOUNS =
            Lexicon.load("extract/indication/class-nouns.txt", "language/drug-class-heads.txt");
    private static final Set<String> COPULAS = Set.of("is", "are", "was", "were");
    private static final Set<String> SUBJECTS =
            Set.of("it", "this", "treatment", "therapy", "combination", "medication");
    private static final Set<String> OPENING = Set.of("for", "in", "to", "against");
    private static final Set<String> COMPANIONS = Set.of("combination", "conjunction", "addition", "association");
    private static final Set<String> ACCOMPANIED =
            Set.of("with", "alone", "alongside", "together", "either", "under", "on");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "another");
    private static final Set<String> OCCURS = Set.of("suspects", "suspect", "experiences", "experience", "suffers");
    private static final Set<String> CARE = Set.of("caution", "cautiously", "care", "carefully");
    private static final Set<String> TAKEN =
            Set.of("take", "have", "use", "buy", "prescribe", "give", "need", "therapy", "adjunct", "monotherapy");
    private static final Set<String> HAVE = Set.of("have", "get", "had");
    private static final Set<String> PROTECTED = Set.of(
            "immunize", "immunise", "vaccinate", "immunizing", "vaccinating", "protect", "protects", "protecting");
    private static final int LONGEST_TAKEN = 9;
    private static final int LONGEST_ROLE = 7;
    private static final int LONGEST_SUBJECT = 6;
    private static final int LONGEST_COMPANY = 14;

    private UseFrames() {}

    /** The frame that begins at token {@code at}. */
    static Optional<Trigger> at(Words words, int at) {
        int n = words.match(USE_WORDS, at);
        if (n > 0 && !is(words, at, n, VERB)) {
            return is(words, at, n, NOUN) ? useNoun(words, at) : useWord(words, at);
        }
        if (words.word(at).equals("for")) {
            return isPurpose(words, at)
                    ? Optional.of(new Trigger(at, at + 1, List.of(Intent.TREATMENT), Firmness.PLACE, true))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean is(Words words, int at, int length, String kind) {
        return USE_WORDS.value(words.entry(at, length)).orElseThrow().equals(kind);
    }

    /** "you can take the tablets for", "use it if you have", "immunize children against": a verb, a short object, then what for. */
    static Optional<Trigger> taken(Words words, int at) {
        boolean protects = PROTECTED.contains(words.word(at));
        if (!protects && !TAKEN.contains(words.word(at))) {
            return Optional.empty();
        }
        for (int i = at + 1; i <= at + LONGEST_TAKEN; i++) {
            if (words.word(i).equals(protects ? "against" : "for")) {
                Intent intent = protects ? Intent.PROPHYLAXIS : Intent.TREATMENT;
                return Optional.of(
                        new Trigger(at, i + 1, List.of(intent), protects ? Firmness.STRONG : Firmness.USE, true));
            }
            if (!protects
                    && words.word(i).equals("if")
                    && words.word(i + 1).equals("you")
                    && HAVE.contains(words.word(i + 2))) {
                return Optional.of(new Trigger(at, i + 3, List.of(Intent.TREATMENT), Firmness.PLACE, true));
            }
            boolean passed = words.isWord(i) || words.isBracket(i) || words.isConjunction(i);
            if (!passed || Verbs.isFinite(words.word(i)) || Predicates.length(words, i) > 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "used", adverbs, then a preposition. */
    private static Optional<Trigger> useWord(Words words, int at) {
        int i = at + 1;
        while (Triggers.isFiller(words, i) && !OPENING.contains(words.word(i)) || words.isBracket(i)) {
            i++;
        }
        i = behindCompany(words, behindRole(words, i));
        int occasion = behindOccasion(words, i);
        if (occasion > i) {
            return Optional.of(new Trigger(at, occasion, List.of(Intent.TREATMENT), Firmness.PLACE, true));
        }
        String kind = USE_WORDS.value(words.word(at)).orElseThrow();
        boolean act = words.word(i).equals("to");
        if (!OPENING.contains(words.word(i)) || act && kind.equals("help")) {
            return Optional.empty();
        }
        boolean firm = kind.equals("use") && !act && !words.word(i).equals("in");
        boolean framed = !kind.equals("place") || act;
        return Optional.of(
                new Trigger(at, i + 1, List.of(Intent.TREATMENT), firm ? Firmness.USE : Firmness.PLACE, framed));
    }

    /**
     * Where the preposition stands behind for whom, by whom or with what it is used: "in adults and children for", "by the authorities
     * for", "together with diet for"; {@code at} where none of these is said.
     */
    private static int behindCompany(Words words, int at) {
        boolean in = words.word(at).equals("in");
        boolean by = words.word(at).equals("by");
        boolean company = in && COMPANIONS.contains(words.word(at + 1)) || ACCOMPANIED.contains(words.word(at));
        if (!in && !by && !company) {
            return at;
        }
        boolean people = false;
        for (int i = at + 1; i <= at + LONGEST_COMPANY; i++) {
            String word = words.word(i);
            boolean ends = !words.isWord(i) && !words.isConjunction(i) && !words.isBracket(i);
            if (ends || CARE.contains(word) || Verbs.isFinite(word) || Predicates.length(words, i) > 0) {
                return at;
            }
            people |= WordClasses.isPerson(List.of(word));
            if (!company && (word.equals("with") || word.startsWith("who"))) {
                return at;
            }
            boolean opens =
                    word.equals("for") || company && word.equals("in") && !COMPANIONS.contains(words.word(i + 1));
            if (opens && (people || by || company)) {
                return i;
            }
        }
        return at;
    }

    /** Behind "when a doctor suspects", "when a patient experiences"; {@code at} where no such words stand. */
    private static int behindOccasion(Words words, int at) {
        if (!words.word(at).equals("when")) {
            return at;
        }
        for (int i = at + 1; i <= at + LONGEST_ROLE && words.isWord(i); i++) {
            if (OCCURS.contains(words.word(i))) {
                return i + 1;
            }
        }
        return at;
    }

    /** Whether "for" tells what the drug is for: "is a mild laxative for", "this is only for". */
    private static boolean isPurpose(Words words, int at) {
        int i = at - 1;
        while (words.isBracket(i)) {
            i--;
        }
        if (words.match(CLASS_NOUNS, i) > 0) {
            return isOneOfAClass(words, i);
        }
        while (Triggers.isFiller(words, i)) {
            i--;
        }
        return words.word(i).equals("it's") || COPULAS.contains(words.word(i)) && SUBJECTS.contains(words.word(i - 1));
    }

    private static boolean isOneOfAClass(Words words, int noun) {
        for (int i = noun - 1; i >= noun - LONGEST_ROLE && !WordClasses.isPreposition(words.word(i)); i--) {
            if (ARTICLES.contains(words.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the preposition stands behind "as a dietary supplement"; {@code at} where no role is named. */
    private static int behindRole(Words words, int at) {
        if (!words.word(at).equals("as")) {
            return at;
        }
        for (int i = at + 1;
                i <= at + LONGEST_ROLE && (words.isWord(i) || words.isBracket(i) || words.isConjunction(i));
                i++) {
            if (Predicates.length(words, i) > 1) {
                return at;
            }
            if (words.word(i).equals("to")
                    || words.word(i).equals("for")
                    || words.word(i).equals("in")) {
                return i;
            }
        }
        return at;
    }

    /** "uses", the rest of the subject, a verb ("include"), prepositions; or "use in", "uses:". */
    private static Optional<Trigger> useNoun(Words words, int at) {
        int company = behindCompany(words, at + 1);
        if (company > at + 1) {
            return Optional.of(new Trigger(at, company + 1, List.of(Intent.TREATMENT), Firmness.PLACE, true));
        }
        if (words.word(at + 1).equals("in") || words.word(at + 1).equals("for")) {
            return Optional.of(new Trigger(at, at + 2, List.of(Intent.TREATMENT), Firmness.PLACE, true));
        }
        int role = behindRole(words, at + 1);
        if (role > at + 1) {
            return Optional.of(new Trigger(at, role + 1, List.of(Intent.TREATMENT), Firmness.PLACE, true));
        }
        boolean of = words.word(at + 1).equals("of");
        for (int i = at + 1; i <= at + LONGEST_SUBJECT; i++) {
            if (of && (words.word(i).equals("for") || words.word(i).equals("in"))) {
                return Optional.of(new Trigger(at, i + 1, List.of(Intent.TREATMENT), Firmness.PLACE, true));
            }
            int n = words.match(USE_WORDS, i);
            if (n > 0 && is(words, i, n, VERB)) {
                int to = behindRole(words, i + n);
                to = behindCompany(words, to);
                while (OPENING.contains(words.word(to)) || Triggers.isFiller(words, to)) {
                    to++;
                }
                boolean lists =
                        !COPULAS.contains(words.word(i)) || words.word(i + n).equals("for");
                return Optional.of(
                        new Trigger(at, to, List.of(Intent.TREATMENT), lists ? Firmness.USE : Firmness.PLACE, true));
            }
            if (!words.isWord(i) && !words.isConjunction(i) && !words.isBracket(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
