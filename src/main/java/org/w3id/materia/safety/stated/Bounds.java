package org.w3id.materia.safety.stated;

import java.math.BigDecimal;
import java.util.Optional;

/** A stretch of numbers whose ends may be open; both ends are included. */
public record Bounds(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    /** Whether the number lies in it. */
    public boolean contains(BigDecimal value) {
        return low.map(l -> value.compareTo(l) >= 0).orElse(true)
                && high.map(h -> value.compareTo(h) <= 0).orElse(true);
    }
}
