package org.w3id.materia.safety.dose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.w3id.materia.terminology.standard.UcumUnits;

/**
 * A number of a substance in UCUM's base units, or of something counted ({@code {tablet}}), perhaps for each day.
 *
 * @param unit that two amounts must have in common to be compared
 */
record ComparableAmount(String unit, BigDecimal value) {
    private static final String PER_KG = "/kg";

    /** How many days the units of time are by which doses repeat. */
    private static final Map<String, BigDecimal> DAYS = Map.of(
            "s", BigDecimal.ONE.divide(BigDecimal.valueOf(86_400), MathContext.DECIMAL64),
            "min", BigDecimal.ONE.divide(BigDecimal.valueOf(1_440), MathContext.DECIMAL64),
            "h", BigDecimal.ONE.divide(BigDecimal.valueOf(24), MathContext.DECIMAL64),
            "d", BigDecimal.ONE,
            "wk", BigDecimal.valueOf(7),
            "mo", new BigDecimal("30.4375"),
            "a", new BigDecimal("365.25"));

    /** The days of a stretch of time; empty where the unit is none of time. */
    static Optional<BigDecimal> days(BigDecimal value, String unit) {
        return Optional.ofNullable(DAYS.get(unit)).map(value::multiply);
    }

    /**
     * The amount of a dose for a patient; empty where the unit is not understood, or the weight would be needed and is not known.
     *
     * @param weight in kg
     */
    static Optional<ComparableAmount> of(Quantity quantity, Optional<BigDecimal> weight) {
        String code = code(quantity);
        if (!quantity.hasValue() || code.isEmpty()) {
            return Optional.empty();
        }
        int perKg = code.indexOf(PER_KG);
        if (perKg < 0) {
            return canonical(quantity.getValue(), code);
        }
        String absolute = code.substring(0, perKg) + code.substring(perKg + PER_KG.length());
        return weight.flatMap(w -> canonical(quantity.getValue().multiply(w), absolute));
    }

    /** Whether the patient's weight decides the dose. */
    static boolean needsWeight(Quantity quantity) {
        return code(quantity).contains(PER_KG);
    }

    private static String code(Quantity quantity) {
        return quantity.hasCode() ? quantity.getCode() : quantity.hasUnit() ? quantity.getUnit() : "";
    }

    private static Optional<ComparableAmount> canonical(BigDecimal value, String code) {
        if (code.indexOf('{') >= 0) {
            return Optional.of(new ComparableAmount(code, value));
        }
        return UcumUnits.canonical(value, code).map(c -> new ComparableAmount(c.code(), c.value()));
    }

    /** Of tablets, puffs and the like. */
    boolean isCounted() {
        return unit.indexOf('{') >= 0;
    }

    ComparableAmount times(BigDecimal factor) {
        return new ComparableAmount(unit, value.multiply(factor, MathContext.DECIMAL64));
    }

    ComparableAmount per(BigDecimal days) {
        return new ComparableAmount(unit, value.divide(days, MathContext.DECIMAL64));
    }

    ComparableAmount plus(ComparableAmount other) {
        return new ComparableAmount(unit, value.add(other.value));
    }

    boolean isComparable(ComparableAmount other) {
        return unit.equals(other.unit);
    }

    /** Beyond what rounding may have made. */
    boolean exceeds(ComparableAmount other) {
        return value.compareTo(other.value.multiply(new BigDecimal("1.0001"))) > 0;
    }
}
