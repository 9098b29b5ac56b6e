package org.w3id.materia.store.lucene;

import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** What documents keep, by their number. */
final class Contents {
    private final List<LeafReaderContext> leaves;

    Contents(IndexReader reader) {
        this.leaves = reader.leaves();
    }

    /** The number of the change that made the version. */
    long entry(int document) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return UncheckedIo.get(() -> {
            NumericDocValues values = leaf.reader().getNumericDocValues(Fields.ENTRY);
            if (values == null || !values.advanceExact(document - leaf.docBase)) {
                throw new IllegalStateException("document " + document + " has no entry");
            }
            return values.longValue();
        });
    }

    /** The document's bytes, the caller's to keep. */
    BytesRef get(int document) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return UncheckedIo.get(() -> {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.CONTENT);
            if (values == null || !values.advanceExact(document - leaf.docBase)) {
                throw new IllegalStateException("document " + document + " has no content");
            }
            return values.binaryValue();
        });
    }
}
