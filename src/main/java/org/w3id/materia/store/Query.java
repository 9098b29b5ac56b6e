package org.w3id.materia.store;

import java.util.List;
import java.util.Optional;

/**
 * A search of one or several resource types.
 *
 * @param types at least one resource type; the order says nothing
 * @param allOf every one of them must match
 * @param preferred what puts a resource before others: those that match the first of these come first, then those that match the second,
 *     and so on; none leaves the order to {@code sort}
 * @param sort the order of the results; what it leaves equal, all where it is empty, comes in ascending order of type and id
 * @param count size of the page; 0 asks for the total alone
 * @param after what {@link SearchPage#next()} of the page before says, for the same types, criteria and order
 */
public record Query(
        List<String> types,
        List<Criterion> allOf,
        List<Criterion> preferred,
        List<SortKey> sort,
        int count,
        Optional<String> after) {
    /** Size of the pages of those who want all of a result. */
    static final int LARGE_PAGE = 500;

    public Query {
        types = types.stream().distinct().toList();
        allOf = List.copyOf(allOf);
        preferred = List.copyOf(preferred);
        sort = List.copyOf(sort);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("a search is of one resource type at least");
        }
        if (count < 0) {
            throw new IllegalArgumentException("a page cannot have " + count + " resources");
        }
    }

    /** A search without preference. */
    public Query(List<String> types, List<Criterion> allOf, List<SortKey> sort, int count, Optional<String> after) {
        this(types, allOf, List.of(), sort, count, after);
    }

    /** A search of one type, in ascending order of id. */
    public Query(String type, List<Criterion> allOf, int count, Optional<String> after) {
        this(List.of(type), allOf, List.of(), List.of(), count, after);
    }
}
