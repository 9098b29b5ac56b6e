package org.w3id.materia.store.lucene;

import java.time.Instant;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/** Reads a resource back from its document, in the order in which {@link ResourceDocument} stored the fields. */
final class StoredResourceVisitor extends StoredFieldVisitor {
    private final boolean withJson;
    private String key;
    private String version;
    private long updated;
    private byte[] json;

    /** @param withJson whether the whole resource is wanted, or just its key and version */
    StoredResourceVisitor(boolean withJson) {
        this.withJson = withJson;
    }

    @Override
    public Status needsField(FieldInfo field) {
        return !withJson && version != null ? Status.STOP : Status.YES;
    }

    @Override
    public void stringField(FieldInfo field, String value) {
        if (field.name.equals(Fields.STORED_KEY)) {
            key = value;
        } else {
            version = value;
        }
    }

    @Override
    public void longField(FieldInfo field, long value) {
        updated = value;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
        json = value;
    }

    /** Whether the document is the resource's, and not one whose hash is the same. */
    boolean isOf(ResourceKey wanted) {
        int slash = wanted.type().length();
        return key.length() == slash + 1 + wanted.id().length()
                && key.startsWith(wanted.type())
                && key.charAt(slash) == '/'
                && key.endsWith(wanted.id());
    }

    ResourceKey key() {
        int slash = key.indexOf('/');
        return new ResourceKey(key.substring(0, slash), key.substring(slash + 1));
    }

    String version() {
        return version;
    }

    StoredResource resource(ResourceKey ofKey) {
        return new StoredResource(ofKey, version, Instant.ofEpochMilli(updated), json);
    }
}
