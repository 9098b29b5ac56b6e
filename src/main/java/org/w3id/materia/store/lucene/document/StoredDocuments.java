package org.w3id.materia.store.lucene.document;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.lucene.field.IndexFields;

/** What documents keep, by their number. */
public final class StoredDocuments {
    private final List<LeafReaderContext> leaves;
    private final RecentResources recent;

    public StoredDocuments(IndexReader reader, RecentResources recent) {
        this.leaves = reader.leaves();
        this.recent = recent;
    }

    /** The resource of a document that is one. */
    public StoredResource resource(int document) {
        RecentResources.Place place = place(document);
        StoredResource known = recent.get(place);
        if (known != null) {
            return known;
        }
        StoredResource read = ResourceContent.of(get(document)).resource();
        recent.put(place, read);
        return read;
    }

    /** The key of a resource, without unpacking the rest. */
    public ResourceKey key(int document) {
        StoredResource known = recent.get(place(document));
        return known != null ? known.key() : ResourceContent.of(get(document)).key();
    }

    private RecentResources.Place place(int document) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return new RecentResources.Place(leaf.reader().getCoreCacheHelper().getKey(), document - leaf.docBase);
    }

    /** The number of the change that made the version. */
    public long entry(int document) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return UncheckedIo.get(() -> {
            NumericDocValues values = leaf.reader().getNumericDocValues(IndexFields.ENTRY);
            if (values == null || !values.advanceExact(document - leaf.docBase)) {
                throw new IllegalStateException("document " + document + " has no entry");
            }
            return values.longValue();
        });
    }

    /** The document's bytes, the caller's to keep. */
    public BytesRef get(int document) {
        return value(IndexFields.CONTENT, document)
                .orElseThrow(() -> new IllegalStateException("document " + document + " has no content"));
    }

    /** What {@link ReferenceContent} reads; empty where the document refers to nothing. */
    public Optional<BytesRef> references(int document) {
        return value(IndexFields.REFERENCES, document);
    }

    private Optional<BytesRef> value(String field, int document) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return UncheckedIo.get(() -> {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
            boolean there = values != null && values.advanceExact(document - leaf.docBase);
            return there ? Optional.of(values.binaryValue()) : Optional.empty();
        });
    }
}
