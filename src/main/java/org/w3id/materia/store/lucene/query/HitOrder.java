package org.w3id.materia.store.lucene.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SortKey;
import org.w3id.materia.store.lucene.field.IdSortField;
import org.w3id.materia.store.lucene.field.IndexFields;

/**
 * The order of a search's results: by the values that the client asked for, then by key, so that no two are equal. Within one
 * type, the order of keys is that of ids.
 */
public final class HitOrder {
    /** By type, then id: the order of documents within each segment. */
    public static final Sort BY_KEY = new Sort(key(false));

    private final String asked;
    private final Sort sort;

    /** How many values a hit carries before its key. */
    private final int values;

    private final boolean best;

    private HitOrder(org.w3id.materia.store.Query query, List<SortField> byValue, boolean keyDescending) {
        this.best = !query.preferred().isEmpty();
        this.asked = query.sort().isEmpty() && !best
                ? ""
                : query.preferred() + query.sort().toString();
        List<SortField> all = new ArrayList<>();
        if (best) {
            all.add(SortField.FIELD_SCORE);
        }
        all.addAll(byValue);
        this.values = all.size();
        all.add(key(keyDescending));
        this.sort = new Sort(all.toArray(SortField[]::new));
    }

    static HitOrder of(org.w3id.materia.store.Query query) {
        List<SortField> byValue = new ArrayList<>();
        for (SortKey each : query.sort()) {
            if (!each.parameter().equals("_id")) {
                byValue.add(byValue(each));
            } else if (query.types().size() > 1) {
                byValue.add(IdSortField.of(each.descending()));
            } else {
                // No two of a type have one id: what is asked for behind it decides nothing.
                return new HitOrder(query, byValue, each.descending());
            }
        }
        return new HitOrder(query, byValue, false);
    }

    private static SortField key(boolean descending) {
        return new SortField(IndexFields.KEY, SortField.Type.STRING, descending);
    }

    private static SortField byValue(SortKey key) {
        SortField field = new SortedSetSortField(
                IndexFields.sort(key.parameter()),
                key.descending(),
                key.descending() ? SortedSetSelector.Type.MAX : SortedSetSelector.Type.MIN);
        // Lucene turns the place of what is missing round with the rest.
        field.setMissingValue(key.descending() ? SortField.STRING_FIRST : SortField.STRING_LAST);
        return field;
    }

    Sort sort() {
        return sort;
    }

    /** Whether it is that of the documents of each segment. */
    boolean isByKey() {
        return asked.isEmpty();
    }

    /** Where the page behind this hit begins. */
    String position(FieldDoc hit, ResourceKey key) {
        List<BytesRef> sortedBy = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            sortedBy.add(hit.fields[i] instanceof Float score ? bytes(score) : (BytesRef) hit.fields[i]);
        }
        return new Position(sortedBy, key).toText(asked);
    }

    /** The scores of the first hits; none where nothing is preferred. */
    float[] scores(ScoreDoc[] hits, int count) {
        float[] scores = new float[best ? count : 0];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (Float) ((FieldDoc) hits[i]).fields[0];
        }
        return scores;
    }

    private static BytesRef bytes(float score) {
        byte[] bytes = new byte[Integer.BYTES];
        NumericUtils.intToSortableBytes(NumericUtils.floatToSortableInt(score), bytes, 0);
        return new BytesRef(bytes);
    }

    private static Float score(BytesRef bytes, String position) {
        if (bytes == null || bytes.length != Integer.BYTES) {
            throw Position.foreign(position);
        }
        return NumericUtils.sortableIntToFloat(NumericUtils.sortableBytesToInt(bytes.bytes, bytes.offset));
    }

    /** Where a page of results by key ended. */
    ResourceKey key(String position) {
        return Position.parse(position, asked, values).key();
    }

    /** A document behind all others of that position, so that exactly what comes later follows. */
    FieldDoc after(String position, IndexReader reader) {
        Position after = Position.parse(position, asked, values);
        List<Object> fields = new ArrayList<>(after.values());
        if (best) {
            fields.set(0, score(after.values().get(0), position));
        }
        fields.add(new BytesRef(after.key().toString()));
        return new FieldDoc(reader.maxDoc() - 1, Float.NaN, fields.toArray());
    }
}
