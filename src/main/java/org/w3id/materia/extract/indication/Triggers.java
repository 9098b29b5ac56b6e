package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.extract.phrase.Lexicon;

/** Finds the triggers of a sentence: entries of the lexicon, and frames of use ("is often prescribed, mainly, for"). */
final class Triggers {
    private static final Lexicon TRIGGERS = Lexicon.load("indication/triggers.txt");
    private static final Lexicon USE_WORDS = Lexicon.load("indication/use-words.txt");
    private static final Lexicon USE_NOUNS = Lexicon.load("indication/use-nouns.txt");
    private static final Lexicon FILLERS = Lexicon.load("indication/fillers.txt");
    private static final Lexicon USE_VERBS = Lexicon.load("indication/use-verbs.txt");
    private static final Set<String> OPENING = Set.of("for", "in", "to", "against");
    private static final int LONGEST_SUBJECT = 6;

    private Triggers() {}

    /** The triggers in order, not overlapping. */
    static List<Trigger> in(Words words) {
        List<Trigger> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Trigger> trigger = at(words, i);
            if (trigger.isPresent()) {
                found.add(trigger.get());
                i = trigger.get().to() - 1;
            }
        }
        return joined(words, found);
    }

    private static Optional<Trigger> at(Words words, int at) {
        int n = words.match(TRIGGERS, at);
        if (n > 0) {
            return Optional.of(entry(words, at, n));
        }
        if (words.match(USE_NOUNS, at) > 0) {
            return useNoun(words, at);
        }
        return words.match(USE_WORDS, at) > 0 ? useWord(words, at) : Optional.empty();
    }

    private static Trigger entry(Words words, int at, int length) {
        String[] value = TRIGGERS.value(words.entry(at, length)).orElseThrow().split(" ", -1);
        List<Intent> intents = Arrays.stream(value[0].split("\\+", -1))
                .map(i -> Intent.valueOf(i.toUpperCase(Locale.ROOT)))
                .toList();
        Firmness firmness = Firmness.valueOf(value[1].toUpperCase(Locale.ROOT));
        return new Trigger(at, at + length, intents, firmness, firmness == Firmness.USE);
    }

    /** "used", adverbs, then a preposition. */
    private static Optional<Trigger> useWord(Words words, int at) {
        int i = at + 1;
        while (isFiller(words, i) && !OPENING.contains(words.word(i))
                || words.word(i).equals("()")) {
            i++;
        }
        if (!OPENING.contains(words.word(i))) {
            return Optional.empty();
        }
        boolean firm = USE_WORDS.value(words.word(at)).orElseThrow().equals("use");
        boolean place = USE_WORDS.value(words.word(at)).orElseThrow().equals("place");
        boolean act = words.word(i).equals("to");
        boolean weak = !firm || act || words.word(i).equals("in");
        return Optional.of(
                new Trigger(at, i + 1, List.of(Intent.TREATMENT), weak ? Firmness.WEAK : Firmness.USE, !place || act));
    }

    /** "uses", the rest of the subject, a verb ("include"), prepositions; or "use in", "uses:". */
    private static Optional<Trigger> useNoun(Words words, int at) {
        if (words.word(at + 1).equals("in") || words.word(at + 1).equals("for")) {
            return Optional.of(new Trigger(at, at + 2, List.of(Intent.TREATMENT), Firmness.WEAK, true));
        }
        for (int i = at + 1; i <= at + LONGEST_SUBJECT; i++) {
            int n = words.match(USE_VERBS, i);
            if (n > 0) {
                int to = i + n;
                while (OPENING.contains(words.word(to)) || isFiller(words, to)) {
                    to++;
                }
                return Optional.of(new Trigger(at, to, List.of(Intent.TREATMENT), Firmness.USE, true));
            }
            if (!words.isWord(i) && !words.isConjunction(i) && !words.word(i).equals("()")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Gives triggers in a row ("used to help prevent and treat") the frame of the first and the object of the last. */
    private static List<Trigger> joined(Words words, List<Trigger> found) {
        List<Trigger> result = new ArrayList<>(found);
        for (int i = 1; i < result.size(); i++) {
            Trigger before = result.get(i - 1);
            if (before.framed() && areFillers(words, before.to(), result.get(i).from())) {
                result.set(i, result.get(i).inFrame());
            } else if (before.framed()
                    && isCoordinated(words, before.to(), result.get(i).from())) {
                result.set(i, result.get(i).inFrame());
            }
        }
        for (int i = result.size() - 1; i > 0; i--) {
            Trigger before = result.get(i - 1);
            Trigger trigger = result.get(i);
            if (isBareJoin(words, before.to(), trigger.from())
                    && !before.intents().equals(trigger.intents())) {
                List<Intent> both = new ArrayList<>(before.intents());
                trigger.intents().stream().filter(x -> !both.contains(x)).forEach(both::add);
                result.set(i, trigger.with(both));
            }
        }
        return result;
    }

    /** "… and", ", to": a second purpose of the same use. */
    private static boolean isCoordinated(Words words, int from, int to) {
        return to > from && words.word(to - 1).equals("to") && (words.isConjunction(to - 2) || words.isComma(to - 2))
                || to > from && words.isConjunction(to - 1);
    }

    private static boolean isBareJoin(Words words, int from, int to) {
        return to == from + 1 && (words.isConjunction(from) || words.isComma(from))
                || to == from + 2 && (words.isConjunction(from) || words.isComma(from)) && isFiller(words, from + 1);
    }

    static boolean areFillers(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isFiller(words, i) && !words.isConjunction(i) && !words.word(i).equals("()")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word between triggers adds nothing: an adverb, "help", "to". */
    static boolean isFiller(Words words, int at) {
        return words.isWord(at)
                && (FILLERS.contains(words.word(at))
                        || words.word(at).endsWith("ly") && !words.word(at).equals("family"));
    }
}
