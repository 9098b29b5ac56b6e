/**
 * The ground of the grammar of doses: a sentence cut into tokens, numbers and ranges, what a parser is, and parsers put together of
 * others. Knows nothing of medicine but the monograph's own names and the words that change nothing.
 */
package org.w3id.materia.extract.dosing.grammar;
