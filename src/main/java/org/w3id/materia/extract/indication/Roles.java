package org.w3id.materia.extract.indication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3id.materia.extract.fact.Indication.ApprovalStatus;
import org.w3id.materia.extract.fact.Indication.Intent;
import org.w3id.materia.extract.indication.name.Meaning;
import org.w3id.materia.extract.indication.name.Use;
import org.w3id.materia.extract.indication.trigger.OffLabel;
import org.w3id.materia.extract.indication.trigger.Trigger;
import org.w3id.materia.extract.indication.trigger.Trigger.Firmness;
import org.w3id.materia.extract.indication.trigger.Triggers;
import org.w3id.materia.language.Lexicon;
import org.w3id.materia.language.Polarities;
import org.w3id.materia.language.Words;

/** What the drug is used as, where that names a purpose: "as a topical disinfectant" → disinfection. */
final class Roles {
    private static final Lexicon ROLES = Lexicon.load("extract/indication/roles.txt");
    private static final int LONGEST = 5;
    private static final int NEAR = 2;

    private Roles() {}

    static List<Use> in(Words words, Polarities polarities, OffLabel offLabel) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.word(i).equals("as") && !SentenceUses.isDenied(polarities, i)) {
                for (int at = role(words, i + 1); at > 0; at = next(words, at)) {
                    Use use = use(words, i, at, offLabel);
                    if (use.intent() != Intent.OTHER || !tellsWhatFor(words, at + words.match(ROLES, at))) {
                        uses.add(use);
                    }
                }
            }
        }
        return uses;
    }

    /** Where the role stands whose name begins at {@code from}; 0 where none does. */
    private static int role(Words words, int from) {
        for (int i = from; i < from + LONGEST && words.isWord(i); i++) {
            if (words.match(ROLES, i) > 0) {
                return i;
            }
        }
        return 0;
    }

    /** Whether a verb behind the role says what it is for: "as a sedative to relieve anxiety", "as an antiseptic for treating infections". */
    private static boolean tellsWhatFor(Words words, int at) {
        boolean purpose = words.word(at).equals("to") || words.word(at).equals("for");
        return purpose && Triggers.in(words).stream().anyMatch(t -> t.from() > at && t.from() <= at + NEAR);
    }

    /** Where the role stands that is joined to the one at {@code at}: "as a solvent and humectant"; 0 where none is. */
    private static int next(Words words, int at) {
        int end = at + words.match(ROLES, at);
        return words.isConjunction(end) ? role(words, end + 1) : 0;
    }

    private static Use use(Words words, int as, int at, OffLabel offLabel) {
        int end = at + words.match(ROLES, at);
        String[] value = ROLES.value(words.entry(at, end - at)).orElseThrow().split("\\|", -1);
        Intent intent = Intent.valueOf(value[1].toUpperCase(Locale.ROOT));
        Trigger trigger = new Trigger(as, end, List.of(intent), Firmness.USE, true);
        ApprovalStatus status = offLabel.reaches(trigger, end) ? ApprovalStatus.OFF_LABEL : ApprovalStatus.STATED;
        return new Use(value[0], Meaning.CONDITION, intent, status, words.start(as), words.end(end - 1));
    }
}
