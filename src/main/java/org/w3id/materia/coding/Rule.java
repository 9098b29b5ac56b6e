package org.w3id.materia.coding;

import java.util.Locale;

/** How a phrase was matched to a concept, the surest first. Its code is one of {@code CodeSystem/coding-reason}. */
enum Rule {
    EXACT,
    NORMALISED,
    SYNONYM,
    VARIANT,
    SHARED_NAME,
    SALT,
    BROADER;

    /** Another system's code that the publisher of the matched concept gives for it. */
    static final String CROSS_REFERENCE = "cross-reference";

    /** The same for a concept that is broader than the phrase. */
    static final String BROADER_CROSS_REFERENCE = "broader-cross-reference";

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String crossReference() {
        return this == BROADER || this == SALT ? BROADER_CROSS_REFERENCE : CROSS_REFERENCE;
    }
}
