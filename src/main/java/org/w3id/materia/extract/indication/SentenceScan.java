package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.ClassNames;
import org.w3id.materia.extract.indication.name.ConditionName;
import org.w3id.materia.extract.indication.name.ConditionNames;
import org.w3id.materia.extract.indication.name.Linked;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.ObjectRange;
import org.w3id.materia.extract.indication.trigger.OffLabel;
import org.w3id.materia.extract.indication.trigger.Trigger;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.ListOpener;
import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.WordClasses;
import org.w3id.materia.language.Words;

/** Reads the runs of a sentence from left to right: each is governed by what stands before it. */
final class SentenceScan {
    private static final Set<String> CAUSES = Lexicon.words("""
            cause | causes | causing | caused | lead | leads | leading | result | results | resulting | due |
            contribute | contributes | trigger | triggers | characterized | characterised | marked | because | by |
            risks""");
    private static final Set<String> PLACES = Lexicon.words("""
            in | for | with | particularly | especially | against | during | from | as | like | specifically |
            when | who | have | where""");

    private static final Set<String> EMPHASES = Set.of("particularly", "especially", "specifically");
    private static final Set<String> OBJECTS = Set.of("in", "for", "against", "during");
    private static final Set<String> OPENINGS = Set.of("in", "for");
    private static final Set<String> SUBJECTS = Set.of("it", "this", "they");

    private static final Set<String> REFERRING = Set.of("that", "those");

    private enum Governor {
        /** "such as", "including": members of what stands before. */
        LIST,
        /** "in", "for", "in patients with": in which state. */
        PLACE,
        /** What causes something, or is caused: no use. */
        CAUSE,
        OTHER
    }

    private final Words words;
    private final List<Trigger> all;
    private final List<Trigger> kept;
    private final Polarities polarities;
    private final OffLabel offLabel;
    private final List<Use> uses = new ArrayList<>();

    SentenceScan(Words words, List<Trigger> all, List<Trigger> kept, Polarities polarities, OffLabel offLabel) {
        this.words = words;
        this.all = all;
        this.kept = kept;
        this.polarities = polarities;
        this.offLabel = offLabel;
    }

    List<Use> uses() {
        opening();
        for (int i = 0; i < all.size(); i++) {
            Trigger trigger = all.get(i);
            int limit = i + 1 < all.size() ? all.get(i + 1).from() : words.size();
            if (kept.contains(trigger)) {
                uses.addAll(AnnouncedUses.of(words, trigger, limit, offLabel, polarities));
                int from = AnnouncedUses.end(words, trigger, limit);
                further(trigger, from, limit);
            }
        }
        return uses;
    }

    /** "In hay fever, it relieves …": the state that a sentence begins with, where what follows is what the drug does. */
    private void opening() {
        if (kept.isEmpty() || !OPENINGS.contains(words.word(0))) {
            return;
        }
        Trigger first = kept.get(0);
        ObjectRange range = ObjectRange.of(words, 1, first.from());
        boolean comma = !range.isEmpty() && words.isComma(range.to()) && SUBJECTS.contains(words.word(range.to() + 1));
        if (comma) {
            read(range, new Trigger(first.from(), first.to(), first.intents(), Firmness.STRONG, true));
        }
    }

    /** Reads what stands behind the object of a trigger in the same clause. */
    private void further(Trigger trigger, int from, int limit) {
        int end = from;
        boolean goesOn = false;
        for (int i = from; i < limit; ) {
            int behind = ObjectRange.behindApposition(words, i, limit);
            if (behind > i && governor(i, behind) == Governor.OTHER) {
                goesOn = true;
                end = behind;
                i = behind;
                continue;
            }
            ObjectRange run = ObjectRange.of(words, i, limit);
            if (run.isEmpty() || OBJECTS.contains(words.word(i)) || EMPHASES.contains(words.word(i))) {
                i++;
                continue;
            }
            int link = Linked.length(words, run.from());
            if (link > 0 && REFERRING.contains(words.word(run.from() - 1)) && !uses.isEmpty()) {
                refer(run, link);
                return;
            }
            Governor governor = governor(end, run.from());
            if (governor != Governor.LIST
                    && !(governor == Governor.PLACE && (goesOn(trigger, end, run.from()) || opens(run, trigger)))
                    && !(governor == Governor.OTHER && goesOn && isListEnd(run))) {
                return;
            }
            goesOn = false;
            read(run, trigger);
            end = run.to();
            i = end;
        }
    }

