package org.w3id.materia.extract.fact;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stretch of time: the length of a course, or of one administration.
 *
 * @param low lower end; equal to {@code high} for a single number; the only end in "at least 60 minutes"
 * @param high upper end; the only end in "up to 5 days"
 * @param unit UCUM: {@code s}, {@code min}, {@code h}, {@code d}, {@code wk}, {@code mo}, {@code a}
 */
public record Extent(Optional<BigDecimal> low, Optional<BigDecimal> high, String unit) {
    public Extent {
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException("an extent has at least one end");
        }
    }
}
