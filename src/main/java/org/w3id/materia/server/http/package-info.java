/**
 * What holds for every request, FHIR or not: connections, TLS, threads, request ids, compression, the address that a client
 * sees, health. Touches no FHIR type, no search and no provider.
 */
package org.w3id.materia.server.http;
