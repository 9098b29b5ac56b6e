package org.w3id.materia.store;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search's result.
 *
 * @param total how many resources match in all
 * @param next where the page that follows begins, as {@link Query#after()} takes it: letters, digits, {@code -}, {@code .} and
 *     {@code _}; empty behind the last page, and where no resources were asked for
 */
public record SearchPage(List<StoredResource> resources, int total, Optional<String> next) {
    public SearchPage {
        resources = List.copyOf(resources);
    }
}
