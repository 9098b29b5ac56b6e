package org.w3id.materia.terminology.ecl;

import java.math.BigDecimal;

/**
 * A comparison with a number or text.
 *
 * @param operator one of {@code = != < <= > >=}; for texts the first two
 * @param number null where a text is compared
 * @param text null where a number is compared
 */
record Comparison(String operator, BigDecimal number, String text) {
    /** Whether a concrete value compares as said; a text that is no number never does so with a number. */
    boolean holds(String value) {
        if (text != null) {
            return operator.equals("=") == text.equals(value);
        }
        int compared;
        try {
            compared = new BigDecimal(value).compareTo(number);
        } catch (NumberFormatException e) {
            return false;
        }
        return switch (operator) {
            case "=" -> compared == 0;
            case "!=" -> compared != 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            default -> compared >= 0;
        };
    }
}