    /** Whether a run behind an apposition is the rest of the list that it interrupts: "glaucoma, a disease of the eye, uveitis, and iritis". */
    private boolean isListEnd(ObjectRange run) {
        boolean joined = words.isConjunction(run.from() - 1);
        boolean caused = false;
        for (int i = run.from(); i < run.to(); i++) {
            joined |= words.isConjunction(i);
            caused |= CAUSES.contains(words.word(i));
        }
        return joined && !caused;
    }

    /** "diarrhea, particularly that caused by amoebas or worms": the last use once more, for each of what is linked to it. */
    private void refer(ObjectRange run, int link) {
        Use last = uses.get(uses.size() - 1);
        String host = last.condition() + " " + words.entry(run.from(), link) + " ";
        for (ConditionName name : names(new ObjectRange(run.from() + link, run.to()))) {
            if (name.meaning() == Meaning.CONDITION && !SentenceUses.isDenied(polarities, run.from())) {
                uses.add(new Use(
                        host + name.text(), Meaning.CONDITION, last.intent(), last.status(), name.start(), name.end()));
            }
        }
    }

    private List<ConditionName> names(ObjectRange run) {
        return ConditionNames.in(words.text(), words.start(run.from()), words.end(run.to() - 1));
    }

    /** Whether a second object of a use begins: "for glaucoma, and for …", "in asthma and in …", ", particularly in …". */
    private boolean goesOn(Trigger trigger, int from, int to) {
        boolean joined = false;
        for (int i = from; i < to; i++) {
            joined |= words.isConjunction(i) || EMPHASES.contains(words.word(i));
        }
        return trigger.framed() && joined && OBJECTS.contains(words.word(to - 1));
    }

    /** Whether a run that tells where, or in whom, names what the use is for: "in adults and enuresis in children", "in conditions like". */
    private boolean opens(ObjectRange run, Trigger trigger) {
        boolean people = WordClasses.isPerson(List.of(words.word(run.from())));
        boolean members = false;
        for (int i = run.from(); i <= run.to(); i++) {
            members |= ListOpener.length(words, i) > 0 && ClassNames.isClassWord(words.word(i - 1))
                    || words.word(i).equals("like") && ClassNames.isClassWord(words.word(i - 1));
        }
        return people || members || trigger.intents().contains(Intent.DIAGNOSIS);
    }

    private Governor governor(int from, int to) {
        Governor found = Governor.OTHER;
        for (int i = from; i < to; i++) {
            String word = words.word(i);
            if (CAUSES.contains(word)) {
                return Governor.CAUSE;
            }
            if (ListOpener.length(words, i) > 0 || words.isWord(i) && words.colonBehind(i)) {
                found = Governor.LIST;
            } else if (found == Governor.OTHER && PLACES.contains(word)) {
                found = Governor.PLACE;
            }
        }
        return found;
    }

    private void read(ObjectRange run, Trigger trigger) {
        if (AnnouncedUses.namesHarm(words, run) || SentenceUses.isDenied(polarities, run.from())) {
            return;
        }
        List<ConditionName> names = names(run).stream()
                .filter(n -> n.meaning() == Meaning.CONDITION)
                .toList();
        ApprovalStatus status = offLabel.reaches(trigger, Math.max(run.to(), trigger.to()))
                ? ApprovalStatus.OFF_LABEL
                : ApprovalStatus.STATED;
        uses.addAll(AnnouncedUses.accepted(words, trigger, names, status));
    }
}
