/**
 * Concepts of loaded code systems in Lucene: one immutable index of one segment for each version of a code system, in which a
 * document's number is the concept's place in the order of the code system.
 */
package org.w3id.materia.store.lucene.concept;
