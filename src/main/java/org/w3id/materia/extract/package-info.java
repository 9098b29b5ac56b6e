/**
 * The facts that a monograph states, each with the sentence that states it. {@code FactExtractor} asks one reader for each kind of
 * fact: {@code indication}, {@code dosing}, {@code risk} (contraindications and cautions), {@code interaction}, {@code effect},
 * {@code question}, {@code product}. All read the statements of {@code outline} and give the values of {@code fact}. Touches no code
 * systems, FHIR types, Lucene or HTTP. What the text denies is never a fact; what cannot be computed stays text.
 *
 * <p>What several of them ask is decided in {@code language}: {@code Polarities} (denied, left open, past, off-label), {@code NameBook}
 * (which medicine, disease or organism words name), {@code phrase.NounPhrases} (which phrases words list and what these share), {@code
 * Brackets} and {@code ListOpener}. What a heading or label is about is decided by {@code outline.Topics}; which amount owns a word of
 * its sentence by {@code dosing.sentence.Ownership}. A class of words that several readers know is a list of its own in {@code
 * language}, which their lists load beside what is theirs alone.
 */
package org.w3id.materia.extract;
