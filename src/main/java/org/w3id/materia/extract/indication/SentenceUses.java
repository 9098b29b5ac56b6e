package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.materia.extract.Indication.ApprovalStatus;
import org.w3id.materia.extract.Indication.Intent;
import org.w3id.materia.extract.phrase.Lexicon;

/**
 * The uses that one sentence states, and what it says of a list that follows it.
 *
 * @param uses in the order of the text
 * @param triggers the triggers that the text does not deny
 * @param denied whether it denies one
 * @param offLabel whether it speaks of use that is not approved
 */
record SentenceUses(List<Use> uses, List<Trigger> triggers, boolean denied, boolean offLabel) {
    private static final Lexicon ROLES = Lexicon.load("indication/roles.txt");
    private static final Set<String> ENDS_MECHANISM =
            Set.of("thus", "thereby", "therefore", "helps", "help", "helping", "which", "this", "ultimately", "to");

    /** How much of a sentence counts. */
    enum Mode {
        /** All that it says of purposes. */
        FULL,
        /** It explains a condition that is named already: only what it says outright of use counts. */
        EXPLANATION
    }

    static SentenceUses of(String text, Mode mode) {
        Words words = Words.of(text);
        List<Trigger> all = Triggers.in(words);
        OffLabel offLabel = OffLabel.in(words);
        List<Use> uses = new ArrayList<>();
        List<Trigger> kept = new ArrayList<>();
        boolean denied = false;
        boolean frame = false;
        for (int i = 0; i < all.size(); i++) {
            Trigger trigger = all.get(i);
            frame |= trigger.framed();
            if (Denial.reaches(words, trigger.from())) {
                denied = true;
                continue;
            }
            if (!counts(words, trigger, mode, frame)) {
                continue;
            }
            kept.add(trigger);
            int limit = i + 1 < all.size() ? all.get(i + 1).from() : words.size();
            List<Use> found = objects(words, trigger, limit, offLabel);
            uses.addAll(found);
        }
        uses.addAll(roles(words, offLabel));
        return new SentenceUses(uses, kept, denied, !offLabel.isEmpty());
    }

    private static boolean counts(Words words, Trigger trigger, Mode mode, boolean frame) {
        return switch (trigger.firmness()) {
            case USE -> true;
            case FRAMED -> frame;
            case STRONG -> !follows(words, trigger, "by") && (mode == Mode.FULL || frame);
            case WEAK, ROLE -> trigger.framed() || mode == Mode.FULL && !isMechanism(words, trigger.from());
        };
    }

    /** Whether a word stands directly before the trigger, adverbs apart. */
    private static boolean follows(Words words, Trigger trigger, String word) {
        int i = trigger.from() - 1;
        while (Triggers.isFiller(words, i)) {
            i--;
        }
        return words.word(i).equals(word);
    }

    /** Whether the sentence tells how the drug works, up to token {@code at}: "by blocking …", "works". */
    private static boolean isMechanism(Words words, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (ENDS_MECHANISM.contains(words.word(i))) {
                return false;
            }
            boolean way = words.word(i).equals("by") || words.word(i).equals("through");
            if (way && words.word(i + 1).endsWith("ing")) {
                return true;
            }
        }
        return false;
    }

    private static List<Use> objects(Words words, Trigger trigger, int limit, OffLabel offLabel) {
        List<Use> uses = new ArrayList<>();
        int from = trigger.to();
        if (trigger.firmness() == Firmness.WEAK && words.word(from - 1).equals("to") && limit > from) {
            from++; // "used to" and a verb that is no trigger
        }
        List<ConditionName> names = new ArrayList<>();
        int end = from;
        for (ObjectRange.Range range : ObjectRange.withColon(words, from, limit)) {
            if (range.to() > range.from()) {
                names.addAll(ConditionNames.in(words.text(), words.start(range.from()), words.end(range.to() - 1)));
                end = Math.max(end, range.to());
            }
        }
        if (names.stream().noneMatch(n -> n.meaning() == Meaning.CONDITION || n.meaning() == Meaning.OTHER)) {
            ofPatients(words, end, limit).ifPresent(n -> {
                names.clear();
                names.addAll(n);
            });
        }
        ApprovalStatus status = offLabel.reaches(trigger, end) ? ApprovalStatus.OFF_LABEL : ApprovalStatus.STATED;
        for (ConditionName name : names) {
            for (Intent intent : intents(trigger, name)) {
                if (accepts(trigger, name, intent)) {
                    uses.add(new Use(
                            name.text(),
                            name.meaning(),
                            intent,
                            status,
                            Math.min(words.start(trigger.from()), name.start()),
                            name.end()));
                }
            }
        }
        return uses;
    }

    /** What the patients have, where the purpose before them is no condition: "blood sugar control in adults with diabetes". */
    private static Optional<List<ConditionName>> ofPatients(Words words, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 6); i++) {
            if (words.isComma(i) || words.isDash(i)) {
                return Optional.empty();
            }
            if (words.word(i).equals("with")) {
                ObjectRange.Range range = ObjectRange.of(words, i + 1, limit);
                if (range.to() <= range.from()) {
                    return Optional.empty();
                }
                List<ConditionName> names =
                        ConditionNames.in(words.text(), words.start(range.from()), words.end(range.to() - 1));
                return names.stream().anyMatch(n -> n.meaning() == Meaning.CONDITION)
                        ? Optional.of(names)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<Intent> intents(Trigger trigger, ConditionName name) {
        boolean plain = trigger.intents().equals(List.of(Intent.TREATMENT));
        return plain && name.intent().isPresent() ? List.of(name.intent().get()) : trigger.intents();
    }

    private static boolean accepts(Trigger trigger, ConditionName name, Intent intent) {
        return switch (name.meaning()) {
            case CONDITION -> trigger.firmness() != Firmness.ROLE || intent != Intent.SUPPLEMENT || trigger.framed();
            case MEASURE -> trigger.firmness() != Firmness.WEAK || trigger.framed();
            case OTHER ->
                trigger.firmness() == Firmness.USE
                        || trigger.firmness() == Firmness.STRONG
                        || trigger.firmness() == Firmness.FRAMED
                        || trigger.framed();
            case NOTHING -> false;
        };
    }

    /** What the drug is used as, where that names a purpose: "as a topical disinfectant" → disinfection. */
    private static List<Use> roles(Words words, OffLabel offLabel) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (!words.word(i).equals("as") || Denial.reaches(words, i)) {
                continue;
            }
            for (int k = i + 1; k < Math.min(words.size(), i + 5) && words.isWord(k); k++) {
                int n = words.match(ROLES, k);
                if (n > 0) {
                    String[] value =
                            ROLES.value(words.entry(k, n)).orElseThrow().split("\\|", -1);
                    Intent intent = Intent.valueOf(value[1].toUpperCase(Locale.ROOT));
                    Trigger trigger = new Trigger(i, k + n, List.of(intent), Firmness.USE, true);
                    ApprovalStatus status =
                            offLabel.reaches(trigger, k + n) ? ApprovalStatus.OFF_LABEL : ApprovalStatus.STATED;
                    uses.add(
                            new Use(value[0], Meaning.CONDITION, intent, status, words.start(i), words.end(k + n - 1)));
                    break;
                }
            }
        }
        return uses;
    }
}
