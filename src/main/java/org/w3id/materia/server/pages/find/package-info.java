/** Questions that people ask, in words or by a form, answered by the FHIR searches of this server. */
package org.w3id.materia.server.pages.find;
