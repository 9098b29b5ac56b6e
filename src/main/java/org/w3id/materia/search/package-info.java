/**
 * What FHIR search parameters mean: SearchParameter resources, resources → index values, request parameters → {@link
 * org.w3id.materia.store.Query}. Touches no HTTP, Lucene or Markdown.
 *
 * <p>Where R4 leaves a choice:
 *
 * <ul>
 *   <li>An element of type {@code code} is found with the system of the value set that it is bound to, and without any.
 *   <li>A parameter with an empty value is refused: passing over it would answer another question than was asked.
 *   <li>A reference to a type that the parameter cannot have is refused: it is a slip, and "nothing found" would hide it.
 *   <li>Dates without a zone are taken as UTC, in requests and in resources.
 * </ul>
 */
package org.w3id.materia.search;
