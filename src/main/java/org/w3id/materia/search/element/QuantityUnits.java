package org.w3id.materia.search.element;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.w3id.materia.terminology.standard.UcumUnits;

/**
 * Units as the index names them, so that {@code 5 mg} and {@code 0.005 g} are the same. A code of UCUM is brought to UCUM's base units;
 * one with an annotation ({@code {tablet}}) is left as it is, because UCUM would take tablets for capsules.
 */
public final class QuantityUnits {
    /** The name under which a number is found whatever it counts. */
    public static final String ANY = "";

    static final String UCUM = "http://unitsofmeasure.org";

    /** Beyond these digits, converting there and back shows its rounding. */
    private static final MathContext DIGITS = new MathContext(15);

    private QuantityUnits() {}

    /** A number under a unit's name. */
    public record Amount(String unit, double value) {}

    /** A quantity, which has a value, under every name that finds it (FHIR R4, 3.1.1.4.11). */
    static List<Amount> amounts(Quantity quantity) {
        BigDecimal value = quantity.getValue();
        List<Amount> amounts = new ArrayList<>();
        amounts.add(new Amount(ANY, value.doubleValue()));
        if (quantity.hasCode()) {
            amounts.add(new Amount(stated(quantity.getCode()), value.doubleValue()));
            if (quantity.hasSystem()) {
                amounts.add(coded(value, quantity.getSystem(), quantity.getCode()));
            }
        }
        if (quantity.hasUnit() && !quantity.getUnit().equals(quantity.getCode())) {
            amounts.add(new Amount(stated(quantity.getUnit()), value.doubleValue()));
        }
        return amounts;
    }

    /** The name of a unit as it is written, code or text, of whatever system: {@code 5.4||mg}. */
    public static String stated(String unit) {
        return "|" + unit;
    }

    /** The number under the name of a system's code, in base units where they are known. */
    public static Amount coded(BigDecimal value, String system, String code) {
        if (system.equals(UCUM) && code.indexOf('{') < 0) {
            Optional<Amount> canonical = canonical(value, code);
            if (canonical.isPresent()) {
                return canonical.get();
            }
        }
        return new Amount(system + "|" + code, value.doubleValue());
    }

    private static Optional<Amount> canonical(BigDecimal value, String code) {
        return UcumUnits.canonical(value, code)
                .map(c -> new Amount(
                        UCUM + "|" + c.code(), c.value().round(DIGITS).doubleValue()));
    }
}
