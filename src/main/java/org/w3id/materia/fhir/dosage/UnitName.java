package org.w3id.materia.fhir.dosage;

import java.util.Map;

/** UCUM codes as people read them: without brackets and braces, and without symbols that are known to be misread. */
final class UnitName {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ug", "microgram"),
            Map.entry("ng", "nanogram"),
            Map.entry("[iU]", "IU"),
            Map.entry("k[iU]", "thousand IU"),
            Map.entry("M[iU]", "million IU"),
            Map.entry("meq", "mEq"),
            Map.entry("m2", "m²"),
            Map.entry("s", "second"),
            Map.entry("min", "minute"),
            Map.entry("h", "hour"),
            Map.entry("d", "day"),
            Map.entry("wk", "week"),
            Map.entry("mo", "month"),
            Map.entry("a", "year"));

    private UnitName() {}

    /** {@code mg/kg/d} → "mg/kg/day", <code>{tablet}/d</code> → "tablet/day". */
    static String of(String ucum) {
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

    private static String part(String code) {
        if (code.startsWith("{") && code.endsWith("}")) {
            return code.substring(1, code.length() - 1);
        }
        return NAMES.getOrDefault(code, code);
    }
}
