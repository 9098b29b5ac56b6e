/** How a resource becomes bytes, and how its version follows from what it says. */
package org.w3id.materia.fhir.encoding;
