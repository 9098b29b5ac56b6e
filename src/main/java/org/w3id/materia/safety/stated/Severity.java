package org.w3id.materia.safety.stated;

/** How much an alert matters, the most first. */
public enum Severity {
    HIGH,
    MODERATE,
    LOW;

    /** One step less, where it is not certain. */
    public Severity weaker() {
        return this == HIGH ? MODERATE : LOW;
    }
}
