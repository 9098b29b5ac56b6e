/**
 * Batches and transactions: each entry is a request of its own to this server (FHIR R4, 3.1.0.11). Touches no provider.
 */
package org.w3id.materia.server.batch;
