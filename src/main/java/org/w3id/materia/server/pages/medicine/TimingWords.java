package org.w3id.materia.server.pages.medicine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.w3id.materia.fhir.conformance.Canonical;
import org.w3id.materia.fhir.dosage.UnitName;

/** How often, in words. */
final class TimingWords {
    private static final String DAYS_OF_CYCLE = Canonical.extension("timing-daysOfCycle");
    private static final String CYCLE_LENGTH = Canonical.extension("cycle-length");

    /** Codes of v3-TimingEvent and of FHIR's event-timing. */
    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("MORN", "in the morning"),
            Map.entry("MORN.early", "early in the morning"),
            Map.entry("MORN.late", "late in the morning"),
            Map.entry("NOON", "at noon"),
            Map.entry("AFT", "in the afternoon"),
            Map.entry("EVE", "in the evening"),
            Map.entry("NIGHT", "at night"),
            Map.entry("HS", "before sleep"),
            Map.entry("WAKE", "on waking"),
            Map.entry("C", "with meals"),
            Map.entry("CM", "with breakfast"),
            Map.entry("CD", "with lunch"),
            Map.entry("CV", "with dinner"),
            Map.entry("AC", "before meals"),
            Map.entry("ACM", "before breakfast"),
            Map.entry("ACD", "before lunch"),
            Map.entry("ACV", "before dinner"),
            Map.entry("PC", "after meals"),
            Map.entry("PCM", "after breakfast"),
            Map.entry("PCD", "after lunch"),
            Map.entry("PCV", "after dinner"));

    private TimingWords() {}

    static List<String> frequency(Timing timing) {
        List<String> words = new ArrayList<>();
        TimingRepeatComponent repeat = timing.getRepeat();
        if (repeat.hasPeriod()) {
            words.add(repeated(repeat));
        }
        repeat.getWhen()
                .forEach(when -> words.add(
                        EVENTS.getOrDefault(when.getCode(), when.getValue().getDefinition())));
        if (repeat.hasDayOfWeek()) {
            words.add("on "
                    + repeat.getDayOfWeek().stream()
                            .map(day -> day.getValue().getDisplay())
                            .collect(Collectors.joining(", ")));
        }
        if (timing.hasExtension(DAYS_OF_CYCLE)) {
            words.add(cycle(timing));
        }
        return words;
    }

    private static String repeated(TimingRepeatComponent repeat) {
        boolean simple = repeat.getPeriod().compareTo(BigDecimal.ONE) == 0 && !repeat.hasPeriodMax();
        String period = simple
                ? UnitName.of(repeat.getPeriodUnit().toCode(), true)
                : span(repeat.getPeriod(), repeat.getPeriodMax(), repeat.getPeriodUnit());
        String times = times(repeat);
        if (times.isEmpty() || times.equals("once") && !simple) {
            return "every " + period;
        }
        return times + (simple ? DoseWords.each(period) : " in every " + period);
    }

    /** Empty where only the period is stated. */
    private static String times(TimingRepeatComponent repeat) {
        int least = repeat.getFrequency();
        int most = repeat.getFrequencyMax();
        if (!repeat.hasFrequency()) {
            return repeat.hasFrequencyMax() ? "up to " + times(most) : "";
        }
        return most > least ? least + "–" + most + " times" : times(least);
    }

    private static String times(int times) {
        return times == 1 ? "once" : times == 2 ? "twice" : times + " times";
    }

    /** "4–6 hours". */
    static String span(BigDecimal low, BigDecimal high, UnitsOfTime unit) {
        boolean range = high != null && high.compareTo(low) != 0;
        boolean one = !range && low.compareTo(BigDecimal.ONE) == 0;
        return DoseWords.number(low) + (range ? "–" + DoseWords.number(high) : "") + " "
                + UnitName.of(unit.toCode(), one);
    }

    private static String cycle(Timing timing) {
        String days = timing.getExtensionByUrl(DAYS_OF_CYCLE).getExtensionsByUrl("day").stream()
                .map(Extension::getValue)
                .map(day -> day.primitiveValue())
                .collect(Collectors.joining(", "));
        String length = timing.hasExtension(CYCLE_LENGTH)
                ? " of a cycle of "
                        + DoseWords.quantity((Duration)
                                timing.getExtensionByUrl(CYCLE_LENGTH).getValue())
                : " of the cycle";
        return "on days " + days + length;
    }
}
