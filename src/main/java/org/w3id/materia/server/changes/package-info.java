/**
 * Changes as they happen, over HTTP: {@code [base]/changes} is a stream of server-sent events (WHATWG HTML, 9.2) that names each resource
 * that came, changed or went. It stands beside HAPI's server, because it is no FHIR interaction; what its errors look like is the
 * server's to say.
 */
package org.w3id.materia.server.changes;
