/**
 * Coded facts → FHIR R4 resources: ids, narrative, evidence extensions, profiles, versions. The conversion is a pure
 * function: equal input gives equal resources. Touches no Lucene, HTTP or Markdown nodes.
 */
package org.w3id.materia.fhir;
