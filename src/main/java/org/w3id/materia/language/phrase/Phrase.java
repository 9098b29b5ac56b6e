package org.w3id.materia.language.phrase;

/**
 * A noun phrase that a statement contains.
 *
 * @param text lower case, white space folded, shared words of a coordination restored
 * @param start where the words that are its own begin in the statement's text
 * @param end where they end
 */
public record Phrase(String text, int start, int end) {}
