package org.w3id.materia.store.lucene.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.index.Keyword;
import org.w3id.materia.store.index.Milliseconds;
import org.w3id.materia.store.index.Scale;
import org.w3id.materia.store.index.SortTerms;
import org.w3id.materia.store.index.Trigrams;
import org.w3id.materia.store.lucene.field.IndexFields;
import org.w3id.materia.store.lucene.field.KeyHash;
import org.w3id.materia.store.lucene.field.TermStream;
import org.w3id.materia.store.lucene.field.TrigramStream;

/** A resource → its document. */
public final class ResourceDocument {
    private static final FieldType TRIGRAMS = new FieldType();

    static {
        TRIGRAMS.setTokenized(true);
        TRIGRAMS.setOmitNorms(true);
        TRIGRAMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TRIGRAMS.freeze();
    }

    private final Document document = new Document();
    private final Set<String> present = new HashSet<>();
    private final Map<String, Integer> tuples = new HashMap<>();
    private final String type;

    private ResourceDocument(String type) {
        this.type = type;
    }

    /** @param entry number of the change */
    public static Document of(IndexedResource indexed, Change change, long entry) {
        StoredResource resource = indexed.resource();
        ResourceDocument made = new ResourceDocument(resource.key().type());
        made.addResource(resource, ResourceContent.bytes(resource, change));
        made.document.add(new NumericDocValuesField(IndexFields.ENTRY, entry));
        indexed.values().forEach(made::add);
        SortTerms.forEach(indexed.values(), made::addSort);
        made.addReferences(indexed.values());
        return made.document;
    }

    /** The term that finds exactly this resource. */
    public static Term term(ResourceKey key) {
        return new Term(IndexFields.KEY, key.toString());
    }

    private void addResource(StoredResource resource, BytesRef content) {
        String key = resource.key().toString();
        long updated = resource.lastUpdated().toEpochMilli();
        document.add(new StringField(IndexFields.KEY, key, Store.NO));
        document.add(new SortedDocValuesField(IndexFields.KEY, new BytesRef(key)));
        document.add(new NumericDocValuesField(IndexFields.KEY_HASH, KeyHash.of(resource.key())));
        document.add(new StringField(IndexFields.TYPE, type, Store.NO));
        addRange(IndexFields.period("_lastUpdated"), updated, updated);
        addSort("_lastUpdated", SortTerms.of(updated));
        document.add(new BinaryDocValuesField(IndexFields.CONTENT, content));
    }

    private void addReferences(List<IndexValue> values) {
        List<IndexValue.Reference> references = values.stream()
                .filter(IndexValue.Reference.class::isInstance)
                .map(IndexValue.Reference.class::cast)
                .toList();
        if (!references.isEmpty()) {
            document.add(new BinaryDocValuesField(IndexFields.REFERENCES, ReferenceContent.bytes(references)));
        }
    }

    private void add(IndexValue value) {
        add(value.parameter(), value);
    }

    /** @param parameter the name to index it by: the value's own, or that of a composite's component */
    private void add(String parameter, IndexValue value) {
        if (present.add(parameter)) {
            addTerm(IndexFields.PRESENT, Keyword.of(type, parameter));
        }
        if (value instanceof IndexValue.Token token) {
            addTerm(IndexFields.TOKEN, Keyword.of(type, parameter, token.system(), token.code()));
            addTerm(IndexFields.TOKEN_CODE, Keyword.of(type, parameter, token.code()));
            addTerm(IndexFields.TOKEN_SYSTEM, Keyword.of(type, parameter, token.system()));
        } else if (value instanceof IndexValue.Text text) {
            addTerm(IndexFields.TEXT_EXACT, Keyword.of(type, parameter, text.value()));
            document.add(new Field(
                    IndexFields.trigrams(parameter), new TrigramStream(Trigrams.ofValue(text.value())), TRIGRAMS));
        } else if (value instanceof IndexValue.Reference reference) {
            ResourceKey target = reference.target();
            addTerm(IndexFields.REFERENCE, Keyword.of(type, parameter, target.type(), target.id()));
            addTerm(IndexFields.REFERENCE_ID, Keyword.of(type, parameter, target.id()));
        } else if (value instanceof IndexValue.Uri uri) {
            addTerm(IndexFields.URI, Keyword.of(type, parameter, uri.value()));
        } else if (value instanceof IndexValue.Period period) {
            long first = Milliseconds.first(period.start());
            addRange(IndexFields.period(parameter), first, Milliseconds.last(period.start(), period.end()));
        } else if (value instanceof IndexValue.Quantity quantity) {
            addRange(
                    IndexFields.quantity(parameter, quantity.unit()),
                    Scale.of(quantity.low()),
                    Scale.of(quantity.high()));
        } else if (value instanceof IndexValue.Words words) {
            document.add(TermStream.ofWords(IndexFields.words(parameter), words.texts()));
        } else if (value instanceof IndexValue.Composite composite) {
            addTuple(IndexFields.tuple(parameter, tuples.merge(parameter, 1, Integer::sum) - 1), composite);
        }
    }

    private void addTuple(String tuple, IndexValue.Composite composite) {
        addTerm(IndexFields.PRESENT, Keyword.of(type, tuple));
        for (int i = 0; i < composite.components().size(); i++) {
            String component = IndexFields.component(tuple, i);
            composite.components().get(i).forEach(value -> add(component, value));
        }
    }

    private void addRange(String field, long first, long last) {
        document.add(new LongRange(field, new long[] {first}, new long[] {last}));
    }

    private void addSort(String parameter, String term) {
        document.add(new SortedSetDocValuesField(IndexFields.sort(parameter), new BytesRef(term)));
    }

    private void addTerm(String field, String term) {
        document.add(new StringField(field, term, Store.NO));
    }
}
