package org.w3id.materia.extract.indication.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.Words;

/** Finds the triggers of a sentence: predicates, and frames of use ("is often prescribed, mainly, for"). */
public final class Triggers {
    private static final Set<String> HELPING = Set.of("help", "helps", "helping");
    private static final Set<String> OPENING = Set.of("for", "in", "to", "against");

    private Triggers() {}

    /** The triggers in order, not overlapping. */
    public static List<Trigger> in(Words words) {
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
        return UseFrames.taken(words, at)
                .or(() -> Predicates.at(words, at))
                .filter(t -> !(words.word(t.to() - 1).equals("involving")
                        && words.word(t.to()).equals("the"))) // "particularly those involving the eye" tells where
                .or(() -> UseFrames.at(words, at));
    }

    /** Gives triggers in a row ("used to help prevent and treat") the frame of the first and the object of the last. */
    private static List<Trigger> joined(Words words, List<Trigger> found) {
        List<Trigger> result = new ArrayList<>(found);
        for (int i = 1; i < result.size(); i++) {
            Trigger before = result.get(i - 1);
            if (before.framed()
                    && (areFillers(words, before.to(), result.get(i).from())
                            || isCoordinated(words, before.to(), result.get(i).from())
                            || isListed(words, before, result.get(i)))) {
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

    /** "to improve energy, support the heart, and …": one more verb of a list in the same form; "to treat pain, reducing …" tells how. */
    private static boolean isListed(Words words, Trigger before, Trigger trigger) {
        int at = trigger.from();
        return words.isComma(at - 1) && isGerund(words, at) == isGerund(words, before.to() - 1);
    }

    private static boolean isGerund(Words words, int at) {
        return words.word(at).endsWith("ing");
    }

    private static boolean isBareJoin(Words words, int from, int to) {
        return to == from + 1 && (words.isConjunction(from) || words.isComma(from))
                || to == from + 2 && (words.isConjunction(from) || words.isComma(from)) && isFiller(words, from + 1);
    }

    static boolean areFillers(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isFiller(words, i)
                    && !HELPING.contains(words.word(i))
                    && !words.isConjunction(i)
                    && !words.isBracket(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word between triggers adds nothing, as adverbs do. */
    public static boolean isFiller(Words words, int at) {
        return words.isWord(at)
                && words.word(at).endsWith("ly")
                && !words.word(at).equals("family");
    }
}
