package org.w3id.materia.store.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.w3id.materia.store.IndexValue;

/**
 * A resource's values as the terms by whose code points results are sorted. Text is folded; what is coded goes by its text where it has
 * one (FHIR R4 leaves that to the server), else by its code; a stretch of time goes by its beginning.
 */
public final class SortTerms {
    /** Texts that begin with this many equal bytes count as equal: beyond it nobody looks for order. */
    private static final int LONGEST = 64;

    private SortTerms() {}

    /** @param take takes a parameter and a term of it, for each value that can be sorted by */
    public static void forEach(List<IndexValue> values, BiConsumer<String, String> take) {
        Set<String> withText = values.stream()
                .filter(IndexValue.Text.class::isInstance)
                .map(IndexValue::parameter)
                .collect(Collectors.toSet());
        for (IndexValue value : values) {
            String parameter = value.parameter();
            if (value instanceof IndexValue.Text text) {
                take.accept(parameter, cut(FoldedText.of(text.value())));
            } else if (value instanceof IndexValue.Token token) {
                if (!withText.contains(parameter)) {
                    take.accept(parameter, cut(token.code()));
                }
            } else if (value instanceof IndexValue.Reference reference) {
                take.accept(parameter, cut(reference.target().toString()));
            } else if (value instanceof IndexValue.Uri uri) {
                take.accept(parameter, cut(uri.value()));
            } else if (value instanceof IndexValue.Period period) {
                take.accept(parameter, of(Milliseconds.first(period.start())));
            } else if (value instanceof IndexValue.Quantity quantity) {
                take.accept(parameter, of(Scale.of(quantity.low())));
            }
        }
    }

    /** Sixteen hexadecimal digits, in the order of the numbers. */
    public static String of(long number) {
        return String.format("%016x", number ^ Long.MIN_VALUE);
    }

    /** As many characters as are whole in the first {@link #LONGEST} bytes of UTF-8, whose order is that of code points. */
    private static String cut(String text) {
        if (text.length() * 3 <= LONGEST) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return text;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
