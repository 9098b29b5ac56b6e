package org.w3id.materia.store.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Source;

/**
 * What is kept of a source.
 *
 * @param keys the resources that it holds
 */
record SourceRecord(Source source, List<ResourceKey> keys) {
    SourceRecord {
        keys = List.copyOf(keys);
    }

    /** The term that finds exactly this source. */
    static Term term(String sourceId) {
        return new Term(Fields.SOURCE, Keyword.of(sourceId));
    }

    Document document() {
        Document document = new Document();
        document.add(new StringField(Fields.SOURCE, Keyword.of(source.id()), Store.NO));
        document.add(new StoredField(Fields.SOURCE_RECORD, bytes()));
        return document;
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, source.id());
            write(out, source.fingerprint());
            out.writeInt(source.findings().size());
            for (Finding finding : source.findings()) {
                write(out, finding.severity().name());
                write(out, finding.path());
                out.writeInt(finding.line());
                write(out, finding.code());
                write(out, finding.message());
            }
            out.writeInt(keys.size());
            for (ResourceKey key : keys) {
                write(out, key.type());
                write(out, key.id());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads back what {@link #document()} stored. */
    static SourceRecord parse(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String id = read(in);
            String fingerprint = read(in);
            List<Finding> findings = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                findings.add(new Finding(Severity.valueOf(read(in)), read(in), in.readInt(), read(in), read(in)));
            }
            List<ResourceKey> keys = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                keys.add(new ResourceKey(read(in), read(in)));
            }
            return new SourceRecord(new Source(id, fingerprint, findings), keys);
        }
    }

    /** Length and bytes, because {@code writeUTF} ends at 65,535 bytes. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
