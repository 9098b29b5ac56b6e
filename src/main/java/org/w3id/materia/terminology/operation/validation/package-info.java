/**
 * Whether a coding is right: in its value set, its code system, its version, its display. May expand; touches no translation.
 */
package org.w3id.materia.terminology.operation.validation;
