package org.w3id.materia.extract.fact;

import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * How the drug works, in the text's own words.
 *
 * @param text one paragraph or list item, without markup
 * @param ingredient the ingredient of a combination that it is about
 */
public record Mechanism(String text, Optional<String> ingredient, Evidence evidence) {}
