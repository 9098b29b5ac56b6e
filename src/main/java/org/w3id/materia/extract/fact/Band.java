package org.w3id.materia.extract.fact;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A range of age, weight or organ function: at least one end is there.
 *
 * @param low lower end, inclusive
 * @param high upper end
 * @param unit UCUM code: {@code a}, {@code mo}, {@code wk}, {@code d}, {@code kg}, {@code mL/min} …
 */
public record Band(Optional<BigDecimal> low, Optional<BigDecimal> high, String unit) {
    public Band {
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException("a band has at least one end");
        }
    }
}
