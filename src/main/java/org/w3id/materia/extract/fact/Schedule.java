package org.w3id.materia.extract.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * When doses are taken, in the terms of FHIR's {@code Timing.repeat} (R4, 2.24.0.13).
 *
 * @param frequency times in a period; absent in "up to three times daily" and where only an interval's unit is stated
 * @param frequencyMax upper end of "one to three times daily"
 * @param period length of the period
 * @param periodMax upper end of "every 4 to 6 hours"
 * @param periodUnit UCUM: {@code min}, {@code h}, {@code d}, {@code wk}, {@code mo}, {@code a}
 * @param when codes of {@code http://hl7.org/fhir/event-timing} and v3-TimingEvent ({@code MORN}, {@code HS}, {@code AC}, {@code PCM} …)
 * @param daysOfWeek codes of {@code http://hl7.org/fhir/days-of-week} ({@code mon} …)
 * @param cycleDays days of a treatment cycle on which a dose is given; empty where there is no cycle
 * @param cycleLength length of the cycle in days
 */
public record Schedule(
        Optional<Integer> frequency,
        Optional<Integer> frequencyMax,
        Optional<BigDecimal> period,
        Optional<BigDecimal> periodMax,
        Optional<String> periodUnit,
        List<String> when,
        List<String> daysOfWeek,
        List<Integer> cycleDays,
        Optional<Integer> cycleLength) {
    public Schedule {
        when = List.copyOf(when);
        daysOfWeek = List.copyOf(daysOfWeek);
        cycleDays = List.copyOf(cycleDays);
    }
}
