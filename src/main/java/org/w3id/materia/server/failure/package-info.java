/**
 * What a client is told where a request fails: one OperationOutcome and one status for each category of failure, whoever finds
 * it. Touches no provider.
 */
package org.w3id.materia.server.failure;
