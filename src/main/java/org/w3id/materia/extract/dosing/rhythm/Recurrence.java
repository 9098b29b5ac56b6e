package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Range;

/**
 * How often: so many times in a period.
 *
 * @param frequency times in a period; absent in "up to three times daily"
 * @param frequencyMax upper end of "one to three times"
 * @param period length of the period
 * @param periodMax upper end of "every 4 to 6 hours"
 * @param unit UCUM unit of the period
 * @param bare whether the text has no more than "daily" or "weekly", which may as well mean a total
 */
public record Recurrence(
        Optional<Integer> frequency,
        Optional<Integer> frequencyMax,
        BigDecimal period,
        Optional<BigDecimal> periodMax,
        String unit,
        boolean bare) {

    static Recurrence every(BigDecimal period, String unit) {
        return new Recurrence(Optional.of(1), Optional.empty(), period, Optional.empty(), unit, false);
    }

    static Recurrence every(Range periods, String unit) {
        Optional<BigDecimal> max = periods.isSingle() ? Optional.empty() : periods.high();
        BigDecimal from = periods.low().orElse(periods.most());
        return new Recurrence(
                Optional.of(1), Optional.empty(), from, max.filter(m -> m.compareTo(from) != 0), unit, false);
    }

    /** @param unit UCUM unit of the period, which is one of them */
    public static Recurrence times(int times, String unit) {
        return new Recurrence(Optional.of(times), Optional.empty(), BigDecimal.ONE, Optional.empty(), unit, false);
    }

    /**
     * The ends of a range as frequency and its maximum; the lower end is absent in "up to three times".
     *
     * @param unit UCUM unit of the period, which is one of them
     * @throws ArithmeticException where an end is not whole
     */
    public static Recurrence times(Range times, String unit) {
        Optional<Integer> low = times.low().map(BigDecimal::intValueExact);
        Optional<Integer> high = times.high().map(BigDecimal::intValueExact).filter(h -> !low.equals(Optional.of(h)));
        return new Recurrence(low, high, BigDecimal.ONE, Optional.empty(), unit, false);
    }

    /** The same, as told by no more than "daily" or "weekly". */
    public Recurrence asBare() {
        return new Recurrence(frequency, frequencyMax, period, periodMax, unit, true);
    }

    /** "twice or three times daily", "OD or BID": one recurrence with a range, where the periods are the same. */
    public Optional<Recurrence> or(Recurrence other) {
        boolean samePeriod = period.compareTo(other.period) == 0 && unit.equals(other.unit);
        if (!samePeriod || frequency.isEmpty() || other.frequency.isEmpty() || periodMax.isPresent()) {
            return Optional.empty();
        }
        int low = Math.min(frequency.get(), other.frequency.get());
        int high = Math.max(frequencyMax.orElse(frequency.get()), other.frequencyMax.orElse(other.frequency.get()));
        Optional<Integer> max = high > low ? Optional.of(high) : Optional.empty();
        return Optional.of(new Recurrence(Optional.of(low), max, period, Optional.empty(), unit, false));
    }

    /** Whether both name the same rhythm in other words: "twice daily (every 12 hours)". */
    public boolean restates(Recurrence other) {
        return periodMax.isEmpty()
                && other.periodMax.isEmpty()
                && frequencyMax.isEmpty()
                && other.frequencyMax.isEmpty()
                && Math.abs(hoursBetween() - other.hoursBetween()) < 1e-9;
    }

    /** Whether it is a range that the other is one end of: "two or three times daily (TID)". */
    public boolean spans(Recurrence other) {
        boolean same = unit.equals(other.unit) && period.compareTo(other.period) == 0 && other.frequencyMax.isEmpty();
        return same
                && frequencyMax.isPresent()
                && (other.frequency.equals(frequency) || other.frequency.equals(frequencyMax));
    }

    private double hoursBetween() {
        double hours =
                switch (unit) {
                    case "min" -> 1.0 / 60;
                    case "h" -> 1;
                    case "d" -> 24;
                    case "wk" -> 24 * 7;
                    case "mo" -> 24 * 30;
                    default -> 24 * 365;
                };
        return period.doubleValue() * hours / frequency.orElse(1);
    }
}
