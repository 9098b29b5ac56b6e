package org.w3id.materia.store;

import java.util.Comparator;

/** A resource's type and logical id. Ordered by type, then id. */
public record ResourceKey(String type, String id) implements Comparable<ResourceKey> {
    private static final Comparator<ResourceKey> ORDER =
            Comparator.comparing(ResourceKey::type).thenComparing(ResourceKey::id);

    @Override
    public int compareTo(ResourceKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
