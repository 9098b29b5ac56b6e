/**
 * What operators' monitoring reads at {@code /metrics}: requests, imports, what is served, the JVM. Uses Prometheus' own client.
 * Touches no provider and no FHIR type.
 */
package org.w3id.materia.server.metrics;
