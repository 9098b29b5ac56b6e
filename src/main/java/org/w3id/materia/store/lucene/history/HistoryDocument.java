package org.w3id.materia.store.lucene.history;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.lucene.document.ResourceContent;
import org.w3id.materia.store.lucene.field.IndexFields;

/** What a resource once was, or its removal → its document. Has none of the fields by which searches find resources. */
public final class HistoryDocument {
    private HistoryDocument() {}

    /** The term that finds the history of exactly this resource. */
    public static Term term(ResourceKey key) {
        return new Term(IndexFields.HISTORY_KEY, key.toString());
    }

    /** The term that finds exactly this entry. */
    public static Term term(long entry) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(entry, bytes, 0);
        return new Term(IndexFields.HISTORY_ENTRY, new BytesRef(bytes));
    }

    /** @param until the millisecond from which on another entry holds; {@code Long.MAX_VALUE} where none does yet */
    public static Document of(ResourceContent content, long entry, long until) {
        long from = content.updated().toEpochMilli();
        Document document = new Document();
        document.add(
                new StringField(IndexFields.HISTORY_KEY, term(content.key()).bytes(), Store.NO));
        document.add(new StringField(IndexFields.HISTORY_TYPE, content.key().type(), Store.NO));
        document.add(new StringField(IndexFields.HISTORY_ENTRY, term(entry).bytes(), Store.NO));
        document.add(new NumericDocValuesField(IndexFields.ENTRY, entry));
        document.add(new LongRange(IndexFields.period("_lastUpdated"), new long[] {from}, new long[] {from}));
        document.add(new LongRange(IndexFields.LIFETIME, new long[] {from}, new long[] {Math.max(from, until - 1)}));
        document.add(new BinaryDocValuesField(IndexFields.CONTENT, content.bytes()));
        return document;
    }
}
