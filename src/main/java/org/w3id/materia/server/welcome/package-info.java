/** The page for people who open the server's address in a browser. Touches no FHIR operation. */
package org.w3id.materia.server.welcome;
