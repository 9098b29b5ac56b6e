/**
 * Noun phrases inside sentences: coordination ("severe liver or kidney disease" → two phrases with the shared words
 * restored), brackets (synonyms against examples), apposition, and the cleaning that turns a run of words into the
 * shortest clinical noun phrase.
 */
package org.w3id.materia.extract.phrase;
