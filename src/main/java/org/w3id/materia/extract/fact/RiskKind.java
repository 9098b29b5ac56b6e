package org.w3id.materia.extract.fact;

/** What sort of thing makes a use unsafe; decides the v3-ActCode of the DetectedIssue. */
public enum RiskKind {
    CONDITION,
    PREGNANCY,
    LACTATION,
    AGE,
    ALLERGY,
    DRUG,
    FOOD,
    ACTIVITY
}
