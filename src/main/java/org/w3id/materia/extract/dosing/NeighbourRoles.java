package org.w3id.materia.extract.dosing;

import java.util.List;
import org.w3id.materia.extract.dosing.Mention.OfDose;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;

/** What an amount is beside the one before it: an alternative, a restatement, another ceiling, a part of a strength. */
final class NeighbourRoles {
    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final Substances substances;

    NeighbourRoles(Tokens tokens, List<Reading<Mention>> mentions, Substances substances) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.substances = substances;
    }

    /** What an amount is beside the one before it. */
    Role beside(int previous, Role before, int i) {
        int from = mentions.get(previous).to();
        int to = mentions.get(i).from();
        Dose first = ((OfDose) mentions.get(previous).value()).dose();
        Dose second = ((OfDose) mentions.get(i).value()).dose();
        boolean linked = to - from <= 2 && tokens.is(to - 1, "or", "and", "to", "-");
        if (linked && (before == Role.STEP || before == Role.LIMIT)) {
            return before;
        }
        int bracket = tokens.openBracket(from);
        if (before == Role.FOREIGN && bracket >= 0 && tokens.openBracket(to) == bracket) {
            return before;
        }
        if (before == Role.STRENGTH && onlyNames(from, to)) {
            return Role.STRENGTH;
        }
        if (first.isCounted() && !second.isCounted() && onlyNames(from, to) && !tokens.is(from, "or", ",")) {
            return tokens.is(from, "(") && before == Role.DOSE ? Role.RESTATED : Role.STRENGTH;
        }
        if (before == Role.RESTATED && inBrackets(i) && onlyNames(from, to)) {
            return Role.RESTATED;
        }
        if (before == Role.CEILING && tokens.is(to - 1, "or", "and") && onlyRest(previous, i)) {
            return Role.CEILING;
        }
        if (before == Role.CEILING && inBrackets(i) && !inBrackets(previous) && !hasRecurrence(i)) {
            return Role.RESTATED;
        }
        if (before == Role.DOSE
                && isOpenBelow(second)
                && !tokens.is(to - 1, "or", "(")
                && hasTimeBetween(previous, i)) {
            return Role.CEILING;
        }
        return before == Role.DOSE && restates(previous, i) ? Role.RESTATED : Role.DOSE;
    }

    /** "up to 8 g": after a dose with its schedule it is the most that this may come to. */
    private static boolean isOpenBelow(Dose dose) {
        return dose.first().low().isEmpty();
    }

    private boolean hasTimeBetween(int previous, int i) {
        boolean total =
                ((OfDose) mentions.get(i).value()).dose().first().perTime().isPresent()
                        || i + 1 < mentions.size()
                                && mentions.get(i + 1).value() instanceof OfRecurrence r
                                && r.recurrence().bare();
        Dose first = ((OfDose) mentions.get(previous).value()).dose();
        Dose second = ((OfDose) mentions.get(i).value()).dose();
        boolean comparable = first.first().perBody().equals(second.first().perBody());
        return total && comparable;
    }

    /** "do not exceed 6 sprays (3 mg) in 24 hours or 8 sprays in a week". */
    private boolean onlyRest(int previous, int i) {
        for (int t = mentions.get(previous).to(); t < mentions.get(i).from() - 1; t++) {
            if (tokens.is(t, ",", ";", "but", "the") && t < mentions.get(i).from() - 2) {
                return false;
            }
        }
        return true;
    }

    private boolean onlyNames(int from, int to) {
        for (int t = from; t < to; t++) {
            boolean link = tokens.is(
                    t,
                    "(",
                    "of",
                    "and",
                    "+",
                    "/",
                    ",",
                    "or",
                    "-",
                    "with",
                    "containing",
                    "a",
                    "=",
                    "approximately",
                    "strength");
            if (!link && !(tokens.get(t).isWord() && isNameLike(t))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNameLike(int t) {
        return substances.isOwn(tokens.word(t))
                || Character.isUpperCase(tokens.raw(t).charAt(0))
                || tokens.is(t - 1, "of");
    }

    /** "2 mg (0.05 mL)", "150-200 mg BID (300-400 mg/day)", but not "160 mg/day, in four doses (40 mg four times a day)". */
    private boolean restates(int previous, int i) {
        if (!inBrackets(i) || hasRecurrence(i) || hasBandInBrackets(i)) {
            return false;
        }
        int open = tokens.openBracket(mentions.get(i).from());
        for (int m = previous + 1; m < i; m++) {
            if (mentions.get(m).from() > open) {
                return false;
            }
        }
        // The bracket must follow the amount, or its schedule, at once.
        int behind = mentions.get(previous).to();
        for (int m = previous + 1; m < i && mentions.get(m).to() <= open; m++) {
            if (mentions.get(m).from() - behind > 1) {
                return false;
            }
            behind = mentions.get(m).to();
        }
        return open - behind <= 1 && open > mentions.get(previous).from();
    }

    private boolean inBrackets(int i) {
        return tokens.openBracket(mentions.get(i).from()) >= 0;
    }

    private boolean hasBandInBrackets(int i) {
        return i + 1 < mentions.size()
                && mentions.get(i + 1).value() instanceof Mention.OfGroup
                && tokens.openBracket(mentions.get(i + 1).from())
                        == tokens.openBracket(mentions.get(i).from());
    }

    /** Whether a rhythm follows the amount before its bracket closes. */
    boolean hasRecurrence(int i) {
        for (int m = i + 1; m < mentions.size(); m++) {
            for (int t = mentions.get(m - 1).to(); t < mentions.get(m).from(); t++) {
                if (tokens.is(t, ")")) {
                    return false;
                }
            }
            if (mentions.get(m).value() instanceof OfRecurrence) {
                return true;
            }
        }
        return false;
    }
}
