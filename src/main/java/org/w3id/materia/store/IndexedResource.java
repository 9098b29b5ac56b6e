package org.w3id.materia.store;

import java.util.List;

/** A resource and the values by which it can be found. */
public record IndexedResource(StoredResource resource, List<IndexValue> values) {
    public IndexedResource {
        values = List.copyOf(values);
    }
}
