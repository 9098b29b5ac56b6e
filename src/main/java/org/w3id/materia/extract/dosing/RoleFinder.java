package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.dosing.Mention.OfCeiling;
import org.w3id.materia.extract.dosing.Mention.OfDose;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;

/** Decides from the words around each amount what it is. */
final class RoleFinder {
    private static final Phrases<Boolean> STEP_BEFORE = new Phrases<Boolean>()
            .with(
                    true,
                    "increments of",
                    "increment of",
                    "steps of",
                    "increments",
                    "by",
                    "nearest",
                    "down to",
                    "decrements of",
                    "intervals of")
            .with(
                    true,
                    "increments of at least",
                    "increases of",
                    "increase of",
                    "decreases of",
                    "decrease of",
                    "reduction of",
                    "adjustments of",
                    "by about",
                    "by approximately",
                    "by up to",
                    "by no more than",
                    "reductions of");

    private static final Phrases<Boolean> FOLLOWED_BY =
            new Phrases<Boolean>().with(true, "followed by", "preceded by", "replaced by", "accompanied by");

    private static final Phrases<Boolean> STEP_BEHIND = new Phrases<Boolean>()
            .with(
                    true,
                    "increments",
                    "increment",
                    "steps",
                    "- increments",
                    "intervals",
                    "reduction",
                    "decrements",
                    "lower than",
                    "higher than")
            .with(true, "at a time", "increases");

    private static final Phrases<Boolean> LIMIT_BEFORE = new Phrases<Boolean>()
            .with(
                    true,
                    "above",
                    "exceeding",
                    "exceed",
                    "exceeds",
                    "below",
                    "under",
                    "less than",
                    "greater than",
                    "more than",
                    "<",
                    ">")
            .with(
                    true,
                    "higher than",
                    "lower than",
                    "≥",
                    "≤",
                    "fewer than",
                    "beyond",
                    "over",
                    "doses up to",
                    "than",
                    "exceeded")
            .with(
                    true,
                    "receiving",
                    "for every",
                    "for a total daily dose of",
                    "month at",
                    "months at",
                    "week at",
                    "weeks at",
                    "days at",
                    "was",
                    "were",
                    "for a total of",
                    "totaling",
                    "totalling",
                    "if",
                    "when",
                    "unless",
                    "> =",
                    "< =",
                    "doses of more than",
                    "equal to",
                    "level of",
                    "levels of");

    private static final Phrases<Boolean> STRENGTH_BEFORE = new Phrases<Boolean>()
            .with(
                    true,
                    "containing",
                    "contains",
                    "contain",
                    "provides",
                    "providing",
                    "delivers",
                    "delivering",
                    "equivalent to",
                    "equals")
            .with(
                    true,
                    "available as",
                    "available in",
                    "comes in",
                    "supplied as",
                    "strengths of",
                    "strength of",
                    "strengths",
                    "equivalent of")
            .with(
                    true,
                    "available as a",
                    "available in a",
                    "approximately equivalent to",
                    "supplied in",
                    "strength",
                    "concentration of")
            .with(
                    true,
                    "dissolved in",
                    "diluted in",
                    "mixed with",
                    "diluted with",
                    "dilute in",
                    "mix with",
                    "followed by a saline flush of")
            .with(
                    true,
                    "containing the full",
                    "contains the full",
                    "per",
                    "every",
                    "=",
                    "% of",
                    "available at",
                    "is equal to",
                    "comes as",
                    "available as :",
                    "which contains",
                    "concentrations of",
                    "volume of")
            .with(
                    true,
                    "concentration is",
                    "concentrations are",
                    "each containing",
                    "standardized to",
                    "standardized to contain",
                    "corresponds to");

    private static final Phrases<Boolean> STRENGTH_BEHIND = new Phrases<Boolean>()
            .with(
                    true,
                    "tube",
                    "bottle",
                    "package",
                    "container",
                    "pack",
                    "pot",
                    "prefilled syringe",
                    "cartridge",
                    "aliquot",
                    "aliquots",
                    "each )",
                    "strength",
                    "strengths",
                    "concentration",
                    "formulation contains",
                    "is equivalent",
                    "equals",
                    "is equal",
                    "contains");

