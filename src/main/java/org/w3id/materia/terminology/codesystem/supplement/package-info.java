/**
 * What supplements add to the concepts of any code system (FHIR R4, CodeSystem.supplements). Touches no code system's own form.
 */
package org.w3id.materia.terminology.codesystem.supplement;
