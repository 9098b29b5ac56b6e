package org.w3id.materia.extract.dosing.sentence;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.w3id.materia.extract.dosing.amount.Ceiling;
import org.w3id.materia.extract.dosing.amount.PeriodParser;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement.Maximum;
import org.w3id.materia.extract.fact.DoseStatement.Stage;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.Schedule;

/** Finds the period of a maximum. One whose period the text does not give is none. */
final class Maxima {
    private Maxima() {}

    /**
     * The maximum that a draft states.
     *
     * @param schedule the rhythm that is said of the maximum itself
     * @param dose the dose whose maximum it is, where the sentence has one
     */
    static Optional<Maximum> of(DoseDraft draft, Amount stated, Optional<Schedule> schedule, Optional<DoseDraft> dose) {
        Optional<BigDecimal> high = stated.high().or(stated::low);
        boolean range = stated.low().isPresent() && !stated.isSingle();
        if (range || isOfAdministration(draft, stated)) {
            return Optional.empty();
        }
        Amount most = new Amount(Optional.empty(), high, stated.unit(), stated.perBody(), Optional.empty());
        Optional<Extent> period =
                draft.period.or(() -> stated.perTime().map(Maxima::one)).or(() -> ofWords(draft, schedule));
        if (period.isPresent()) {
            return Optional.of(new Maximum(most, period));
        }
        boolean administration = draft.ceiling == Ceiling.SINGLE
                || draft.dose.value().administration()
                || draft.stages.contains(Stage.SINGLE)
                || draft.conditions.stream().anyMatch(Maxima::isOfEachDose)
                || schedule.flatMap(Schedule::period).isPresent();
        if (administration) {
            return Optional.of(new Maximum(most, Optional.empty()));
        }
        return draft.ceiling == Ceiling.TOTAL ? Optional.empty() : dose.flatMap(d -> ofDose(most, d));
    }

    /** "infused over at least 60 minutes, at a maximum rate of 10 mg/min": the time of an administration is no period of a maximum. */
    private static boolean isOfAdministration(DoseDraft draft, Amount stated) {
        boolean open = draft.period
                .filter(p -> p.low().isEmpty() || p.high().isEmpty())
                .isPresent();
        return open
                || draft.period.isPresent()
                        && stated.perTime().filter(t -> !t.equals("d")).isPresent();
    }

    /** "Each of the first two doses is at most 100 mg". */
    private static boolean isOfEachDose(String condition) {
        return condition.toLowerCase(Locale.ROOT).startsWith("each of the");
    }

    private static Optional<Extent> ofWords(DoseDraft draft, Optional<Schedule> schedule) {
        boolean total = schedule.flatMap(Schedule::period).isEmpty() || draft.divided.isPresent();
        if (draft.ceiling == Ceiling.DAILY && total) {
            return Optional.of(one("d"));
        }
        return draft.ceiling == Ceiling.SINGLE
                ? Optional.empty()
                : schedule.filter(Maxima::isOnce).flatMap(Schedule::periodUnit).map(Maxima::one);
    }

    private static boolean isOnce(Schedule s) {
        return s.frequency().equals(Optional.of(1))
                && s.frequencyMax().isEmpty()
                && s.periodMax().isEmpty()
                && s.period().filter(p -> p.compareTo(BigDecimal.ONE) == 0).isPresent();
    }

    /** "8 mg/kg (maximum 600 mg) every 12 hours", "15 mg/kg/day, maximum 1 g": what bounds an amount has the amount's time. */
    private static Optional<Maximum> ofDose(Amount most, DoseDraft dose) {
        Amount amount = dose.dose.value().first();
        boolean bounds = amount.perBody().isPresent() && most.perBody().isEmpty();
        if (!bounds) {
            return Optional.empty();
        }
        return Optional.of(new Maximum(most, amount.perTime().map(Maxima::one)));
    }

    private static Extent one(String unit) {
        return PeriodParser.exactly(BigDecimal.ONE, unit);
    }
}
