package org.w3id.materia.safety.stated;

import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Extension;
import org.w3id.materia.fhir.conformance.Canonical;

/** How firmly a text forbids or warns ({@code CodeSystem/strength}). */
public enum Strength {
    CONTRAINDICATED("contraindicated", Severity.HIGH),
    NOT_RECOMMENDED("not-recommended", Severity.MODERATE),
    CAUTION("caution", Severity.LOW);

    private static final String EXTENSION = Canonical.extension("strength");

    private final String code;
    private final Severity severity;

    Strength(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** The code of {@code CodeSystem/strength}. */
    public String code() {
        return code;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** That of a warning; one that is not known counts as the weakest. */
    public static Strength of(DetectedIssue warning) {
        Extension stated = warning.getExtensionByUrl(EXTENSION);
        String code = stated == null ? "" : stated.getValue().primitiveValue();
        for (Strength strength : values()) {
            if (strength.code.equals(code)) {
                return strength;
            }
        }
        return CAUTION;
    }
}
