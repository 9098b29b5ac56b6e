package org.w3id.materia.store.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/** A resource as the bytes that its document keeps: type, id, version, time, JSON. Reads no more of them than is asked. */
final class ResourceContent {
    private final ByteArrayDataInput in;
    private final ResourceKey key;
    private final String version;

    private ResourceContent(ByteArrayDataInput in) throws IOException {
        this.in = in;
        this.key = new ResourceKey(in.readString(), in.readString());
        this.version = in.readString();
    }

    /** @param bytes what {@link #bytes} made; not to be changed while this is in use */
    static ResourceContent of(BytesRef bytes) {
        return UncheckedIo.get(
                () -> new ResourceContent(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length)));
    }

    static BytesRef bytes(StoredResource resource) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        UncheckedIo.run(() -> {
            out.writeString(resource.key().type());
            out.writeString(resource.key().id());
            out.writeString(resource.versionId());
            out.writeLong(resource.lastUpdated().toEpochMilli());
            JsonCompression.write(resource.json(), out);
        });
        return new BytesRef(out.toArrayCopy());
    }

    ResourceKey key() {
        return key;
    }

    String version() {
        return version;
    }

    /** The whole; to be asked once. */
    StoredResource resource() {
        return UncheckedIo.get(
                () -> new StoredResource(key, version, Instant.ofEpochMilli(in.readLong()), JsonCompression.read(in)));
    }
}
