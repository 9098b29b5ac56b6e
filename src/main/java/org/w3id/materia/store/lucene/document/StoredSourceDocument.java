package org.w3id.materia.store.lucene.document;

import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.index.Keyword;
import org.w3id.materia.store.lucene.field.IndexFields;

/** A source → its document. */
public final class StoredSourceDocument {
    private StoredSourceDocument() {}

    /** The term that finds exactly this source. */
    public static Term term(String sourceId) {
        return new Term(IndexFields.SOURCE, Keyword.of(sourceId));
    }

    /** @param keys the resources that the source holds, those included that other sources hold too */
    public static Document of(Source source, List<ResourceKey> keys) {
        Document document = new Document();
        document.add(new StringField(IndexFields.SOURCE, Keyword.of(source.id()), Store.NO));
        document.add(new BinaryDocValuesField(IndexFields.CONTENT, SourceContent.bytes(source, keys)));
        return document;
    }
}
