package org.w3id.materia.safety.drug;

import java.util.Locale;

/** How what a fact names was found in what is asked about, the surest first ({@code CodeSystem/match}). */
public enum Match {
    /** By the same code, or one that a terminology holds to be the same. */
    SAME_CODE,
    /** By a code that a terminology places above the one that is asked about: a product's ingredient, a group of diseases. */
    BROADER_CODE,
    /** As an ingredient of the medicine. */
    INGREDIENT,
    /** As a member of the class that the fact names. */
    CLASS_MEMBER,
    /** By its name. */
    TEXT,
    /** By a number that lies in the stretch that the fact names. */
    MEASURE;

    /** The code of {@code CodeSystem/match}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The less sure of two. */
    public Match and(Match other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
