package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.Indication.ApprovalStatus;
import org.w3id.materia.extract.Indication.Intent;

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
    private static final Set<String> WAYS = Set.of("by", "through", "on");

    SentenceUses {
        uses = List.copyOf(uses);
        triggers = List.copyOf(triggers);
    }

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
        List<Use> uses = new ArrayList<>(Roles.in(words, offLabel));
        List<Trigger> kept = new ArrayList<>();
        boolean denied = false;
        boolean frame = false;
        for (int i = 0; i < all.size(); i++) {
            Trigger trigger = all.get(i);
            frame |= trigger.framed();
            if (Denial.reaches(words, trigger.from())) {
                denied = true;
            } else if (counts(words, trigger, mode, frame)) {
                kept.add(trigger);
                int limit = i + 1 < all.size() ? all.get(i + 1).from() : words.size();
                uses.addAll(announced(words, trigger, limit, offLabel));
            }
        }
        return new SentenceUses(uses, kept, denied, !offLabel.isEmpty());
    }

    private static boolean counts(Words words, Trigger trigger, Mode mode, boolean frame) {
        String before = wordBefore(words, trigger);
        boolean full = mode == Mode.FULL;
        return switch (trigger.firmness()) {
            case USE, NAMED, PLACE -> true;
            case NEED -> full;
            case FRAMED -> frame;
            case STRONG ->
                !before.equals("by")
                        && !before.equals("on")
                        && (full || frame || before.equals("for") || before.equals("in"));
            case WEAK, ROLE -> trigger.framed() || full && !isMechanism(words, trigger.from());
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

    private static List<Use> announced(Words words, Trigger trigger, int limit, OffLabel offLabel) {
        int from = trigger.to();
        if (trigger.firmness() == Firmness.PLACE && words.word(from - 1).equals("to") && limit > from) {
            from++; // "used to" and a verb that is no trigger
        }
        ObjectRange range = ObjectRange.of(words, from, limit);
        List<ConditionName> names = names(words, range);
        if (names.stream().noneMatch(n -> n.meaning() == Meaning.CONDITION || n.meaning() == Meaning.OTHER)) {
            List<ConditionName> conditions = ofPatients(words, range.to(), limit);
            names = conditions.isEmpty() ? names : conditions;
        }
        ApprovalStatus status = offLabel.reaches(trigger, Math.max(range.to(), trigger.to()))
                ? ApprovalStatus.OFF_LABEL
                : ApprovalStatus.STATED;
        List<Use> uses = new ArrayList<>();
        for (ConditionName name : names) {
            for (Intent intent : intents(trigger, name)) {
                if (accepts(words, trigger, name, intent)) {
                    String condition = trigger.firmness() == Firmness.NAMED
                            ? words.entry(trigger.from(), trigger.to() - trigger.from()) + " " + name.text()
                            : name.text();
                    int start = Math.min(words.start(trigger.from()), name.start());
                    uses.add(new Use(condition, name.meaning(), intent, status, start, name.end()));
                }
            }
        }
        return uses;
    }

    private static List<ConditionName> names(Words words, ObjectRange range) {
        return range.isEmpty()
                ? List.of()
                : ConditionNames.in(words.text(), words.start(range.from()), words.end(range.to() - 1));
    }

    /** What the patients have, where the purpose before them is no condition: "blood sugar control in adults with diabetes". */
    private static List<ConditionName> ofPatients(Words words, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 6); i++) {
            boolean narrows = words.word(i + 1).equals("particularly")
                    || words.word(i + 1).equals("especially");
            if (words.isComma(i) && !narrows || words.isDash(i)) {
                return List.of();
            }
            if (words.word(i).equals("with")) {
                return names(words, ObjectRange.of(words, i + 1, limit)).stream()
                        .filter(n -> n.meaning() == Meaning.CONDITION)
                        .toList();
            }
        }
        return List.of();
    }

    private static List<Intent> intents(Trigger trigger, ConditionName name) {
        boolean need = trigger.firmness() == Firmness.NEED || trigger.firmness() == Firmness.ROLE;
        if (need && name.meaning() == Meaning.CONDITION && trigger.intents().equals(List.of(Intent.SUPPLEMENT))) {
            return List.of(Intent.TREATMENT);
        }
        boolean plain = trigger.intents().equals(List.of(Intent.TREATMENT));
        return plain && name.intent().isPresent() ? List.of(name.intent().get()) : trigger.intents();
    }

    private static boolean accepts(Words words, Trigger trigger, ConditionName name, Intent intent) {
        Firmness firmness = trigger.firmness();
        boolean act = trigger.framed() && firmness != Firmness.PLACE && firmness != Firmness.NEED;
        return switch (name.meaning()) {
            case CONDITION ->
                firmness == Firmness.ROLE
                        ? trigger.framed()
                        : firmness != Firmness.NEED
                                || !name.text()
                                        .substring(0, Math.max(0, name.text().indexOf(' ')))
                                        .endsWith("ing");
            case MEASURE ->
                act
                        || firmness == Firmness.STRONG
                        || firmness == Firmness.NEED
                        || firmness == Firmness.ROLE && intent == Intent.SUPPLEMENT && helps(words, trigger);
            case OTHER ->
                act
                        || firmness == Firmness.FRAMED
                        || firmness == Firmness.STRONG
                                && (intent != Intent.DIAGNOSIS || name.text().indexOf(' ') > 0);
            case NOTHING ->
                intent == Intent.DIAGNOSIS
                                && firmness == Firmness.STRONG
                                && name.text().indexOf(' ') != name.text().lastIndexOf(' ')
                        || firmness == Firmness.NAMED;
        };
    }

    /** Whether the sentence says before the trigger that the drug helps or aims at something. */
    private static boolean helps(Words words, Trigger trigger) {
        for (int i = trigger.from() - 1; i >= 0; i--) {
            if (words.word(i).startsWith("help") || words.word(i).startsWith("aim")) {
                return true;
            }
        }
        return false;
    }
}
