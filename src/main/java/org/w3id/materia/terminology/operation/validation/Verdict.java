package org.w3id.materia.terminology.operation.validation;

/** Whether a code is in a value set. */
public enum Verdict {
    IN,
    OUT,
    /** The code system is not known, so nobody can tell. */
    UNDECIDED
}
