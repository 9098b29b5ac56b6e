package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.extract.dosing.Mention.OfCeiling;
import org.w3id.materia.extract.dosing.Mention.OfDose;

/** Begins a draft for every amount of a sentence that its other words may be about. */
final class DraftMaker {
    /** So many tokens before "not exceed" may stand the word "daily" that belongs to it. */
    private static final int SUBJECT = 4;

    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final List<Role> roles;

    DraftMaker(Tokens tokens, List<Reading<Mention>> mentions, List<Role> roles) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.roles = roles;
    }

    List<DoseDraft> drafts() {
        List<DoseDraft> drafts = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).value() instanceof OfDose dose && isAnchor(roles.get(i))) {
                DoseDraft draft = new DoseDraft(mentions.get(i).map(m -> dose.dose()), roles.get(i));
                FormRoute.of(dose.dose()).ifPresent(draft.routes::add);
                draft.routeEnd = draft.end;
                draft.ceiling = ceiling(i, draft);
                if (draft.ceiling.isEmpty() && !drafts.isEmpty() && draft.role == Role.CEILING) {
                    draft.ceiling = drafts.get(drafts.size() - 1).ceiling;
                }
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** The words of a ceiling before the amount, in the same bracket or outside of all. */
    private Optional<Ceiling> ceiling(int i, DoseDraft draft) {
        int bracket = tokens.openBracket(draft.dose.from());
        Optional<Ceiling> first = Optional.empty();
        for (int c = i - 1; c >= 0 && !(mentions.get(c).value() instanceof OfDose); c--) {
            int cue = mentions.get(c).from();
            if (mentions.get(c).value() instanceof OfCeiling ceiling && tokens.openBracket(cue) == bracket) {
                first = Optional.of(qualified(ceiling.ceiling(), cue));
            }
        }
        return first;
    }

    /** "the total daily dose should not exceed": what is limited stands before the verb. */
    private Ceiling qualified(Ceiling ceiling, int cue) {
        for (int t = cue - 1; t >= Math.max(0, cue - SUBJECT); t--) {
            if (tokens.is(t, "daily") && ceiling == Ceiling.PLAIN) {
                return Ceiling.DAILY;
            }
            if (tokens.is(t, ",", ";")) {
                return ceiling;
            }
        }
        return ceiling;
    }

    /** A strength and a restatement are asides: what stands behind them is said of the amount before them. */
    private static boolean isAnchor(Role role) {
        return role != Role.RESTATED && role != Role.STRENGTH;
    }
}
