/** What a resource says to people: XHTML built line by line. */
package org.w3id.materia.fhir.narrative;
