package org.w3id.materia.terminology.operation;

/** Whether a code is in a value set. */
enum Verdict {
    IN,
    OUT,
    /** The code system is not known, so nobody can tell. */
    UNDECIDED
}
