package org.w3id.materia.extract;

import java.util.Optional;

/**
 * How the drug works, in the text's own words.
 *
 * @param text one paragraph or list item, without markup
 * @param ingredient the ingredient of a combination that it is about
 */
public record Mechanism(String text, Optional<String> ingredient, Evidence evidence) {}
