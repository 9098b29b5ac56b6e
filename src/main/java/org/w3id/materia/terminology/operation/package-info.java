/**
 * The terminology operations (FHIR R4, 4.7 Terminology Service), one class each, over requests that know nothing of HTTP. What is
 * wrong with a request is an {@link org.w3id.materia.terminology.operation.Issue}; its English text is made in {@link
 * org.w3id.materia.terminology.operation.Messages}.
 */
package org.w3id.materia.terminology.operation;
