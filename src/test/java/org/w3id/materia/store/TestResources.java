package org.w3id.materia.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Small resources, and the imports that put them. */
public final class TestResources {
    public static final String TYPE = "MedicationKnowledge";
    public static final Instant UPDATED = Instant.parse("2026-02-03T10:20:30.456Z");

    private TestResources() {}

    public static ResourceKey key(String id) {
        return new ResourceKey(TYPE, id);
    }

    public static IndexedResource resource(String id, IndexValue... values) {
        return version(key(id), "1", UPDATED, values);
    }

    public static IndexedResource version(ResourceKey key, String version, Instant updated, IndexValue... values) {
        byte[] json = ("{\"resourceType\":\"" + key.type() + "\",\"id\":\"" + key.id() + "\",\"meta\":{\"versionId\":\""
                        + version + "\",\"lastUpdated\":\"" + StoredResource.stamp(updated) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return new IndexedResource(new StoredResource(key, version, updated, json), List.of(values));
    }

    /** One import of one source. */
    public static void put(KnowledgeBase knowledge, String source, IndexedResource... resources) {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source(source, "1"), List.of(resources));
            session.commit();
        }
    }
}
