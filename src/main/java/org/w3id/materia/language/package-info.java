/**
 * Noun phrases inside sentences. {@link org.w3id.materia.language.NounPhrases} is the way in: coordination ("severe
 * liver or kidney disease" → two phrases with the shared words restored), members of a class against synonyms and
 * explanations in brackets, and the trimming that leaves the shortest clinical noun phrase, each with its range in the
 * text. What words do is read from lexicons beside the classes.
 */
package org.w3id.materia.language;
