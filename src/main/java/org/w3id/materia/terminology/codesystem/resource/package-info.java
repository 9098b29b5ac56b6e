/** A code system that is a FHIR resource, made ready for use once. Touches no release format and no operation. */
package org.w3id.materia.terminology.codesystem.resource;
