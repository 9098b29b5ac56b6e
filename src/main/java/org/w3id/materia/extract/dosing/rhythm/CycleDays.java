package org.w3id.materia.extract.dosing.rhythm;

import java.util.List;
import java.util.Optional;

/**
 * Days of a treatment cycle.
 *
 * @param days on which a dose is given, in order
 * @param length of the cycle in days, where stated
 */
public record CycleDays(List<Integer> days, Optional<Integer> length) {
    public CycleDays {
        days = List.copyOf(days);
    }
}
