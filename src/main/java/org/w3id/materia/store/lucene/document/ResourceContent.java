package org.w3id.materia.store.lucene.document;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/**
 * A version of a resource, or its removal, as the bytes that its document keeps: type, id, version, how and when it came to be,
 * JSON. Reads no more of them than is asked.
 */
public final class ResourceContent {
    private final BytesRef bytes;
    private final ByteArrayDataInput in;
    private final ResourceKey key;
    private final String version;
    private final Change change;
    private final Instant updated;

    private ResourceContent(BytesRef bytes) throws IOException {
        this.bytes = bytes;
        this.in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        this.key = new ResourceKey(in.readString(), in.readString());
        this.version = in.readString();
        this.change = change(in.readByte());
        this.updated = Instant.ofEpochMilli(in.readLong());
    }

    /** @param bytes what {@link #bytes} made; not to be changed while this is in use */
    public static ResourceContent of(BytesRef bytes) {
        return UncheckedIo.get(() -> new ResourceContent(bytes));
    }

    /** The bytes that a version is kept as, its JSON compressed. */
    public static BytesRef bytes(StoredResource resource, Change change) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        UncheckedIo.run(() -> {
            writeHead(resource.key(), resource.versionId(), change, resource.lastUpdated(), out);
            JsonCompression.write(resource.json(), out);
        });
        return new BytesRef(out.toArrayCopy());
    }

    /**
     * What a history keeps of a removal: no version and no JSON.
     *
     * @param when to the millisecond
     */
    public static ResourceContent removal(ResourceKey key, Instant when) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        UncheckedIo.run(() -> writeHead(key, "", Change.DELETED, when, out));
        return of(new BytesRef(out.toArrayCopy()));
    }

    private static void writeHead(ResourceKey key, String version, Change change, Instant updated, DataOutput out)
            throws IOException {
        out.writeString(key.type());
        out.writeString(key.id());
        out.writeString(version);
        out.writeByte((byte) change.name().charAt(0));
        out.writeLong(updated.toEpochMilli());
    }

    private static Change change(byte letter) {
        return switch (letter) {
            case 'C' -> Change.CREATED;
            case 'U' -> Change.UPDATED;
            case 'D' -> Change.DELETED;
            default -> throw new IllegalStateException("not a change: " + letter);
        };
    }

    public BytesRef bytes() {
        return bytes;
    }

    public ResourceKey key() {
        return key;
    }

    /** Empty for a removal. */
    public String version() {
        return version;
    }

    public Change change() {
        return change;
    }

    public Instant updated() {
        return updated;
    }

    /** Whether {@link #resource()} must not be asked. */
    public boolean isRemoval() {
        return change == Change.DELETED;
    }

    /** The whole, which must not be a removal; to be asked once. */
    public StoredResource resource() {
        return UncheckedIo.get(() -> new StoredResource(key, version, updated, JsonCompression.read(in)));
    }

    /** The same as an entry of a history; to be asked once. */
    public HistoryEntry entry() {
        return new HistoryEntry(key, change, updated, isRemoval() ? Optional.empty() : Optional.of(resource()));
    }
}
