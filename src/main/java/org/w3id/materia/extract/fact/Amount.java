package org.w3id.materia.extract.fact;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A dose or rate as stated: one number or a range, a unit, and what it is divided by.
 *
 * @param low lower end; equal to {@code high} for a single number; absent in "up to 10 mg"
 * @param high upper end
 * @param unit UCUM code of the amount alone: {@code mg}, {@code [iU]}, {@code {tablet}}, {@code %}
 * @param perBody {@code kg} or {@code m2}, where the dose is by body weight or surface
 * @param perTime {@code d}, {@code h}, {@code min} or {@code wk}, where the amount is a total or a rate over time
 */
public record Amount(
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        String unit,
        Optional<String> perBody,
        Optional<String> perTime) {
    public Amount {
        Objects.requireNonNull(unit, "unit");
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException("an amount has at least one end");
        }
    }

    /** The whole unit as one UCUM code: {@code mg/kg/d}. */
    public String ucum() {
        return unit
                + perBody.map(b -> "/" + b).orElse("")
                + perTime.map(t -> "/" + t).orElse("");
    }

    /** Whether the text states one number rather than a range. */
    public boolean isSingle() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
    }
}
