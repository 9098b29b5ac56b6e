/**
 * Phrases of facts → concepts of the loaded terminologies, each with the rule that found it; doubt stays uncoded.
 * Declares {@link org.w3id.materia.coding.ConceptFinder}, which a store of concepts implements. Touches no Lucene,
 * FHIR types or HTTP.
 */
package org.w3id.materia.coding;
