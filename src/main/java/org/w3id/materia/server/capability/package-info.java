/** What the server says of itself (FHIR R4, CapabilityStatement), from what is served. Touches no store. */
package org.w3id.materia.server.capability;
