package org.w3id.materia.extract.dosing;

import java.util.Optional;

/**
 * That an amount is a total which is given in parts.
 *
 * @param parts how many, where stated; one for "as a single dose"
 */
record Divided(Optional<Range> parts) {}
