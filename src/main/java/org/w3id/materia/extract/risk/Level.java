package org.w3id.materia.extract.risk;

import java.util.Locale;

/** How firmly a text warns, the firmest first. */
public enum Level {
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    CAUTION;

    /** Whether the text keeps the drug from the patient. */
    public boolean forbids() {
        return this != CAUTION;
    }

    static Level of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
