/**
 * {@code MedicationKnowledge/$check}, and what the faces of {@link org.w3id.materia.safety.SafetyCheck} have in common: how FHIR's elements
 * name what is asked about. What is stated, and how it is matched, is not decided here.
 */
package org.w3id.materia.server.safety;
