package org.w3id.materia.extract.risk.clause;

import java.util.Locale;

/** How firmly a text warns, the firmest first. */
public enum Level {
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    CAUTION,
    /** It says that there is nothing to heed, whatever else stands beside it. */
    SAFE,
    /** It says that the drug can be used, where nothing beside it bids caution. */
    USABLE;

    /** Whether the text keeps the drug from the patient. */
    public boolean forbids() {
        return this == CONTRAINDICATED || this == NOT_RECOMMENDED;
    }

    /** Whether the text sees no risk. */
    public boolean reassures() {
        return this == SAFE || this == USABLE;
    }

    static Level of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
