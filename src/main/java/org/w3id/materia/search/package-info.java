/**
 * What FHIR search parameters mean: SearchParameter resources, resources → index values, request parameters → {@link
 * org.w3id.materia.store.Query}. Touches no HTTP, Lucene or Markdown.
 */
package org.w3id.materia.search;
