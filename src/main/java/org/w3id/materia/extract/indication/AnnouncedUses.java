package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.ConditionName;
import org.w3id.materia.extract.indication.name.ConditionNames;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.ObjectRange;
import org.w3id.materia.extract.indication.trigger.OffLabel;
import org.w3id.materia.extract.indication.trigger.Patients;
import org.w3id.materia.extract.indication.trigger.Trigger;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.Words;

/** The uses that one trigger announces: the names behind it that can be what it is about. */
final class AnnouncedUses {
    private static final int NEAR = 8;
    /** Names that count only where none says more. */
    private static final Set<String> VAGUE = Set.of(
            "infection", "infections", "discomfort", "damage", "imbalance", "imbalances", "deficiency", "deficiencies");

    private static final Set<String> HARMS = Set.of("side", "adverse", "unwanted", "undesirable");

    private static final Set<String> SEEN =
            Set.of("vessels", "nodes", "membranes", "membrane", "arteries", "veins", "ducts");
    /** What heals is no illness: nutrients that it needs supplement. */
    private static final String HEALING = "healing";

    private AnnouncedUses() {}

    /** @param limit the token at which the next trigger or the sentence ends what this one announces */
    static List<Use> of(Words words, Trigger trigger, int limit, OffLabel offLabel, Polarities polarities) {
        ObjectRange range = object(words, trigger, limit);
        if (namesHarm(words, range) || !range.isEmpty() && SentenceUses.isDenied(polarities, range.from())) {
            return List.of();
        }
        List<ConditionName> names =
                new ArrayList<>(conditions(words, ObjectRange.beforeColon(words, trigger.to(), limit)));
        names.addAll(names(words, range));
        names.addAll(examples(words, range.to(), limit));
        ApprovalStatus status = offLabel.reaches(trigger, Math.max(range.to(), trigger.to()))
                ? ApprovalStatus.OFF_LABEL
                : ApprovalStatus.STATED;
        boolean purposes =
                names.stream().anyMatch(n -> n.meaning() == Meaning.CONDITION || n.meaning() == Meaning.OTHER);
        List<Use> uses = purposes ? accepted(words, trigger, names, status) : List.of();
        if (uses.isEmpty()) {
            List<ConditionName> conditions = conditions(words, Patients.have(words, trigger, range.to(), limit));
            if (conditions.isEmpty() && trigger.intents().contains(Intent.PROPHYLAXIS)) {
                conditions = conditions(words, Patients.have(words, trigger, trigger.to(), limit));
            }
            uses = accepted(words, trigger, conditions.isEmpty() ? names : conditions, status);
        }
        if (uses.isEmpty() && trigger.framed()) {
            uses = accepted(words, trigger, procedures(words, trigger.to(), limit), status);
        }
        return uses;
    }

    /** Behind the object of a trigger. */
    static int end(Words words, Trigger trigger, int limit) {
        return Math.max(trigger.to(), object(words, trigger, limit).to());
    }

    private static ObjectRange object(Words words, Trigger trigger, int limit) {
        int from = trigger.to();
        if (trigger.firmness() == Firmness.PLACE && words.word(from - 1).equals("to") && limit > from) {
            from++; // "used to" and a verb that is no trigger
        }
        return ObjectRange.of(words, Patients.passed(words, from, limit), limit).withoutClause(words);
    }

    static List<Use> accepted(Words words, Trigger trigger, List<ConditionName> names, ApprovalStatus status) {
        List<Use> uses = new ArrayList<>();
        for (ConditionName name : names) {
            for (Intent intent : intents(trigger, name)) {
                if (accepts(trigger, name, intent)) {
                    String condition = trigger.firmness() == Firmness.NAMED
                            ? words.entry(trigger.from(), trigger.to() - trigger.from()) + " " + name.text()
                            : name.text();
                    int start = Math.min(words.start(trigger.from()), name.start());
                    boolean vague = intent == Intent.TREATMENT && VAGUE.contains(condition);
                    Meaning meaning = vague ? Meaning.MEASURE : name.meaning();
                    uses.add(new Use(condition, meaning, intent, status, start, name.end()));
                }
            }
        }
        return uses;
    }

