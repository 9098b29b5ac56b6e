package org.w3id.materia.search.element;

import java.util.List;

/** Canonical URLs, which may name a version behind a bar (FHIR R4, 2.24.0.1 canonical). */
final class CanonicalForms {
    /** Behind it an expression stands, whose terms are between bars, and no version (FHIR R4, 4.3.0.3.2). */
    private static final String EXPRESSION = "?fhir_vs=ecl/";

    private CanonicalForms() {}

    /** What finds it: itself and, where it names a version, the URL alone, which asks for any. */
    static List<String> forms(String canonical) {
        int bar = canonical.lastIndexOf('|');
        return bar < 0 || canonical.contains(EXPRESSION)
                ? List.of(canonical)
                : List.of(canonical, canonical.substring(0, bar));
    }
}
