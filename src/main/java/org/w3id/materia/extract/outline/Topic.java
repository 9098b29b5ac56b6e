package org.w3id.materia.extract.outline;

import java.util.Optional;

/**
 * What a part of a monograph is about.
 *
 * <p>{@link Statement#topic()} promises the topic of the nearest heading, label or lead-in above the statement that names
 * one, else that of its section's heading, else what its section's kind stands for. A statement that is a label or heading
 * itself is of the topic that it names. Names are matched whole, by the headings of the European templates (QRD), American
 * labels (SPL), formularies and leaflets in {@code extract/topics.txt}; a label that names none (a population, a condition)
 * changes no topic. The topic says where a statement stands, not what it says: a caution may hold a denial or a dose.
 */
public enum Topic {
    /** What the medicine is for. */
    USE,
    /** What it is not for, by a heading or label that says so. */
    NOT_USE,
    DOSING,
    /** How a dose is given: with food, how to inject, how to prepare. */
    ADMINISTRATION,
    CONTRAINDICATION,
    CAUTION,
    INTERACTION,
    EFFECT,
    PREGNANCY,
    LACTATION,
    /** What is to be measured and watched during treatment. */
    MONITORING,
    OVERDOSE,
    MISSED_DOSE,
    /** Names, ingredients, forms and strengths. */
    COMPOSITION,
    STORAGE,
    MECHANISM,
    /** Questions and answers. */
    QUESTION,
    OTHER;

    /** The topic that a heading or label names by its own words; empty where it names none. */
    public static Optional<Topic> namedBy(String label) {
        return Topics.named(label);
    }
}