    /** Whether the range is about what the drug does harm with: "side effects such as nausea". */
    static boolean namesHarm(Words words, ObjectRange range) {
        for (int i = range.from(); i < range.to(); i++) {
            if (words.word(i).equals("effects") && HARMS.contains(words.word(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The conditions in a bracket of examples that stands behind the range: "…, particularly in the gut (e.g., giardiasis)". */
    private static List<ConditionName> examples(Words words, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + NEAR); i++) {
            if (words.isBracket(i)
                    && ListOpener.behind(words.text(), words.start(i) + 1, words.end(i)) > words.start(i) + 1) {
                return ConditionNames.in(words.text(), words.start(i) + 1, words.end(i) - 1).stream()
                        .filter(n -> n.meaning() == Meaning.CONDITION)
                        .toList();
            }
        }
        return List.of();
    }

    /** What the drug is used at where nothing else is named that it is used for: "used to still the heart during heart surgery". */
    private static List<ConditionName> procedures(Words words, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (words.word(i).equals("during")) {
                return names(words, ObjectRange.of(words, i + 1, limit)).stream()
                        .filter(AnnouncedUses::isProcedure)
                        .toList();
            }
        }
        return List.of();
    }

    private static List<ConditionName> names(Words words, ObjectRange range) {
        return range.isEmpty()
                ? List.of()
                : ConditionNames.in(words.text(), words.start(range.from()), words.end(range.to() - 1));
    }

    private static List<ConditionName> conditions(Words words, ObjectRange range) {
        return names(words, range).stream()
                .filter(n -> n.meaning() == Meaning.CONDITION)
                .toList();
    }

    private static List<Intent> intents(Trigger trigger, ConditionName name) {
        boolean need = trigger.firmness() == Firmness.NEED || trigger.firmness() == Firmness.ROLE;
        if (need && name.meaning() == Meaning.OTHER && name.intent().isPresent()) {
            return List.of(name.intent().get());
        }
        if (need
                && name.meaning() == Meaning.CONDITION
                && !name.text().endsWith(HEALING)
                && trigger.intents().equals(List.of(Intent.SUPPLEMENT))) {
            return List.of(Intent.TREATMENT);
        }
        boolean plain = trigger.intents().equals(List.of(Intent.TREATMENT)) || trigger.firmness() == Firmness.ACT;
        return plain && name.intent().isPresent() ? List.of(name.intent().get()) : trigger.intents();
    }

    private static boolean accepts(Trigger trigger, ConditionName name, Intent intent) {
        Firmness firmness = trigger.firmness();
        boolean act = trigger.framed()
                && firmness != Firmness.FRAMED
                && firmness != Firmness.PLACE
                && firmness != Firmness.NEED;
        if (intent == Intent.PROPHYLAXIS && name.isCircumstance()) {
            return false;
        }
        if (firmness == Firmness.ACT) {
            boolean named = name.text().indexOf(' ') > 0 || intent != Intent.PROPHYLAXIS;
            return named && name.meaning() == Meaning.OTHER && Meaning.isPurpose(name.text());
        }
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
                        || firmness == Firmness.ROLE && intent == Intent.SUPPLEMENT;
            case OTHER ->
                act
                        || firmness == Firmness.PLACE && isProcedure(name)
                        || firmness == Firmness.NEED && name.text().indexOf(' ') > 0
                        || firmness == Firmness.FRAMED && intent != Intent.TREATMENT
                        || firmness == Firmness.STRONG
                                && (intent != Intent.DIAGNOSIS || name.text().indexOf(' ') > 0);
            case NOTHING ->
                intent == Intent.DIAGNOSIS && firmness == Firmness.STRONG && canBeSeen(name.text())
                        || firmness == Firmness.NAMED;
        };
    }

    /** "used in cataract surgery", "used during eye examinations": what it is used at, not merely "in surgery". */
    private static boolean isProcedure(ConditionName name) {
        return name.text().indexOf(' ') > 0
                && Meaning.intentOf(name.text())
                        .filter(i -> i == Intent.OTHER || i == Intent.DIAGNOSIS)
                        .isPresent();
    }

    /** A part of the body, or a name long enough to tell what a test shows. */
    private static boolean canBeSeen(String name) {
        int words = name.split(" ", -1).length;
        return words > 2 || words == 2 && SEEN.contains(name.substring(name.indexOf(' ') + 1));
    }
}
