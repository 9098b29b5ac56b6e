package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.OffLabel;
import org.w3id.materia.extract.indication.trigger.Trigger;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.extract.indication.trigger.Triggers;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.NormalForm;
import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.Polarity;
import org.w3id.materia.language.Words;

/**
 * The uses that one sentence states, and what it says of a list that follows it.
 *
 * @param uses in the order of the text
 * @param triggers the triggers that the text does not deny
 * @param denied whether it denies one
 * @param offLabel whether it speaks of use that is not approved
 */
record SentenceUses(List<Use> uses, List<Trigger> triggers, boolean denied, boolean offLabel) {
    private static final Set<String> ENDS_MECHANISM =
            Set.of("thus", "thereby", "therefore", "helps", "help", "helping", "which", "this", "ultimately", "to");
    private static final Pattern MEMBER = Pattern.compile("\\bconditions,? (?:like|such as|including)\\b");
    private static final Set<String> CHEMISTRY = Lexicon.words("""
            enzyme | enzymes | protein | proteins | receptor | receptors | neurotransmitter | neurotransmitters |
            pathway | pathways | process | processes | molecule | molecules | chemical | chemicals | signals""");
    private static final Set<String> LINKS = Set.of("that", "which", "is", "are");
    private static final Set<String> COPULAS = Set.of("is", "are", "was");
    private static final int NEAR = 5;
    private static final Set<String> WAYS = Set.of("by", "through", "on");

    SentenceUses {
        uses = List.copyOf(uses);
        triggers = List.copyOf(triggers);
    }

    /** The uses of a sentence that stands by itself. */
    static SentenceUses of(String text) {
        return of(text, "");
    }

    /**
     * The uses of a sentence that explains a condition which its label names already: only what it says outright of use
     * counts, and other conditions that it comes to speak of.
     *
     * @param explained the label; empty where there is none
     */
    static SentenceUses of(String text, String explained) {
        Words words = Words.of(text);
        List<Trigger> all = Triggers.in(words);
        OffLabel offLabel = OffLabel.in(words);
        Polarities polarities = Polarities.of(words);
        List<Use> uses = new ArrayList<>(Roles.in(words, polarities, offLabel));
        List<Trigger> kept = new ArrayList<>();
        List<Trigger> asides = new ArrayList<>();
        boolean denied = false;
        boolean frame = false;
        boolean purpose = false;
        for (Trigger trigger : all) {
            frame |= trigger.framed();
            if (isDenied(polarities, trigger.from())) {
                denied = true;
            } else if (counts(words, trigger, explained.isEmpty(), frame, purpose)) {
                kept.add(trigger);
                purpose |= trigger.firmness() == Firmness.STRONG;
            } else if (counts(words, trigger, true, frame, purpose)) {
                asides.add(trigger);
            }
        }
        uses.addAll(new SentenceScan(words, all, kept, polarities, offLabel).uses());
        for (Trigger aside : asides) {
            new SentenceScan(words, all, List.of(aside), polarities, offLabel)
                    .uses().stream().filter(u -> isAnother(text, u, explained)).forEach(uses::add);
        }
        uses.addAll(inBrackets(words, polarities));
        if (OffLabel.refersBack(text)) {
            uses.replaceAll(Use::offLabel);
        }
        return new SentenceUses(uses, kept, denied, !offLabel.isEmpty());
    }

    /**
     * Whether a use that an explanation comes to speak of is one besides the condition explained: a disease, a member of a class of
     * conditions, something prevented. A symptom is only how the condition shows, and its own kind is the condition.
     */
    private static boolean isAnother(String text, Use use, String explained) {
        if (use.intent() == Intent.SUPPLEMENT && use.meaning() == Meaning.MEASURE) {
            return true; // what a nutrient does besides, under the name of its deficiency
        }
        if (use.meaning() != Meaning.CONDITION) {
            return false;
        }
        if (Meaning.isDisease(use.condition())
                || MEMBER.matcher(text.substring(use.start(), use.end())).find()) {
            return true;
        }
        String head = Meaning.head(List.of(use.condition().split(" ", -1)));
        boolean own = NormalForm.of(explained.toLowerCase(Locale.ROOT)).contains(NormalForm.of(head));
        return !own && use.intent() == Intent.PROPHYLAXIS;
    }

    static boolean isDenied(Polarities polarities, int at) {
        return polarities.reaches(Polarity.DENIED, at) || polarities.reaches(Polarity.HYPOTHETICAL, at);
    }

    /** The last trigger that a list of conditions may follow. */
    Optional<Trigger> lastTrigger() {
        return triggers.stream()
                .filter(t -> t.firmness() != Firmness.ACT)
                .filter(t -> t.firmness() != Firmness.ROLE || t.framed())
                .reduce((a, b) -> b);
    }

    /** What brackets say that begin with a purpose: "an antiemetic (to prevent nausea)". */
    private static List<Use> inBrackets(Words words, Polarities polarities) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int start = words.start(i) + 1;
            if (words.isBracket(i) && words.text().startsWith("to ", start) && !isDenied(polarities, i)) {
                String inner = words.text().substring(start, Math.max(start, words.end(i) - 1));
                of(inner).uses().forEach(u -> uses.add(u.shifted(start)));
            }
        }
        return uses;
    }

    private static boolean counts(Words words, Trigger trigger, boolean full, boolean frame, boolean purpose) {
        String before = wordBefore(words, trigger);
        return switch (trigger.firmness()) {
            case USE, NAMED, PLACE -> true;
            case NEED -> full && !isOfTheBody(words, trigger.from());
            case FRAMED -> full && (frame || purpose && trigger.intents().contains(Intent.TREATMENT));
            case STRONG -> !before.equals("by") && (full || frame || before.equals("for") || before.equals("in"));
            case WEAK, ROLE, ACT ->
                !before.equals("while")
                        && (trigger.framed()
                                || full && !isMechanism(words, trigger.from()) && !isOfTheBody(words, trigger.from()));
        };
    }

    /** The word directly before the trigger, adverbs apart. */
    private static String wordBefore(Words words, Trigger trigger) {
        int i = trigger.from() - 1;
        while (Triggers.isFiller(words, i) && !words.word(i).equals("in")) {
            i--;
        }
        return words.word(i);
    }

    /** Whether what does it is a part of the body's own chemistry: "an enzyme involved in", "pathways crucial for", "a protein that promotes". */
    private static boolean isOfTheBody(Words words, int at) {
        int noun = at - 1;
        while (Triggers.isFiller(words, noun) || LINKS.contains(words.word(noun))) {
            noun--;
        }
        if (!CHEMISTRY.contains(words.word(noun))) {
            return false;
        }
        int before = noun - 1;
        while (before > noun - NEAR && words.isWord(before) && !COPULAS.contains(words.word(before))) {
            before--;
        }
        return !COPULAS.contains(words.word(before)); // "It is an enzyme that …" is about the drug
    }

    /** Whether the sentence tells how the drug works, up to token {@code at}: "by blocking …". */
    private static boolean isMechanism(Words words, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (ENDS_MECHANISM.contains(words.word(i))) {
                return false;
            }
            boolean way = WAYS.contains(words.word(i));
            if (way && (words.word(i + 1).endsWith("ing") || i + 1 == at)) {
                return true;
            }
        }
        return false;
    }
}
