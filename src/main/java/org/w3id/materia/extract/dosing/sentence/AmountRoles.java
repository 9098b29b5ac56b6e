package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.Dose;
import org.w3id.materia.extract.dosing.amount.DoseUnit;
import org.w3id.materia.extract.dosing.grammar.NumberParser;
import org.w3id.materia.extract.dosing.grammar.Phrases;
import org.w3id.materia.extract.dosing.grammar.Reading;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.dosing.mention.Company;
import org.w3id.materia.extract.dosing.mention.ConditionPhrases;
import org.w3id.materia.extract.dosing.mention.Mention;
import org.w3id.materia.extract.dosing.mention.Mention.Joint;
import org.w3id.materia.extract.dosing.mention.Mention.OfDose;
import org.w3id.materia.extract.dosing.mention.Mentions;
import org.w3id.materia.extract.dosing.rhythm.Recurrence;
import org.w3id.materia.extract.fact.Amount;

/** Decides what each amount of a sentence is, by the cue before it and the brackets around it. */
final class AmountRoles {
    private static final int FARTHEST_PREPARATION = 5;

    private static final Phrases<Boolean> PAST =
            Phrases.words("after | before | following | prior to | until | since | if | when");

    /** Before these the amounts that are added up would have to be told. */
    private static final Phrases<Boolean> TOTALS = Phrases.words("for a total of | to a total of | until a total of");

    private static final Phrases<Boolean> INCREMENTS = Phrases.words("""
        increment | increments | decrement | decrements | step | steps | stage | stages | adjustments | increases | decreases |
        reductions\
        """);

    private final Tokens tokens;
    private final Mentions mentions;

    AmountRoles(Tokens tokens, Mentions mentions) {
        this.tokens = tokens;
        this.mentions = mentions;
    }

    /** The role of the amount that is mention {@code i}; {@code before} is the last dose or maximum before it, or -1. */
    Role role(int i, int before) {
        Dose dose = dose(i);
        Mention cue = cueBefore(i);
        if (dose.foreign()) {
            return isStrengthOf(before, i) ? Role.STRENGTH : Role.OPEN;
        }
        if (cue instanceof Mention.OfStep || INCREMENTS.at(tokens, mentions.to(i))) {
            return Role.STEP;
        }
        if (dose.isPercentage() && !isStrengthOfPreparation(i)) {
            return Role.OPEN;
        }
        if (isZero(dose)
                || isShareOf(i)
                || before < 0 && TOTALS.at(tokens, mentions.from(i) - 4)
                || isChangedFrom(i, cue)
                || isPast(i)
                || isTakenAlready(i)
                || new Report(tokens, mentions).tells(i)
                || isNamed(i)
                || isThreshold(i, dose)) {
            return Role.OPEN;
        }
        if (isBesides(i)) {
            return before < 0 ? Role.OPEN : Role.STRENGTH;
        }
        if (cue instanceof Mention.OfCeiling || before < 0 && cue instanceof Mention.OfChange && isEndOfChange(i)) {
            return Role.CEILING;
        }
        if (before >= 0 && restates(before, i)) {
            if (isAnotherProduct(dose(before), i)) {
                return Role.OPEN;
            }
            // "1 mg/kg (up to 50 mg)" bounds the dose, "2 mg (0.05 mL)" says it again.
            return dose.first().low().isEmpty() ? Role.CEILING : Role.RESTATED;
        }
        if (isUpper(i, before) || isNotExceeded(i)) {
            return Role.CEILING;
        }
        return isCountOfDoses(dose) ? Role.OPEN : Role.DOSE;
    }

    /** "a 2% gel", "lotions (2.25%)": a percentage of anything else ("50% of the dose") is no amount. */
    private boolean isStrengthOfPreparation(int i) {
        for (int t = mentions.to(i); t < mentions.to(i) + FARTHEST_PREPARATION; t++) {
            if (ConditionPhrases.PREPARATIONS.at(tokens, t)) {
                return true;
            }
            if (tokens.is(t, "of", ",", ";", ".")) {
                break;
            }
        }
        int open = mentions.openBracket(i);
        return open > 0 && ConditionPhrases.PREPARATIONS.at(tokens, mentions.from(open) - 1);
    }

