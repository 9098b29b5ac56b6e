package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.Words;

/** Finds the triggers of a sentence: entries of the lexicon, and frames of use ("is often prescribed, mainly, for"). */
final class Triggers {
    private static final Lexicon TRIGGERS = Lexicon.load("extract/indication/triggers.txt");
    private static final Lexicon AMBIGUOUS = Lexicon.load("extract/indication/ambiguous-triggers.txt");
    private static final Set<String> ADJECTIVES = Set.of("lower", "thin", "clear", "slow", "calm", "correct");
    private static final Set<String> VERBAL = Set.of(
            "to", "help", "helps", "can", "may", "might", "could", "will", "that", "which", "they", "also", "it",
            "cannot", "not", "doesn't", "does", "and", "or");
    private static final Set<String> OPENING = Set.of("for", "in", "to", "against");

    private Triggers() {}

    /** The triggers in order, not overlapping. */
    static List<Trigger> in(Words words) {
        List<Trigger> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Trigger> trigger = at(words, i).map(t -> limited(words, t));
            if (trigger.isPresent()) {
                found.add(trigger.get());
                i = trigger.get().to() - 1;
            }
        }
        return joined(words, found);
    }

    /** "uses include, but are not limited to," is one. */
    private static Trigger limited(Words words, Trigger trigger) {
        int to = ListOpener.limitation(words, trigger.to());
        return new Trigger(trigger.from(), to, trigger.intents(), trigger.firmness(), trigger.framed());
    }

    private static Optional<Trigger> at(Words words, int at) {
        Optional<Trigger> taken = UseFrames.taken(words, at);
        if (taken.isPresent()) {
            return taken;
        }
        int n = length(words, at);
        if (n > 0
                && words.word(at + n - 1).equals("involving")
                && words.word(at + n).equals("the")) {
            return Optional.empty(); // "particularly those involving the eye" tells where
        }
        boolean verb = n != 1 || !AMBIGUOUS.contains(words.word(at)) || isVerb(words, at);
        if (n > 0 && verb) {
            return Optional.of(entry(words, at, n));
        }
        return UseFrames.at(words, at);
    }

    /** How many tokens the entry of the lexicon takes that stands at {@code at}; 0 where none does. */
    static int length(Words words, int at) {
        return words.match(TRIGGERS, at);
    }

    private static boolean isVerb(Words words, int at) {
        String before = words.word(at - 1);
        boolean adverb = isFiller(words, at - 1) && before.endsWith("ly");
        boolean third = words.word(at).endsWith("s");
        if (words.isConjunction(at - 1) && length(words, at - 2) == 0 && ADJECTIVES.contains(words.word(at))) {
            return false; // "upper and lower respiratory tract"
        }
        return adverb || third && !before.equals("of") && !words.isConjunction(at - 1) || VERBAL.contains(before);
    }

    private static Trigger entry(Words words, int at, int length) {
        String[] value = TRIGGERS.value(words.entry(at, length)).orElseThrow().split(" ", -1);
        List<Intent> intents = Arrays.stream(value[0].split("\\+", -1))
                .map(i -> Intent.valueOf(i.toUpperCase(Locale.ROOT)))
                .toList();
        Firmness firmness = Firmness.valueOf(value[1].toUpperCase(Locale.ROOT));
        return new Trigger(at, at + length, intents, firmness, firmness == Firmness.USE || firmness == Firmness.NAMED);
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
            if (isBareJoin(words, before.to(), trigger.from()) && trigger.firmness() == Firmness.FRAMED) {
                result.set(
                        i,
                        new Trigger(
                                trigger.from(),
                                trigger.to(),
                                result.get(i).intents(),
                                before.firmness(),
                                before.framed()));
            }
        }
        return result;
    }

    /** "… and", ", to": a second purpose of the same use. */
    private static boolean isCoordinated(Words words, int from, int to) {
        if (to <= from) {
            return false;
        }
        int joint = OPENING.contains(words.word(to - 1)) ? to - 2 : to - 1;
        return words.isConjunction(joint) || joint == to - 2 && words.isComma(joint);
    }

    private static boolean isBareJoin(Words words, int from, int to) {
        return to == from + 1 && (words.isConjunction(from) || words.isComma(from))
                || to == from + 2 && (words.isConjunction(from) || words.isComma(from)) && isFiller(words, from + 1);
    }

    static boolean areFillers(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isFiller(words, i) && !words.isConjunction(i) && !words.isBracket(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word between triggers adds nothing, as adverbs do. */
    static boolean isFiller(Words words, int at) {
        return words.isWord(at)
                && words.word(at).endsWith("ly")
                && !words.word(at).equals("family");
    }
}
