package org.w3id.materia.search;

import java.util.List;

/** Canonical URLs, which may name a version behind a bar (FHIR R4, 2.24.0.1 canonical). */
final class Canonicals {
    private Canonicals() {}

    /** What finds it: itself and, where it names a version, the URL alone, which asks for any. */
    static List<String> forms(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? List.of(canonical) : List.of(canonical, canonical.substring(0, bar));
    }
}
