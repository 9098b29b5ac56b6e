package org.w3id.materia.extract.dosing;

import java.util.ArrayList;
import java.util.List;
import org.w3id.materia.extract.dosing.Mention.OfCeiling;
import org.w3id.materia.extract.dosing.Mention.OfDose;
import org.w3id.materia.extract.dosing.Mention.OfRecurrence;

/** Decides from the words around each amount what it is. */
final class RoleFinder {
    /** So many tokens may stand between "maximum …" and its amount. */
    private static final int FARTHEST_CEILING = 14;

    private final Tokens tokens;
    private final List<Reading<Mention>> mentions;
    private final NeighbourRoles neighbours;
    private final StrengthCheck strengths;
    private final ForeignCheck foreign;

    RoleFinder(Tokens tokens, List<Reading<Mention>> mentions, Substances substances) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.neighbours = new NeighbourRoles(tokens, mentions, substances);
        this.strengths = new StrengthCheck(tokens, mentions, neighbours);
        this.foreign = new ForeignCheck(tokens, substances);
    }

    /** The role of every amount, in the order of the mentions; no other mention has one. */
    List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        int previous = -1;
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).value() instanceof OfDose dose) {
                Role role = role(i, dose.dose());
                if (role == Role.DOSE && previous >= 0) {
                    role = neighbours.beside(previous, roles.get(previous), i);
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
        boolean step = tokens.endsBefore(RoleCues.STEP_BEFORE, at.from())
                && !tokens.endsBefore(RoleCues.FOLLOWED_BY, at.from());
        if (step || RoleCues.STEP_BEHIND.at(tokens, at.to())) {
            return Role.STEP;
        }
        if (strengths.isStrength(i, dose)) {
            return Role.STRENGTH;
        }
        if (foreign.isForeign(at)) {
            return Role.FOREIGN;
        }
        if (ceilingBefore(i)) {
            return Role.CEILING;
        }
        boolean limit = tokens.endsBefore(RoleCues.LIMIT_BEFORE, at.from())
                || tokens.endsBefore(RoleCues.FORBIDDEN, at.from())
                || isCondition(at)
                || isRejected(at.to())
                || isLabel(i)
                || isReplaced(at.from());
        return limit ? Role.LIMIT : Role.DOSE;
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
        return mentions.get(i).from() - mentions.get(c).to() <= FARTHEST_CEILING;
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
}
