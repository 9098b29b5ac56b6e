package org.w3id.materia.fhir.dosage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.materia.extract.fact.Amount;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.Extent;
import org.w3id.materia.extract.fact.Schedule;

/** What was computed of a statement about dosing, in a line that a pharmacist can hold against the sentence. */
public final class DoseSummary {
    private DoseSummary() {}

    /** Empty where nothing was computed. */
    public static String of(DoseStatement statement) {
        List<String> parts = new ArrayList<>();
        if (statement.isComputed()) {
            statement.amount().map(DoseSummary::amount).ifPresent(parts::add);
            statement.schedule().ifPresent(s -> schedule(s, parts));
            statement.route().map(r -> r.code()).ifPresent(parts::add);
            statement.administration().map(e -> "over " + extent(e)).ifPresent(parts::add);
            statement.course().map(e -> "for " + extent(e)).ifPresent(parts::add);
            if (statement.asNeeded()) {
                parts.add("as needed");
            }
            statement.maxima().stream().map(DoseSummary::maximum).forEach(parts::add);
        }
        return String.join("; ", parts);
    }

    private static String maximum(DoseStatement.Maximum maximum) {
        return atMost(maximum.amount())
                + maximum.period().map(p -> " in " + extent(p)).orElse(" at once");
    }

    private static String atMost(Amount maximum) {
        return "at most " + amount(maximum).replaceFirst("^up to ", "");
    }

    private static String amount(Amount amount) {
        return ends(amount.low(), amount.high()) + " " + UnitName.of(amount.ucum());
    }

    private static String extent(Extent extent) {
        return ends(extent.low(), extent.high()) + " " + UnitName.of(extent.unit());
    }

    private static void schedule(Schedule schedule, List<String> parts) {
        if (schedule.period().isPresent() && schedule.periodUnit().isPresent()) {
            String times =
                    schedule.frequency().isEmpty() && schedule.frequencyMax().isEmpty()
                            ? ""
                            : ends(
                                            schedule.frequency().map(BigDecimal::valueOf),
                                            schedule.frequencyMax()
                                                    .or(schedule::frequency)
                                                    .map(BigDecimal::valueOf))
                                    + " × ";
            Optional<BigDecimal> longest = schedule.periodMax().or(schedule::period);
            parts.add(times + "every " + ends(schedule.period(), longest) + " "
                    + UnitName.of(schedule.periodUnit().get()));
        }
        if (!schedule.when().isEmpty()) {
            parts.add(String.join(", ", schedule.when()));
        }
        if (!schedule.daysOfWeek().isEmpty()) {
            parts.add(String.join(", ", schedule.daysOfWeek()));
        }
        if (!schedule.cycleDays().isEmpty()) {
            parts.add("days "
                    + schedule.cycleDays().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + schedule.cycleLength().map(d -> " of " + d).orElse(" of the cycle"));
        }
    }

    private static String ends(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        String from = low.map(DoseSummary::number).orElse("");
        String to = high.map(DoseSummary::number).orElse("");
        if (from.equals(to)) {
            return from;
        }
        return from.isEmpty() ? "up to " + to : to.isEmpty() ? "at least " + from : from + "–" + to;
    }

    private static String number(BigDecimal value) {
        return Quantities.plain(value).toPlainString();
    }
}
