package org.w3id.materia.search.value;

import java.math.BigDecimal;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.Criterion.Comparison;

/**
 * A number in a request and the stretch that it stands for (FHIR R4, 3.1.1.4.8). Its digits say how precise it is where equality is
 * asked: 100 is from 99.5 to below 100.5. With the other prefixes it is exact; approximately, it is a tenth more or less.
 *
 * @param low first number that it stands for
 * @param high last one; where {@code open}, the first behind it
 */
record NumberRange(Comparison comparison, BigDecimal low, BigDecimal high, boolean open) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** Beyond these powers of ten no measure goes, and numbers would take megabytes to write out. */
    private static final int LARGEST_SCALE = 400;

    /** @throws Failure where it is not a prefix and a number */
    static NumberRange parse(String parameter, String value) {
        Prefixed prefixed = Prefixed.parse(parameter, value);
        BigDecimal number;
        try {
            number = new BigDecimal(prefixed.operand());
        } catch (NumberFormatException e) {
            throw notNumber(parameter, value);
        }
        if (Math.abs(number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE) {
            throw notNumber(parameter, value);
        }
        return switch (prefixed.comparison()) {
            case EQ, NE -> within(prefixed.comparison(), number, halfOfLastDigit(number), true);
            case AP ->
                within(
                        prefixed.comparison(),
                        number,
                        number.abs().multiply(TENTH).max(halfOfLastDigit(number)),
                        false);
            default -> within(prefixed.comparison(), number, BigDecimal.ZERO, false);
        };
    }

    private static NumberRange within(Comparison comparison, BigDecimal number, BigDecimal margin, boolean open) {
        return new NumberRange(comparison, number.subtract(margin), number.add(margin), open);
    }

    private static BigDecimal halfOfLastDigit(BigDecimal number) {
        return HALF.multiply(number.ulp());
    }

    /** The last number that it stands for, of those that a double can be; where that is too coarse to tell both ends apart, the first. */
    double last(double low, double high) {
        return open ? Math.max(low, Math.nextDown(high)) : high;
    }

    private static Failure notNumber(String parameter, String value) {
        return Failure.invalid("'" + value + "' is not a value for '" + parameter
                + "'. It is a number such as 100, 5.40 or 1e-3, after one of the prefixes " + Prefixed.PREFIXES + ".");
    }
}
