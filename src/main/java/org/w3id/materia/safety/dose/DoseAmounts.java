package org.w3id.materia.safety.dose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/**
 * What a Dosage amounts to for a patient, as far as it can be computed.
 *
 * @param least the smallest single dose
 * @param most the greatest single dose
 * @param leastOfADay the smallest amount over a day on average
 * @param mostOfADay the greatest
 */
record DoseAmounts(
        Optional<ComparableAmount> least,
        Optional<ComparableAmount> most,
        Optional<ComparableAmount> leastOfADay,
        Optional<ComparableAmount> mostOfADay) {
    /** The amounts of a dosage; {@code weight} in kg. */
    static DoseAmounts of(Dosage dosage, Optional<BigDecimal> weight) {
        DosageDoseAndRateComponent dose = dosage.getDoseAndRateFirstRep();
        Optional<ComparableAmount> least = Optional.empty();
        Optional<ComparableAmount> most = Optional.empty();
        if (dose.getDose() instanceof Quantity quantity) {
            least = ComparableAmount.of(quantity, weight);
            most = least;
        } else if (dose.getDose() instanceof Range range) {
            least = ComparableAmount.of(range.getLow(), weight);
            most = ComparableAmount.of(range.getHigh(), weight);
        }
        TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
        Optional<BigDecimal> seldom = timesADay(repeat, true);
        Optional<BigDecimal> often = timesADay(repeat, false);
        Optional<ComparableAmount> leastOfADay = least.flatMap(a -> seldom.map(a::times));
        Optional<ComparableAmount> mostOfADay = most.flatMap(a -> often.map(a::times));
        if (least.isEmpty() && most.isEmpty()) {
            leastOfADay = rate(dose, weight, true);
            mostOfADay = rate(dose, weight, false);
        }
        return new DoseAmounts(least, most, leastOfADay, mostOfADay);
    }

    private static Optional<BigDecimal> timesADay(TimingRepeatComponent repeat, boolean seldom) {
        int often = repeat.hasFrequency() ? repeat.getFrequency() : 1;
        int times = !seldom && repeat.hasFrequencyMax() ? repeat.getFrequencyMax() : often;
        BigDecimal period = seldom && repeat.hasPeriodMax()
                ? repeat.getPeriodMax()
                : repeat.hasPeriod() ? repeat.getPeriod() : null;
        if (period == null || repeat.getPeriodUnit() == null || period.signum() <= 0) {
            return Optional.empty();
        }
        return ComparableAmount.days(period, repeat.getPeriodUnit().toCode())
                .map(days -> BigDecimal.valueOf(times).divide(days, MathContext.DECIMAL64));
    }

    /** A total over time: {@code rateRatio}, {@code rateRange} or {@code rateQuantity} for each day. */
    private static Optional<ComparableAmount> rate(
            DosageDoseAndRateComponent dose, Optional<BigDecimal> weight, boolean least) {
        if (dose.getRate() instanceof Ratio ratio) {
            return perDay(ratio, weight);
        }
        if (dose.getRate() instanceof Range range) {
            return daily(least ? range.getLow() : range.getHigh(), weight);
        }
        return dose.getRate() instanceof Quantity quantity ? daily(quantity, weight) : Optional.empty();
    }

    private static Optional<ComparableAmount> daily(Quantity rate, Optional<BigDecimal> weight) {
        String code = rate.getCode();
        if (code == null || !code.endsWith("/d")) {
            return Optional.empty(); // A rate of infusion says nothing of a day.
        }
        Quantity amount =
                new Quantity().setValue(rate.getValue()).setCode(code.substring(0, code.length() - "/d".length()));
        return ComparableAmount.of(amount, weight);
    }

    static Optional<ComparableAmount> perDay(Ratio ratio, Optional<BigDecimal> weight) {
        return ComparableAmount.of(ratio.getNumerator(), weight)
                .flatMap(amount -> days(ratio).map(amount::per));
    }

    /** The days of a ratio's denominator. */
    static Optional<BigDecimal> days(Ratio ratio) {
        Quantity over = ratio.getDenominator();
        return over.hasValue() && over.hasCode() && over.getValue().signum() > 0
                ? ComparableAmount.days(over.getValue(), over.getCode())
                : Optional.empty();
    }
}
