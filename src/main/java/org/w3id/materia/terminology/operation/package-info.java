/**
 * The terminology operations (FHIR R4, 4.7 Terminology Service), one class each with its table of parameters, over requests that
 * know nothing of HTTP. How each works stands below: {@code request} is what is asked and what it can see, {@code library} what
 * there is, {@code expansion}, {@code validation} and {@code translation} the work, {@code issue} what is said where something
 * is wrong. None of those knows an operation.
 */
package org.w3id.materia.terminology.operation;
