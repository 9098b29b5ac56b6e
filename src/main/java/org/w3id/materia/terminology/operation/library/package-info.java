/**
 * What code systems, value sets and maps there are, whoever holds them ({@link
 * org.w3id.materia.terminology.operation.library.TerminologyLibrary}). Touches no request.
 */
package org.w3id.materia.terminology.operation.library;
