package org.w3id.materia.extract.dosing;

import java.math.BigDecimal;
import java.util.Optional;

/** One number or a range of them; at least one end is there. Both are equal for a single number. */
record Range(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    static Range single(BigDecimal value) {
        return new Range(Optional.of(value), Optional.of(value));
    }

    static Range of(BigDecimal low, BigDecimal high) {
        return new Range(Optional.of(low), Optional.of(high));
    }

    static Range upTo(BigDecimal high) {
        return new Range(Optional.empty(), Optional.of(high));
    }

    static Range atLeast(BigDecimal low) {
        return new Range(Optional.of(low), Optional.empty());
    }

    boolean isSingle() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
    }

    /** The one end that is there, or the upper of two. */
    BigDecimal most() {
        return high.or(() -> low).orElseThrow();
    }
}