    private static boolean isZero(Dose dose) {
        return dose.amounts().stream()
                .anyMatch(a -> a.low().filter(n -> n.signum() == 0).isPresent()
                        || a.high().filter(n -> n.signum() == 0).isPresent());
    }

    /** "increased from 5 mg to 10 mg": the first amount is given no more. */
    private boolean isChangedFrom(int i, Mention cue) {
        int from = mentions.from(i);
        return cue instanceof Mention.OfChange && (tokens.is(from, "from") || tokens.is(from - 1, "from"));
    }

    /** "10% of one vial": a part of the amount. */
    private boolean isShareOf(int i) {
        return tokens.is(mentions.from(i) - 1, "of")
                && i > 1
                && mentions.get(i - 2) instanceof OfDose share
                && share.dose().isPercentage();
    }

    /** "The vaccine requires two doses", "up to four doses may be given": how often it is given, not how much. */
    private static boolean isCountOfDoses(Dose dose) {
        return dose.first().unit().equals("{dose}")
                && dose.first()
                        .low()
                        .or(dose.first()::high)
                        .filter(n -> n.compareTo(BigDecimal.ONE) > 0)
                        .isPresent();
    }

    /** "doses of 12 mg or more": a single amount that is open at one end is a threshold as well as a dose. */
    private boolean isThreshold(int i, Dose dose) {
        return dose.first().isSingle()
                && i + 1 < mentions.size()
                && mentions.get(i + 1) instanceof Mention.OfCondition
                && ConditionPhrases.OPEN_END.parse(tokens, mentions.from(i + 1)).isPresent();
    }

    /** "after a test dose of 5 mg": an amount inside of a condition is none that is given now. */
    private boolean isPast(int i) {
        boolean dose = false;
        int k = i - 1;
        while (k >= 0 && mentions.get(k) instanceof Mention.OfInert) {
            for (int t = mentions.from(k); t < mentions.to(k); t++) {
                dose |= tokens.is(t, "dose", "doses", "dosage");
            }
            k--;
        }
        return dose
                && k >= 0
                && mentions.get(k) instanceof Mention.OfCondition
                && PAST.at(tokens, mentions.from(k))
                && k + 1 < i;
    }

    /** "patients already taking 20 mg daily": what they take so far is not what they are to take. */
    private boolean isTakenAlready(int i) {
        return i > 0
                && mentions.get(i - 1) instanceof Mention.OfCondition
                && tokens.is(mentions.to(i - 1) - 1, "taking", "receiving", "on", "tolerating");
    }

    /** "If you have 400 mg tablets: one tablet": before a colon an amount says which preparation, or whose dose follows. */
    private boolean isNamed(int i) {
        boolean behind = false;
        for (int k = i + 2; k < mentions.size(); k++) {
            behind |= mentions.get(k) instanceof OfDose;
        }
        return behind && mentions.isJoint(i + 1, Joint.COLON);
    }

    /** "together with aspirin 75 mg daily": the amount behind another drug's name is that drug's. */
    private boolean isBesides(int i) {
        if (i == 0 || !(mentions.get(i - 1) instanceof Mention.OfCondition)) {
            return false;
        }
        return Company.isNamed(tokens, mentions.from(i - 1), mentions.to(i - 1));
    }

    /** The ceiling, step or change that governs an amount: only words without weight stand between. */
    Mention cueBefore(int i) {
        Mention change = null;
        for (int k = i - 1; k >= 0; k--) {
            Mention m = mentions.get(k);
            if (m instanceof Mention.OfChange && change == null) {
                change = m;
                continue;
            }
            if (m instanceof Mention.OfCeiling || change == null && m instanceof Mention.OfStep) {
                return m;
            }
            boolean light = m instanceof Mention.OfInert
                    || mentions.isJoint(k, Joint.COLON)
                    || mentions.isJoint(k, Joint.OPEN)
                    || mentions.isJoint(k, Joint.CLOSE)
                    || m instanceof Mention.OfRoute
                    || m instanceof Mention.OfGroup
                    || m instanceof Mention.OfStage
                    || m instanceof Mention.OfName
                    || m instanceof Mention.OfIndication
                    || m instanceof Mention.OfCondition
                    || m instanceof Mention.OfRecurrence r && r.recurrence().bare();
            if (!light) {
                break;
            }
        }
        return change == null ? new Mention.OfInert() : change;
    }

