package org.w3id.materia.search.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3id.materia.store.IndexValue;

/**
 * What {@code _text} and {@code _content} search: the narrative, and all other text, codes and values of a resource as well. What only
 * machines read is no content: URLs, references, ids, bytes in Base64.
 */
public final class ContentWords {
    public static final String TEXT = "_text";
    public static final String CONTENT = "_content";

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> FOR_MACHINES =
            Set.of("resourceType", "id", "url", "system", "reference", "profile", "versionId", "lastUpdated", "data");

    private ContentWords() {}

    /** The narrative under {@code _text}; the rest under {@code _content}, which is asked for in both. */
    public static List<IndexValue> of(byte[] json) {
        Set<String> narrative = new LinkedHashSet<>();
        Set<String> rest = new LinkedHashSet<>();
        try (JsonParser parser = JSON.createParser(json)) {
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    field = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING && field.equals("div")) {
                    narrative.addAll(NarrativeText.of(parser.getText()));
                } else if (token == JsonToken.VALUE_STRING && !FOR_MACHINES.contains(field)) {
                    rest.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rest.removeAll(narrative);
        List<IndexValue> words = new ArrayList<>();
        if (!narrative.isEmpty()) {
            words.add(new IndexValue.Words(TEXT, List.copyOf(narrative)));
        }
        if (!rest.isEmpty()) {
            words.add(new IndexValue.Words(CONTENT, List.copyOf(rest)));
        }
        return words;
    }
}
