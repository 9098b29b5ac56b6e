package org.w3id.materia.extract.dosing.rhythm;

import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Range;

/**
 * That an amount is a total which is given in parts.
 *
 * @param parts how many, where stated; one for "as a single dose"
 */
public record Divided(Optional<Range> parts) {}
