package org.w3id.materia.safety.stated;

/** How firmly a text forbids or warns ({@code CodeSystem/strength}). */
public enum Strength {
    CONTRAINDICATED("contraindicated", Severity.HIGH),
    NOT_RECOMMENDED("not-recommended", Severity.MODERATE),
    CAUTION("caution", Severity.LOW);

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

    /** A strength by its code; one that is not known counts as the weakest. */
    public static Strength of(String code) {
        for (Strength strength : values()) {
            if (strength.code.equals(code)) {
                return strength;
            }
        }
        return CAUTION;
    }
}
