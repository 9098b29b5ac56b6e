package org.w3id.materia.store.opensearch.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.index.FoldedText;
import org.w3id.materia.store.index.Keyword;
import org.w3id.materia.store.index.Milliseconds;
import org.w3id.materia.store.index.Scale;
import org.w3id.materia.store.index.Trigrams;
import org.w3id.materia.store.opensearch.client.Clauses;

/** The values by which a resource is found → fields of its document, or of one element of a composite parameter. */
public final class ResourceFields {
    private final String type;
    private final ObjectNode document;
    private final Set<String> present = new HashSet<>();

    private ResourceFields(String type, ObjectNode document) {
        this.type = type;
        this.document = document;
    }

    /**
     * Adds the fields to the document.
     *
     * @param type of the resource, which is part of every value, so that a search of one type finds no other
     */
    public static void add(String type, List<IndexValue> values, ObjectNode document) {
        ResourceFields fields = new ResourceFields(type, document);
        values.forEach(value -> fields.add(value.parameter(), value));
    }

    /** @param parameter the name to index it by: the value's own, or that of a composite's component */
    private void add(String parameter, IndexValue value) {
        if (present.add(parameter)) {
            term(Fields.PRESENT, parameter);
        }
        if (value instanceof IndexValue.Token token) {
            term(Fields.TOKEN, parameter, token.system(), token.code());
            term(Fields.TOKEN_CODE, parameter, token.code());
            term(Fields.TOKEN_SYSTEM, parameter, token.system());
        } else if (value instanceof IndexValue.Text text) {
            term(Fields.TEXT_EXACT, parameter, text.value());
            array(Fields.trigrams(parameter)).add(trigrams(Trigrams.ofValue(text.value())));
        } else if (value instanceof IndexValue.Reference reference) {
            ResourceKey target = reference.target();
            term(Fields.REFERENCE, parameter, target.type(), target.id());
            term(Fields.REFERENCE_ID, parameter, target.id());
        } else if (value instanceof IndexValue.Uri uri) {
            term(Fields.URI, parameter, uri.value());
        } else if (value instanceof IndexValue.Period period) {
            array(Fields.period(parameter))
                    .add(stretch(Milliseconds.first(period.start()), Milliseconds.last(period.start(), period.end())));
        } else if (value instanceof IndexValue.Quantity quantity) {
            array(Fields.QUANTITIES)
                    .addObject()
                    .put(Fields.NAME, Keyword.of(type, parameter, quantity.unit()))
                    .set(Fields.STRETCH, stretch(Scale.of(quantity.low()), Scale.of(quantity.high())));
        } else if (value instanceof IndexValue.Words words) {
            ArrayNode field = array(Fields.words(parameter));
            FoldedText.distinctWords(words.texts()).forEach(field::add);
        } else if (value instanceof IndexValue.Composite composite) {
            addTuple(parameter, composite);
        }
    }

    private void addTuple(String parameter, IndexValue.Composite composite) {
        ResourceFields tuple = new ResourceFields(type, array(Fields.TUPLES).addObject());
        for (int i = 0; i < composite.components().size(); i++) {
            String component = Fields.component(parameter, i);
            composite.components().get(i).forEach(value -> tuple.add(component, value));
        }
    }

    /** As words that stand behind each other: what is a space in them is written as an underscore. */
    public static String trigrams(List<String> trigrams) {
        return String.join(" ", trigrams.stream().map(ResourceFields::written).toList());
    }

    /** Three letters as the word that they are indexed as. */
    public static String written(String trigram) {
        return trigram.replace(' ', '_');
    }

    /** A value of a range field, both ends included. */
    public static ObjectNode stretch(long first, long last) {
        return Clauses.object().put("gte", first).put("lte", last);
    }

    private void term(String field, String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = type;
        System.arraycopy(parts, 0, all, 1, parts.length);
        array(field).add(Keyword.of(all));
    }

    private ArrayNode array(String path) {
        return Fields.array(document, path);
    }
}
