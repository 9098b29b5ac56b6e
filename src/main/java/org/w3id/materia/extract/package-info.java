/**
 * The facts that a monograph states, each with the sentence that states it: one extractor for each kind of fact.
 * Touches no code systems, FHIR types, Lucene or HTTP. Numbers, units, schedules and bands are read by the grammar in
 * {@code extract.dosing}. What the text denies is never a fact; what cannot be computed stays text.
 */
package org.w3id.materia.extract;
