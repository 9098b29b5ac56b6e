package org.w3id.materia.store;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search's result.
 *
 * @param scores of each resource, where the query prefers some: 1 for those that match what it prefers most, less for the others, and
 *     more than 0 for all; empty where it has no preference
 * @param total how many resources match in all
 * @param next where the page that follows begins, as {@link Query#after()} takes it: letters, digits, {@code -}, {@code .} and
 *     {@code _}; empty behind the last page, and where no resources were asked for
 */
public record SearchPage(List<StoredResource> resources, List<Float> scores, int total, Optional<String> next) {
    public SearchPage {
        resources = List.copyOf(resources);
        scores = List.copyOf(scores);
    }

    /** A page of a search without preference. */
    public SearchPage(List<StoredResource> resources, int total, Optional<String> next) {
        this(resources, List.of(), total, next);
    }
}
