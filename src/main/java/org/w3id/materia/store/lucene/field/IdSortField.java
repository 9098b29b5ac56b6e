package org.w3id.materia.store.lucene.field;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** The order of ids across types: by what stands behind the slash of each key. */
public final class IdSortField {
    private IdSortField() {}

    /**
     * Compares ids by their UTF-8 bytes, as keys of one type are compared.
     *
     * @param descending from the greatest id on
     */
    public static SortField of(boolean descending) {
        return new SortField(
                IndexFields.KEY,
                new FieldComparatorSource() {
                    @Override
                    public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
                        return new FieldComparator.TermValComparator(hits, field, true) {
                            @Override
                            protected BinaryDocValues getBinaryDocValues(LeafReaderContext leaf, String key)
                                    throws IOException {
                                return new Ids(DocValues.getSorted(leaf.reader(), key));
                            }
                        };
                    }
                },
                descending);
    }

    private static final class Ids extends BinaryDocValues {
        private final SortedDocValues keys;

        Ids(SortedDocValues keys) {
            this.keys = keys;
        }

        @Override
        public BytesRef binaryValue() throws IOException {
            BytesRef key = keys.lookupOrd(keys.ordValue());
            int behindType = key.offset;
            while (key.bytes[behindType++] != '/') {
                // A type has no slash.
            }
            return new BytesRef(key.bytes, behindType, key.offset + key.length - behindType);
        }

        @Override
        public boolean advanceExact(int document) throws IOException {
            return keys.advanceExact(document);
        }

        @Override
        public int docID() {
            return keys.docID();
        }

        @Override
        public int nextDoc() throws IOException {
            return keys.nextDoc();
        }

        @Override
        public int advance(int target) throws IOException {
            return keys.advance(target);
        }

        @Override
        public long cost() {
            return keys.cost();
        }
    }
}
