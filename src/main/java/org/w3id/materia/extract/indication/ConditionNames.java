package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.extract.phrase.Lexicon;
import org.w3id.materia.extract.phrase.NounPhrases;
import org.w3id.materia.extract.phrase.Phrase;

/** The names of conditions that a range of text lists, each cleaned to the shortest name. */
final class ConditionNames {
    private static final Lexicon LEADING = Lexicon.load("indication/severities.txt");
    private static final Lexicon TAILS = Lexicon.load("indication/purpose-tails.txt");
    private static final Lexicon ENDS = Lexicon.load("indication/name-ends.txt");

    private ConditionNames() {}

    /** The names in characters {@code [start, end)} of {@code text}, in order. */
    static List<ConditionName> in(String text, int start, int end) {
        List<ConditionName> names = new ArrayList<>();
        for (Phrase phrase : SiteNames.completed(NounPhrases.of(text, start, end))) {
            name(phrase).ifPresent(names::add);
        }
        return names;
    }

    private static Optional<ConditionName> name(Phrase phrase) {
        List<String> words = new ArrayList<>(Arrays.asList(phrase.text().split(" ", -1)));
        cutEnd(words);
        trimLeading(words);
        Optional<Intent> intent = Optional.empty();
        for (int n = TAILS.suffixLength(words, words.size());
                n > 0 && n < words.size() && keepsName(words, n);
                n = TAILS.suffixLength(words, words.size())) {
            String tail = String.join(" ", words.subList(words.size() - n, words.size()));
            intent = intent.or(() -> TAILS.value(tail).map(v -> Intent.valueOf(v.toUpperCase(Locale.ROOT))));
            words.subList(words.size() - n, words.size()).clear();
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String name = String.join(" ", words);
        Meaning meaning = Meaning.of(name);
        return meaning == Meaning.NOTHING
                ? Optional.empty()
                : Optional.of(new ConditionName(name, phrase.start(), phrase.end(), meaning, intent));
    }

    /** Whether what stands before the last {@code n} words is a name by itself: not in "allergic symptoms". */
    private static boolean keepsName(List<String> words, int n) {
        String last = words.get(words.size() - n - 1);
        String rest = String.join(" ", words.subList(0, words.size() - n));
        return Meaning.isConditionWord(last) && Meaning.of(rest) != Meaning.NOTHING;
    }

    /** Cuts what is said of the patients or the circumstances behind the name. */
    private static void cutEnd(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (ENDS.prefixLength(words, i) > 0) {
                words.subList(i, words.size()).clear();
            }
        }
    }

    private static void trimLeading(List<String> words) {
        for (int n = LEADING.prefixLength(words, 0); n > 0 && n < words.size(); n = LEADING.prefixLength(words, 0)) {
            words.subList(0, n).clear();
        }
    }
}
