package org.w3id.materia.extract.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NameBook;
import org.w3id.materia.language.NameKind;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.phrase.Phrase;

/** Tells a phrase that names an effect from one that names none, and cuts what a name does not need. */
final class EffectName {
    private static final Lexicon GENERIC =
            Lexicon.load("extract/effect/generic.txt", "language/general-words.txt", "language/kinds-of-states.txt");
    private static final Lexicon QUALIFIERS = Lexicon.load("extract/effect/qualifiers.txt", "language/hedges.txt");
    private static final Lexicon TAILS = Lexicon.load("extract/effect/tails.txt");
    private static final Lexicon VERBS = Lexicon.load("extract/effect/verbs.txt", "language/auxiliaries.txt");
    private static final Lexicon REMARKS =
            Lexicon.load("language/remarks.txt", "language/subordinators.txt", "language/hedges.txt");
    private static final Lexicon POTENTIALS = Lexicon.load("extract/effect/potentials.txt");
    private static final Lexicon CATEGORIES = Lexicon.load("extract/effect/categories.txt");
    private static final Pattern STATE = Pattern.compile("(?:not )?being (?:(?:un)?able to )?(?=.)");
    private static final int LONGEST = 9;

    private EffectName() {}

    /** The name in a phrase; empty where it names no effect. */
    static Optional<String> of(Phrase phrase) {
        List<String> words = Arrays.asList(phrase.text().split(" ", -1));
        int start = POTENTIALS.prefixLength(words, 0);
        int end = start;
        while (end < words.size() && (end == start || TAILS.prefixLength(words, end) == 0)) {
            end++;
        }
        List<String> name = words.subList(Math.min(start, end), end);
        int state = stateBegins(name);
        boolean unfit = name.isEmpty()
                || isClause(name.subList(state, name.size()))
                || name.stream().noneMatch(EffectName::hasLetters)
                || isGeneric(name)
                || namesMedicine(name)
                || state == 0 && (namesNoSign(name) || isRemark(name));
        return unfit ? Optional.empty() : Optional.of(String.join(" ", name));
    }

    /** Behind "being" and "not being able to", with which leaflets name what a patient feels; 0 where neither stands. */
    private static int stateBegins(List<String> name) {
        Matcher state = STATE.matcher(String.join(" ", name));
        return state.lookingAt() ? state.group().split(" ", -1).length - 1 : 0;
    }

    /** Whether a phrase is no name because it says something, or has too many words. */
    static boolean saysTooMuch(Phrase phrase) {
        List<String> words = Arrays.asList(phrase.text().split(" ", -1));
        return isClause(words) && !isGeneric(words) && !isRemark(words);
    }

    private static boolean isClause(List<String> name) {
        return name.size() > LONGEST || name.stream().anyMatch(VERBS::contains);
    }

    private static boolean hasLetters(String word) {
        return word.chars().filter(Character::isLetter).count() > 1;
    }

    /** "other serious side effects": nothing but qualifiers before a word that every effect could bear. */
    private static boolean isGeneric(List<String> name) {
        return name.stream()
                .allMatch(w -> GENERIC.contains(w) || QUALIFIERS.contains(w) || w.equals("of") || w.equals("the"));
    }

    /** "TNF inhibitors", "methotrexate": what is taken is no effect. */
    private static boolean namesMedicine(List<String> name) {
        String head = NormalForm.singular(name.get(name.size() - 1));
        NameBook book = NameBook.get();
        String words = String.join(" ", name);
        boolean taken =
                book.is(words, NameKind.DRUG) || book.is(words, NameKind.DRUG_CLASS) || WordClasses.isMedicine(head);
        return taken
                && !book.is(words, NameKind.DISEASE)
                && !book.is(words, NameKind.FINDING)
                && name.stream().noneMatch(WordClasses::isPreposition);
    }

    /** A body system, a part of the body or an adjective alone; or the word that all effects bear. */
    private static boolean namesNoSign(List<String> name) {
        String words = String.join(" ", name);
        return CATEGORIES.contains(words)
                || words.contains("side effect")
                || name.size() == 1 && WordClasses.isSite(words)
                || name.stream().noneMatch(WordClasses::isPreposition)
                        && WordClasses.isPerson(name.subList(name.size() - 1, name.size()))
                || WordClasses.isAdjective(name.get(name.size() - 1));
    }

    /** "less common", "with long use": a remark that commas have cut off. */
    private static boolean isRemark(List<String> name) {
        String first = name.get(0);
        return REMARKS.contains(first) && !QUALIFIERS.contains(first) && !first.equals("common");
    }
}
