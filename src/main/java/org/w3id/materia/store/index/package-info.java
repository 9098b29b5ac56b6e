/**
 * How values are compared, whatever the index: what becomes of them as terms, as folded text and its trigrams, as stretches on one
 * scale, as keys of a sort. Every implementation of the store indexes and asks by these, so that all give the same answers.
 */
package org.w3id.materia.store.index;