    private static final Phrases<Boolean> FORBIDDEN = new Phrases<Boolean>()
            .with(true, "do not take", "don't take", "never take", "not take", "avoid taking", "not use", "don't use");

    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final Substances substances;

    RoleFinder(Tokens tokens, List<Reading<Mention>> mentions, Substances substances) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.substances = substances;
    }

    /** The role of every amount, in the order of the mentions; no other mention has one. */
    List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        int previous = -1;
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).value() instanceof OfDose dose) {
                Role role = role(i, dose.dose());
                if (role == Role.DOSE && previous >= 0) {
                    role = beside(previous, roles.get(previous), i);
                }
                roles.add(role);
                previous = i;
            } else {
                roles.add(null);
            }
        }
        return roles;
    }

    private Role role(int i, Dose dose) {
        Reading<Mention> at = mentions.get(i);
        if (endsBefore(STEP_BEFORE, at.from()) && !endsBefore(FOLLOWED_BY, at.from())
                || STEP_BEHIND.at(tokens, at.to())) {
            return Role.STEP;
        }
        if (dose.foreign()
                || perBehind(at.to())
                || STRENGTH_BEHIND.at(tokens, at.to())
                || endsBefore(STRENGTH_BEFORE, at.from())) {
            return Role.STRENGTH;
        }
        if (dose.count() > 1 && tokens.is(at.from() - 1, "as")
                || isLength(at, dose)
                || isStrengthOfForm(i)
                || isEquated(at.to())) {
            return Role.STRENGTH;
        }
        if (isSupply(dose)) {
            return Role.STRENGTH;
        }
        if (isForeign(at)) {
            return Role.FOREIGN;
        }
        if (ceilingBefore(i)) {
            return Role.CEILING;
        }
        if (endsBefore(LIMIT_BEFORE, at.from()) || isCondition(at) || endsBefore(FORBIDDEN, at.from())) {
            return Role.LIMIT;
        }
        return isRejected(at.to()) || isLabel(i) || isReplaced(at.from()) ? Role.LIMIT : Role.DOSE;
    }

    /** "may replace separate treatments with 5 mg and 80 mg". */
    private boolean isReplaced(int from) {
        for (int t = 0; t < from; t++) {
            if (tokens.is(t, "replace", "replaces", "replacing", "substitutes")) {
                return true;
            }
        }
        return false;
    }

    /** "… 400 mg twice daily, but this should not be followed", "doses of 600 mg are not recommended". */
    private boolean isRejected(int to) {
        boolean parted = false;
        for (int t = to; t < tokens.size(); t++) {
            if (tokens.follows(t, "not", "be", "followed") || !parted && tokens.follows(t, "not", "recommended")) {
                return true;
            }
            parted |= tokens.is(t, ",", ";", "but", "and", ")");
        }
        return false;
    }

    /** "20 mg twice daily: days 1-7, 20 mg once daily": the dose before the colon names those who get the others. */
    private boolean isLabel(int i) {
        if (mentions.get(i).from() != 0) {
            return false;
        }
        int end = mentions.get(i).to();
        for (int m = i + 1; m < mentions.size() && mentions.get(m).from() == end; m++) {
            end = mentions.get(m).to();
        }
        return tokens.is(end, ":") && end + 1 < tokens.size();
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
            if (EQUATES.at(tokens, t)) {
                return true;
            }
            if (!tokens.get(t).isWord()) {
                return false;
            }
        }
        return false;
    }

    private static final Phrases<Boolean> EQUATES = new Phrases<Boolean>()
            .with(
                    true,
                    "is equivalent to",
                    "are equivalent to",
                    "corresponds to",
                    "is equal to",
                    "contains",
                    "equals",
                    "increases",
                    "raises",
                    "is expected to increase",
                    "will increase");

    /** "Lozenges (10 mg or 15 mg): …": a bracket behind a dose form that says nothing but how strong it is. */
    private boolean isStrengthOfForm(int i) {
        int open = tokens.openBracket(mentions.get(i).from());
        if (open < 1 || hasRecurrence(i)) {
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

    private boolean isForeign(Reading<Mention> at) {
        if (tokens.is(at.to(), "of") && substances.isForeignBehindOf(tokens, at.to() + 1)) {
            return true;
        }
        int before = at.from() - 1;
        while (tokens.is(before, "(", "alone", "only", "a", "of", "at", "dose", "about", ":") && before > 0) {
            before--;
        }
        return substances.isOther(tokens.word(before))
                || substances.isOther(tokens.word(at.to()))
                || RouteParser.ROUTE
                        .parse(tokens, at.to())
                        .filter(r -> substances.isOther(tokens.word(r.to())))
                        .isPresent()
                || isConcurrent(at.from());
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

    /** "Concurrent pyridoxine is essential, at 50 mg": the dose of what is taken besides. */
    private boolean isConcurrent(int from) {
        boolean besides = false;
        boolean other = false;
        for (int t = 0; t < from; t++) {
            besides |= tokens.is(t, "concurrent", "concurrently", "concomitant", "concomitantly", "alongside");
            other |= substances.isOther(tokens.word(t));
            if (substances.isOwn(tokens.word(t))) {
                return false;
            }
        }
        return besides && other;
    }

    /** A ceiling's words govern the next amount, as long as only a few plain words stand between. */
    private boolean ceilingBefore(int i) {
        int c = i - 1;
        while (c >= 0
                && (mentions.get(c).value() instanceof Mention.OfGroup
                        || mentions.get(c).value() instanceof Mention.OfRoute
                        || mentions.get(c).value() instanceof Mention.OfStage
                        || mentions.get(c).value() instanceof Mention.OfCourse
                        || mentions.get(c).value() instanceof OfRecurrence r
                                && r.recurrence().bare())) {
            c--;
        }
        if (c < 0 || !(mentions.get(c).value() instanceof OfCeiling)) {
            return false;
        }
        for (int t = mentions.get(c).to(); t < mentions.get(i).from(); t++) {
            if (tokens.is(t, ";", "but", "whereas", "while")
                    || tokens.is(t, ",") && t == mentions.get(c).to()) {
                return false;
            }
        }
        return mentions.get(i).from() - mentions.get(c).to() <= 14;
    }

    /** "if the daily dose is 12 mg or more": nobody is told to take it. */
    private boolean isCondition(Reading<Mention> at) {
        boolean open = tokens.is(at.to(), "or") && tokens.is(at.to() + 1, "more", "higher", "greater", "less", "above");
        boolean conditional = false;
        for (int i = 0; i < at.from(); i++) {
            conditional |= tokens.is(i, "if", "when", "once", "unless");
        }
        return open && conditional;
    }

    /** What an amount is beside the one before it. */
    private Role beside(int previous, Role before, int i) {
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

    private boolean hasRecurrence(int i) {
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

    private boolean hasBandInBrackets(int i) {
        return i + 1 < mentions.size()
                && mentions.get(i + 1).value() instanceof Mention.OfGroup
                && tokens.openBracket(mentions.get(i + 1).from())
                        == tokens.openBracket(mentions.get(i).from());
    }

    private boolean endsBefore(Phrases<Boolean> words, int at) {
        int end = at;
        while (tokens.is(
                end - 1,
                "(",
                ".",
                "e",
                "g",
                "~",
                "a",
                "an",
                "the",
                "approximately",
                "about",
                ":",
                "typically",
                "only",
                "as")) {
            end--;
        }
        for (int length = 1; length <= 5 && end - length >= 0; length++) {
            java.util.Optional<Reading<Boolean>> read = words.parse(tokens, end - length);
            if (read.isPresent() && read.get().to() == end) {
                return true;
            }
        }
        return false;
    }
}
