/**
 * Who asked what, as FHIR AuditEvents by IHE's Basic Audit Log Patterns (BALP 1.1), for those who must be able to tell. What was asked in a
 * query stays out of it unless the operator wants it, as it may be about a patient. Touches no provider.
 */
package org.w3id.materia.server.audit;
