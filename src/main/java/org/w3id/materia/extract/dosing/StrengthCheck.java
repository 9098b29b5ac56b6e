package org.w3id.materia.extract.dosing;

import java.util.List;
import org.w3id.materia.extract.dosing.Mention.OfCeiling;
import org.w3id.materia.extract.dosing.Mention.OfDose;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;

/** Whether an amount says how strong, large or long something is, rather than how much to take. */
final class StrengthCheck {
    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final NeighbourRoles neighbours;

    StrengthCheck(Tokens tokens, List<Reading<Mention>> mentions, NeighbourRoles neighbours) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.neighbours = neighbours;
    }

    boolean isStrength(int i, Dose dose) {
        Reading<Mention> at = mentions.get(i);
        return dose.foreign()
                || perBehind(at.to())
                || RoleCues.STRENGTH_BEHIND.at(tokens, at.to())
                || tokens.endsBefore(RoleCues.STRENGTH_BEFORE, at.from())
                || dose.count() > 1 && tokens.is(at.from() - 1, "as")
                || isLength(at, dose)
                || isStrengthOfForm(i)
                || isEquated(at.to())
                || isSupply(dose);
    }

    /** Centimetres and inches measure a ribbon of ointment, or a needle. */
    private boolean isLength(Reading<Mention> at, Dose dose) {
        boolean length = dose.first().unit().equals("cm") || dose.first().unit().equals("[in_i]");
        for (int t = at.to(); t < at.to() + 3; t++) {
            if (tokens.is(t, "ribbon", "ribbons", "strip", "strips", "line")) {
                return false;
            }
        }
        return length;
    }

    /** "One 200 mg capsule of it is equivalent to …". */
    private boolean isEquated(int to) {
        for (int t = to; t < Math.min(to + 12, tokens.size()); t++) {
            if (RoleCues.EQUATES.at(tokens, t)) {
                return true;
            }
            if (!tokens.get(t).isWord()) {
                return false;
            }
        }
        return false;
    }

    /** "Lozenges (10 mg or 15 mg): …": a bracket behind a dose form that says nothing but how strong it is. */
    private boolean isStrengthOfForm(int i) {
        int open = tokens.openBracket(mentions.get(i).from());
        if (open < 1 || neighbours.hasRecurrence(i)) {
            return false;
        }
        boolean form = DoseUnit.COUNTED.at(tokens, open - 1);
        boolean counted =
                mentions.stream().anyMatch(m -> m.value() instanceof OfDose && m.from() < open && m.to() == open);
        return form && !counted;
    }

    /** "50 mg of X and 10 mg of Y per 5 mL", "10 mL of syrup per day". */
    private boolean perBehind(int to) {
        for (int i = to; i < Math.min(to + 4, tokens.size()); i++) {
            if (tokens.is(i, "per", "/")
                    && (tokens.number(i + 1).isPresent()
                            || DoseUnit.COUNTED.at(tokens, i + 1)
                            || tokens.is(i + 1, "g", "ml"))) {
                return true;
            }
            if (!tokens.get(i).isWord() && !tokens.is(i, "+") || tokens.is(i, "once", "twice")) {
                return false;
            }
        }
        return false;
    }

    /** "It is available as a powder (5000 IU or 20000 IU).": how it is sold, unless a schedule says how it is taken. */
    private boolean isSupply(Dose dose) {
        boolean timed =
                mentions.stream().anyMatch(m -> m.value() instanceof OfRecurrence || m.value() instanceof OfCeiling)
                        || dose.first().perTime().isPresent()
                        || dose.first().perBody().isPresent();
        for (int t = 0; t < tokens.size() && !timed; t++) {
            if (tokens.is(t, "presentations", "packaged")
                    || tokens.is(t, "available", "supplied") && tokens.is(t + 1, "as", "in", ":")) {
                return true;
            }
        }
        return false;
    }
}
