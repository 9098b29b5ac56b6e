package org.w3id.materia.safety.stated;

/** What of a patient is measured, and facts give bounds of. */
public enum Measure {
    /** In years. */
    AGE,
    /** In kg. */
    WEIGHT,
    /** Of creatinine, in mL/min. */
    CLEARANCE
}
