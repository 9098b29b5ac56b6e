package org.w3id.materia.extract.dosing.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/** One number or a range of them; at least one end is there. Both are equal for a single number. */
public record Range(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    /** One number, as both ends. */
    public static Range single(BigDecimal value) {
        return new Range(Optional.of(value), Optional.of(value));
    }

    /** Both ends included. */
    public static Range of(BigDecimal low, BigDecimal high) {
        return new Range(Optional.of(low), Optional.of(high));
    }

    /** A number that may be stayed below: it has no lower end. */
    public static Range upTo(BigDecimal high) {
        return new Range(Optional.empty(), Optional.of(high));
    }

    static Range atLeast(BigDecimal low) {
        return new Range(Optional.of(low), Optional.empty());
    }

    /** Whether both ends are the same number, however many zeros are written behind it. */
    public boolean isSingle() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
    }

    /** The one end that is there, or the upper of two. */
    public BigDecimal most() {
        return high.or(() -> low).orElseThrow();
    }
}
