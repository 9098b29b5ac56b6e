package org.w3id.materia.server.pages.medicine;

import java.util.Map;
import org.hl7.fhir.r4.model.Quantity;

/** Units as people write them behind a number. */
final class UnitWords {
    private static final Map<String, String> TIMES = Map.of(
            "s", "second",
            "min", "minute",
            "h", "hour",
            "d", "day",
            "wk", "week",
            "mo", "month",
            "a", "year");

    private UnitWords() {}

    /** @param one whether the number before it is one */
    static String of(Quantity quantity, boolean one) {
        String code = quantity.hasCode() ? quantity.getCode() : "";
        String unit = quantity.hasUnit() ? quantity.getUnit() : code;
        boolean counted = code.startsWith("{") && code.indexOf('}') == code.length() - 1;
        return TIMES.containsKey(code) || counted ? counted(TIMES.getOrDefault(code, unit), one) : unit;
    }

    /** @param code of UCUM, for a unit of time */
    static String ofTime(String code, boolean one) {
        return counted(TIMES.getOrDefault(code, code), one);
    }

    private static String counted(String noun, boolean one) {
        if (one || !noun.chars().allMatch(c -> Character.isLetter(c) || c == ' ') || noun.endsWith("s")) {
            return noun;
        }
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.matches(".*(?:ch|sh|x)") ? "es" : "s");
    }
}
