package org.w3id.materia.store;

import java.util.Objects;

/**
 * One key of a search's order (FHIR R4, 3.1.1.5.5). Of a resource's several values the one counts that comes first in the order that is
 * asked: the smallest ascending, the largest descending. Resources without a value come last in both directions, which
 * FHIR leaves open.
 *
 * @param parameter code of the search parameter; {@code _id} and {@code _lastUpdated} are always there
 */
public record SortKey(String parameter, boolean descending) {
    public SortKey {
        Objects.requireNonNull(parameter, "parameter");
    }
}
