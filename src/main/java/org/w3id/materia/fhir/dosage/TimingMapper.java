package org.w3id.materia.fhir.dosage;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.DayOfWeek;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.Schedule;
import org.w3id.materia.fhir.conformance.Canonical;

/**
 * When doses are given → Timing (FHIR R4, 2.24.0.13). What Timing has no element for stays in the text of the dose: that 60
 * minutes are "at least" 60 minutes, or that an infusion takes "up to" an hour.
 */
final class TimingMapper {
    /**
     * Built as the core extension {@code timing-daysOfCycle} is. That one itself may stand only on {@code PlanDefinition.action} and
     * {@code RequestGroup.action} (R4 extension registry), and a Timing that carries it is not valid.
     */
    private static final String DAYS_OF_CYCLE = Canonical.extension("timing-daysOfCycle");

    /** The unit of a course that is told in doses ("for six doses"): no time, so no {@code bounds[x]} (invariant drt-1). */
    private static final String DOSES = "{dose}";

    private static final String CYCLE_LENGTH = Canonical.extension("cycle-length");

    private TimingMapper() {}

    /** The timing of a statement; empty where it states none. */
    static Optional<Timing> map(DoseStatement statement) {
        Timing timing = new Timing();
        TimingRepeatComponent repeat = new TimingRepeatComponent();
        statement.schedule().ifPresent(s -> {
            repeat(s, repeat);
            cycle(s, timing);
        });
        statement.course().ifPresent(c -> {
            if (c.unit().equals(DOSES)) {
                count(c, repeat);
            } else {
                bounds(c, repeat);
            }
        });
        statement.administration().ifPresent(a -> duration(a, repeat));
        if (!repeat.isEmpty()) {
            timing.setRepeat(repeat);
        }
        return timing.isEmpty() ? Optional.empty() : Optional.of(timing);
    }

    /** A frequency without its period, or a period without its unit, says nothing (invariants tim-2 and tim-6). */
    private static void repeat(Schedule schedule, TimingRepeatComponent repeat) {
        schedule.when().forEach(code -> repeat.addWhen(EventTiming.fromCode(code)));
        schedule.daysOfWeek().forEach(code -> repeat.addDayOfWeek(DayOfWeek.fromCode(code)));
        if (schedule.period().isEmpty() || schedule.periodUnit().isEmpty()) {
            return;
        }
        schedule.frequency().ifPresent(repeat::setFrequency);
        schedule.frequencyMax().ifPresent(repeat::setFrequencyMax);
        repeat.setPeriod(Quantities.plain(schedule.period().get()));
        schedule.periodMax().map(Quantities::plain).ifPresent(repeat::setPeriodMax);
        repeat.setPeriodUnit(UnitsOfTime.fromCode(schedule.periodUnit().get()));
    }

    private static void cycle(Schedule schedule, Timing timing) {
        if (!schedule.cycleDays().isEmpty()) {
            Extension days = timing.addExtension();
            days.setUrl(DAYS_OF_CYCLE);
            schedule.cycleDays().forEach(day -> days.addExtension("day", new IntegerType(day)));
        }
        schedule.cycleLength()
                .map(days -> Quantities.fill(new Duration(), BigDecimal.valueOf(days), "d"))
                .ifPresent(length -> timing.addExtension(new Extension(CYCLE_LENGTH, length)));
    }

    /** How many doses the course has; there is no highest number without a number ({@code Timing.repeat.countMax}). */
    private static void count(Extent course, TimingRepeatComponent repeat) {
        course.low().flatMap(TimingMapper::whole).ifPresent(low -> {
            repeat.setCount(low);
            course.high()
                    .flatMap(TimingMapper::whole)
                    .filter(high -> high > low)
                    .ifPresent(repeat::setCountMax);
        });
    }

    private static Optional<Integer> whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? Optional.of(number.intValueExact()) : Optional.empty();
    }

    private static void bounds(Extent course, TimingRepeatComponent repeat) {
        if (isSingle(course)) {
            repeat.setBounds(Quantities.fill(new Duration(), course.low().get(), course.unit()));
        } else {
            Quantities.range(course.low(), course.high(), course.unit()).ifPresent(repeat::setBounds);
        }
    }

    /** Invariant tim-7: there is no upper end without a lower one. */
    private static void duration(Extent administration, TimingRepeatComponent repeat) {
        Optional<BigDecimal> low = administration.low();
        Optional<BigDecimal> high = administration.high();
        if (low.isEmpty() || high.isPresent() && low.get().compareTo(high.get()) > 0) {
            return;
        }
        repeat.setDuration(Quantities.plain(low.get()));
        high.filter(h -> h.compareTo(low.get()) > 0).map(Quantities::plain).ifPresent(repeat::setDurationMax);
        repeat.setDurationUnit(UnitsOfTime.fromCode(administration.unit()));
    }

    private static boolean isSingle(Extent extent) {
        return extent.low().isPresent()
                && extent.high().isPresent()
                && extent.low().get().compareTo(extent.high().get()) == 0;
    }
}