    /** "2 mg (0.05 mL)", "150 mg twice daily (300 mg/day)"; a bracket with a schedule of its own states a dose of its own. */
    private boolean restates(int before, int i) {
        int open = mentions.openBracket(i);
        if (open < before || mentions.openBracket(before) == open) {
            return false;
        }
        for (int k = open + 1; k < mentions.size() && !(k > i && mentions.isJoint(k, Joint.CLOSE)); k++) {
            boolean light = mentions.get(k) instanceof Mention.OfInert
                    || mentions.get(k) instanceof OfDose
                    || mentions.get(k) instanceof Mention.OfJoint
                    || mentions.get(k) instanceof Mention.OfRoute
                    || mentions.get(k) instanceof Mention.OfName name && name.own();
            if (!light) {
                return false;
            }
        }
        return true;
    }

    private Dose dose(int i) {
        return ((OfDose) mentions.get(i)).dose();
    }

    /** "800 mg (four 200 mg capsules)" says it again, "800 mg (three 200 mg capsules)" something else. */
    private boolean isAnotherProduct(Dose dose, int i) {
        Optional<Reading<BigDecimal>> count = NumberParser.NUMBER.parse(tokens, mentions.from(i));
        Optional<Reading<BigDecimal>> each = count.flatMap(n -> NumberParser.NUMBER.parse(tokens, n.to()));
        Optional<Reading<DoseUnit>> unit = each.flatMap(e -> DoseUnit.UNIT.parse(tokens, e.to()));
        Optional<BigDecimal> factor = unit.flatMap(
                u -> DoseUnit.UNIT.parse(Tokens.of(dose.first().unit()), 0).flatMap(stated -> u.value()
                        .factorTo(stated.value())));
        if (factor.isEmpty() || !dose.first().isSingle()) {
            return unit.isPresent();
        }
        BigDecimal product = count.get().value().multiply(each.get().value()).multiply(factor.get());
        return product.compareTo(dose.first().high().orElseThrow()) != 0;
    }

    /** "5 mL (125 mg/5 mL)", "one drop of the 5 mg/mL solution": a concentration beside what is counted or poured. */
    private boolean isStrengthOf(int before, int i) {
        if (before < 0) {
            return false;
        }
        Dose counted = dose(before);
        String unit = counted.first().unit();
        if (!counted.isCounted() && !unit.equals("mL")) {
            return false;
        }
        for (int k = before + 1; k < i; k++) {
            boolean light = mentions.get(k) instanceof Mention.OfInert
                    || mentions.isJoint(k, Joint.OPEN)
                    || mentions.get(k) instanceof Mention.OfName name && name.own();
            if (!light) {
                return false;
            }
        }
        return true;
    }

    /** "20 mg once daily, up to 80 mg daily": open below, behind a dose with its schedule, over a day: the most. */
    private boolean isUpper(int i, int before) {
        Dose dose = dose(i);
        if (before < 0 || dose.first().low().isPresent() || tokens.is(mentions.from(i) - 1, "or", "(")) {
            return false;
        }
        Dose first = dose(before);
        boolean total = dose.first().perTime().isPresent()
                || recurrenceBehind(i).filter(Recurrence::bare).isPresent();
        return total && first.first().perBody().equals(dose.first().perBody());
    }

    /** "20 mg per day should not be exceeded": what is told behind the amount. */
    private boolean isNotExceeded(int i) {
        int k = i + 1;
        while (k < mentions.size() && (mentions.get(k) instanceof Mention.OfInert || mentions.isTiming(k))) {
            k++;
        }
        return k < mentions.size()
                && mentions.get(k) instanceof Mention.OfCeiling
                && tokens.is(mentions.to(k) - 1, "exceeded");
    }

    /** "may be increased up to 10 mg daily": open below, what a change may reach is the most in its time. */
    private boolean isEndOfChange(int i) {
        Amount most = dose(i).first();
        return most.low().isEmpty()
                && (most.perTime().isPresent() || recurrenceBehind(i).isPresent());
    }

    private Optional<Recurrence> recurrenceBehind(int i) {
        return i + 1 < mentions.size() && mentions.get(i + 1) instanceof Mention.OfRecurrence r
                ? Optional.of(r.recurrence())
                : Optional.empty();
    }
}
