package org.w3id.materia.store.lucene;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.w3id.materia.store.IndexValue;

/**
 * A resource's values as the bytes by which results are sorted, for each parameter. Text is folded; what is coded goes by its text
 * where it has one (FHIR R4 leaves that to the server), else by its code; a stretch of time goes by its beginning.
 */
final class SortValues {
    /** Texts that begin with this many equal bytes count as equal: beyond it nobody looks for order. */
    private static final int LONGEST = 64;

    private SortValues() {}

    static void add(List<IndexValue> values, Document document) {
        Set<String> withText = values.stream()
                .filter(IndexValue.Text.class::isInstance)
                .map(IndexValue::parameter)
                .collect(Collectors.toSet());
        for (IndexValue value : values) {
            String parameter = value.parameter();
            if (value instanceof IndexValue.Text text) {
                add(parameter, text(FoldedText.of(text.value())), document);
            } else if (value instanceof IndexValue.Token token) {
                if (!withText.contains(parameter)) {
                    add(parameter, text(token.code()), document);
                }
            } else if (value instanceof IndexValue.Reference reference) {
                add(parameter, text(reference.target().toString()), document);
            } else if (value instanceof IndexValue.Uri uri) {
                add(parameter, text(uri.value()), document);
            } else if (value instanceof IndexValue.Period period) {
                add(parameter, number(Milliseconds.first(period.start())), document);
            } else if (value instanceof IndexValue.Quantity quantity) {
                add(parameter, number(NumericUtils.doubleToSortableLong(quantity.low())), document);
            }
        }
    }

    static void add(String parameter, BytesRef value, Document document) {
        document.add(new SortedSetDocValuesField(Fields.sort(parameter), value));
    }

    /** Eight bytes, in the order of the numbers. */
    static BytesRef number(long number) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(number, bytes, 0);
        return new BytesRef(bytes);
    }

    /** UTF-8, whose order is that of code points, cut without regard to characters. */
    private static BytesRef text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new BytesRef(bytes, 0, Math.min(bytes.length, LONGEST));
    }
}
