package org.w3id.materia.extract.dosing.sentence;

/** What an amount in a sentence is. */
public enum Role {
    /** A dose. */
    DOSE,
    /** The most that may be given. */
    CEILING,
    /** By how much a dose is changed. */
    STEP,
    /** The same dose in another unit, in brackets behind it. */
    RESTATED,
    /** How strong a preparation is. */
    STRENGTH,
    /** Nobody can tell: the sentence stays text. */
    OPEN
}
