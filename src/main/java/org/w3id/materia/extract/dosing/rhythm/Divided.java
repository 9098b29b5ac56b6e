package org.w3id.materia.extract.dosing.rhythm;

import java.math.BigDecimal;
import java.util.Optional;
import org.w3id.materia.extract.dosing.grammar.Range;

/**
 * That an amount is a total which is given in parts.
 *
 * @param parts how many, where stated; one for "as a single dose"
 */
public record Divided(Optional<Range> parts) {
    public static final Divided WHOLE = new Divided(Optional.of(Range.single(BigDecimal.ONE)));

    /** From the fewer to the more parts; how many is left open where one of both leaves it. */
    public Divided or(Divided other) {
        return new Divided(parts.flatMap(a -> other.parts.map(b -> Range.of(
                a.low().orElse(a.most()).min(b.low().orElse(b.most())), a.most().max(b.most())))));
    }
}
