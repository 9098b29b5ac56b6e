package org.w3id.materia.search.element;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.hl7.fhir.r4.model.Quantity;

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

    /** UCUM's table is read when the first quantity comes. */
    private static final class Ucum {
        static final UcumService SERVICE = load();

        private static UcumService load() {
            try {
                return new UcumEssenceService(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"));
            } catch (UcumException e) {
                throw new IllegalStateException("UCUM's table is on the class path", e);
            }
        }
    }

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
        if (Ucum.SERVICE.validate(code) != null) {
            return Optional.empty();
        }
        try {
            Pair pair = Ucum.SERVICE.getCanonicalForm(new Pair(new Decimal(value.toPlainString()), code));
            double number =
                    new BigDecimal(pair.getValue().asDecimal()).round(DIGITS).doubleValue();
            return Optional.of(new Amount(UCUM + "|" + pair.getCode(), number));
        } catch (UcumException e) {
            return Optional.empty(); // A special unit, which is no multiple of any other.
        }
    }
}
