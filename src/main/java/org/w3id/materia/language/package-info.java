/**
 * How English is read, for all kinds of fact: the one place that knows words, tokens, names, noun phrases, lists and negation.
 * Knows nothing of monographs and of facts; offsets are offsets of the text that it is given.
 *
 * <p>How to use it, from the ground up:
 *
 * <ul>
 *   <li>{@link org.w3id.materia.language.Tokenizer} cuts text into tokens with exact places; {@link
 *       org.w3id.materia.language.Words} is a sentence of them in which a bracket is one token, with look-ups by index that are
 *       safe beyond both ends.
 *   <li>{@link org.w3id.materia.language.NameBook#longest} finds the longest name of a drug, disease, procedure … at a token;
 *       {@code isDrug}, {@code isOtherDrug} and {@code isClassHead} answer whether something is a medicine, and whose.
 *   <li>{@link org.w3id.materia.language.Polarities#at} tells whether a token is stated, denied, left open, of the past or
 *       off-label. No reader looks for "not" itself.
 *   <li>{@link org.w3id.materia.language.ListOpener#length} knows "such as", "including, but not limited to," and their like.
 *   <li>{@link org.w3id.materia.language.phrase.NounPhrases#of} gives the phrases that a run of words lists: coordinations split with
 *       shared words restored ("severe liver or kidney disease" → two phrases), a class and its members both, synonyms and remarks
 *       in brackets left out, each trimmed to the name, with its range in the text.
 *   <li>{@link org.w3id.materia.language.Brackets} blanks or leaves out what stands in brackets.
 *   <li>{@link org.w3id.materia.language.Lexicon} loads word lists; lists that belong to English stand beside these classes,
 *       those of one kind of fact beside its reader.
 * </ul>
 */
package org.w3id.materia.language;
