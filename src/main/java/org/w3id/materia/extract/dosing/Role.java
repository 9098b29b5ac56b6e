package org.w3id.materia.extract.dosing;

/** What an amount in a sentence is. */
enum Role {
    /** A dose. */
    DOSE,
    /** The most that may be given. */
    CEILING,
    /** The same dose in another unit or as a daily total, in brackets behind it. */
    RESTATED,
    /** By how much a dose is changed. */
    STEP,
    /** A bound of a condition ("above 10 mg"), which nobody is told to take. */
    LIMIT,
    /** How strong a preparation is, or a laboratory value. */
    STRENGTH,
    /** A dose of another drug. */
    FOREIGN
}
