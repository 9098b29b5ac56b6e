package org.w3id.materia.extract.fact;

import org.w3id.materia.extract.outline.Evidence;

/**
 * An active ingredient, as the title names it.
 *
 * @param name lower case, without brackets or synonyms
 * @param evidence where the title names it; its section is {@code OTHER} for the front matter and the first heading
 */
public record Ingredient(String name, Evidence evidence) {}
