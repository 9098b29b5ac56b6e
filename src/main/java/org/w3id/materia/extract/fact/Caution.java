package org.w3id.materia.extract.fact;

import java.util.Optional;
import org.w3id.materia.extract.outline.Evidence;

/**
 * A condition, population or risk that the text bids to watch, without forbidding the drug.
 *
 * @param condition the text's own noun phrase, lower case
 * @param kind what sort of thing it is
 * @param ingredient the ingredient of a combination that the statement is about
 */
public record Caution(String condition, RiskKind kind, Optional<String> ingredient, Evidence evidence) {}
