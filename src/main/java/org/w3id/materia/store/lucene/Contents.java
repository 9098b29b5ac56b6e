package org.w3id.materia.store.lucene;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** What documents keep, by their number. */
final class Contents {
    private final List<LeafReaderContext> leaves;

    Contents(IndexReader reader) {
        this.leaves = reader.leaves();
    }

    /** The document's bytes, the caller's to keep. */
    BytesRef get(int document) {
        return value(Fields.CONTENT, document)
                .orElseThrow(() -> new IllegalStateException("document " + document + " has no content"));
    }

    /** What {@link ReferenceContent} reads; empty where the document refers to nothing. */
    Optional<BytesRef> references(int document) {
        return value(Fields.REFERENCES, document);
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
