package org.w3id.materia.store;

import java.util.List;

/**
 * One page of a search's result.
 *
 * @param total how many resources match in all
 * @param more whether a page follows this one
 */
public record SearchPage(List<StoredResource> resources, int total, boolean more) {
    public SearchPage {
        resources = List.copyOf(resources);
    }
}
