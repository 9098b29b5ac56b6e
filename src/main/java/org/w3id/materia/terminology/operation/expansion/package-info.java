/**
 * Which concepts a value set has: its members, limits, pages and what is told of them (FHIR R4, ValueSet $expand). Touches no
 * validation or translation.
 */
package org.w3id.materia.terminology.operation.expansion;
