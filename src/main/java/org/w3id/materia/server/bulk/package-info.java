/**
 * Bulk export over HTTP (Bulk Data Access 2.0): {@code [base]/$export} begins one, {@code [base]/bulk/{job}} tells how far
 * it is and ends it, {@code [base]/bulk/{job}/{Type}.ndjson} are its files. It stands beside HAPI's server, because none
 * of its answers but the errors is a FHIR resource; what the errors look like is the server's to say.
 */
package org.w3id.materia.server.bulk;
