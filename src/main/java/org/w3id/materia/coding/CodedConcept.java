package org.w3id.materia.coding;

import java.util.Optional;
import org.w3id.materia.model.ConceptKey;

/**
 * A concept that a phrase was matched to.
 *
 * @param key system and code
 * @param display the concept's preferred name in its code system; empty where no loaded terminology says it
 * @param reason the rule that matched: {@code exact}, {@code normalised}, {@code synonym} … ({@code
 *     CodeSystem/coding-reason})
 */
public record CodedConcept(ConceptKey key, Optional<String> display, String reason) {}
