package org.w3id.materia.fhir.dosage;

import java.util.Map;

/** UCUM codes as people read them: without brackets and braces, and without symbols that are known to be misread. */
public final class UnitName {
    private static final Map<String, String> TIMES =
            Map.of("s", "second", "min", "minute", "h", "hour", "d", "day", "wk", "week", "mo", "month", "a", "year");

    private static final Map<String, String> SYMBOLS = Map.of(
            "ug", "microgram",
            "ng", "nanogram",
            "[iU]", "IU",
            "k[iU]", "thousand IU",
            "M[iU]", "million IU",
            "meq", "mEq",
            "m2", "m²");

    private UnitName() {}

    /** {@code mg/kg/d} → "mg/kg/day", <code>{tablet}/d</code> → "tablet/day". */
    public static String of(String ucum) {
        StringBuilder name = new StringBuilder();
        int start = 0;
        boolean annotation = false;
        for (int i = 0; i <= ucum.length(); i++) {
            char c = i < ucum.length() ? ucum.charAt(i) : '/';
            annotation = c == '{' || annotation && c != '}';
            if (c == '/' && (!annotation || i == ucum.length())) {
                name.append(name.length() > 0 ? "/" : "").append(part(ucum.substring(start, i)));
                start = i + 1;
            }
        }
        return name.toString();
    }

    /**
     * Behind a number: days, and what is counted, stand in the plural.
     *
     * @param one whether the number is one
     */
    public static String of(String ucum, boolean one) {
        boolean counted = TIMES.containsKey(ucum) || ucum.startsWith("{") && ucum.indexOf('}') == ucum.length() - 1;
        String name = of(ucum);
        if (one || !counted || !name.chars().allMatch(c -> Character.isLetter(c) || c == ' ') || name.endsWith("s")) {
            return name;
        }
        if (name.matches(".*[^aeiou]y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + (name.matches(".*(?:ch|sh|x)") ? "es" : "s");
    }

    private static String part(String code) {
        if (code.startsWith("{") && code.endsWith("}")) {
            return code.substring(1, code.length() - 1);
        }
        return TIMES.getOrDefault(code, SYMBOLS.getOrDefault(code, code));
    }
}
