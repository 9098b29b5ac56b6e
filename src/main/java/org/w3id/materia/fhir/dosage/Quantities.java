package org.w3id.materia.fhir.dosage;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** Numbers with UCUM units → Quantity and Range (FHIR R4, 2.24.0.7 and 2.24.0.9). */
final class Quantities {
    private static final String UCUM = "http://unitsofmeasure.org";

    private Quantities() {}

    static Quantity quantity(BigDecimal value, String ucum) {
        return fill(new Quantity(), value, ucum);
    }

    /** Fills a Quantity, or one of its specialisations such as Duration. */
    static <T extends Quantity> T fill(T quantity, BigDecimal value, String ucum) {
        quantity.setValue(plain(value))
                .setUnit(UnitName.of(ucum))
                .setSystem(UCUM)
                .setCode(ucum);
        return quantity;
    }

    /** A Range from the ends that are there; empty where they are the wrong way round (invariant rng-2). */
    static Optional<Range> range(Optional<BigDecimal> low, Optional<BigDecimal> high, String ucum) {
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            return Optional.empty();
        }
        Range range = new Range();
        low.ifPresent(v -> range.setLow(quantity(v, ucum)));
        high.ifPresent(v -> range.setHigh(quantity(v, ucum)));
        return Optional.of(range);
    }

    /** The same number without an exponent and without trailing zeros behind the point, so that 1.50 and 1.5 read alike. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
