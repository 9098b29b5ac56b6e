package org.w3id.materia.store;

/** A resource's type and logical id. */
public record ResourceKey(String type, String id) {
    @Override
    public String toString() {
        return type + "/" + id;
    }
}
