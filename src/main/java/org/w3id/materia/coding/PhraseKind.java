package org.w3id.materia.coding;

/** What a phrase names, which decides the code systems that may code it. */
public enum PhraseKind {
    CONDITION,
    EFFECT,
    DRUG,
    ROUTE,
    DOSE_FORM
}
