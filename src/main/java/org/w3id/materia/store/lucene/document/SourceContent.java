package org.w3id.materia.store.lucene.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Source;

/** A source, and the keys that it holds, as the bytes that its document keeps. */
public final class SourceContent {
    private SourceContent() {}

    static BytesRef bytes(Source source, List<ResourceKey> keys) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        UncheckedIo.run(() -> {
            out.writeString(source.id());
            out.writeString(source.fingerprint());
            out.writeVInt(source.findings().size());
            for (Finding finding : source.findings()) {
                write(finding, out);
            }
            out.writeVInt(keys.size());
            for (ResourceKey key : keys) {
                out.writeString(key.type());
                out.writeString(key.id());
            }
        });
        return new BytesRef(out.toArrayCopy());
    }

    /** The source alone. */
    public static Source source(BytesRef bytes) {
        return UncheckedIo.get(() -> source(input(bytes)));
    }

    /** The keys of the resources that the source holds. */
    public static List<ResourceKey> keys(BytesRef bytes) {
        return UncheckedIo.get(() -> {
            ByteArrayDataInput in = input(bytes);
            source(in);
            List<ResourceKey> keys = new ArrayList<>();
            for (int left = in.readVInt(); left > 0; left--) {
                keys.add(new ResourceKey(in.readString(), in.readString()));
            }
            return keys;
        });
    }

    private static Source source(ByteArrayDataInput in) throws IOException {
        String id = in.readString();
        String fingerprint = in.readString();
        List<Finding> findings = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
            findings.add(finding(in));
        }
        return new Source(id, fingerprint, findings);
    }

    private static void write(Finding finding, DataOutput out) throws IOException {
        out.writeString(finding.severity().name());
        out.writeString(finding.path());
        out.writeVInt(finding.line());
        out.writeString(finding.code());
        out.writeString(finding.message());
    }

    private static Finding finding(DataInput in) throws IOException {
        return new Finding(
                Severity.valueOf(in.readString()), in.readString(), in.readVInt(), in.readString(), in.readString());
    }

    private static ByteArrayDataInput input(BytesRef bytes) {
        return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    }
}
