package org.w3id.materia.store;

import java.util.List;
import java.util.Optional;

/**
 * A search of one resource type. Results come in ascending order of id.
 *
 * @param type resource type
 * @param allOf every one of them must match
 * @param count size of the page; 0 asks for the total alone
 * @param after id of the last resource of the page before
 */
public record Query(String type, List<Criterion> allOf, int count, Optional<String> after) {
    public Query {
        allOf = List.copyOf(allOf);
        if (count < 0) {
            throw new IllegalArgumentException("a page cannot have " + count + " resources");
        }
    }
}
