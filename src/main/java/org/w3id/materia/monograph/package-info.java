/**
 * Markdown monographs as a tree of sections, blocks and sentences, each with its exact span in the source. Knows
 * nothing of medicine beyond the names of the sections; touches no FHIR, Lucene or HTTP. commonmark-java stays inside {@code markup}.
 */
package org.w3id.materia.monograph;
