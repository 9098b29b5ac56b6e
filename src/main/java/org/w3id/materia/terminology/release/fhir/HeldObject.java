package org.w3id.materia.terminology.release.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/**
 * A JSON object held in memory.
 *
 * @param type its resourceType, as far as it was read; null for none
 * @param text empty where it is not whole
 * @param isWhole whether it was not too large to be held
 */
record HeldObject(String type, String text, boolean isWhole) {
    /** Reads the object at whose start a parser stands to its end. */
    static HeldObject read(JsonParser parser, int most) throws IOException {
        StringWriter text = new StringWriter();
        JsonGenerator out = JsonResources.JSON.createGenerator(text);
        String type = null;
        int depth = 0;
        boolean whole = true;
        do {
            JsonToken token = parser.currentToken();
            if (whole) {
                out.copyCurrentEventExact(parser);
                whole = text.getBuffer().length() <= most;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 1 && token == JsonToken.VALUE_STRING && "resourceType".equals(parser.currentName())) {
                type = parser.getText();
            }
        } while (depth > 0 && advance(parser));
        out.flush();
        return new HeldObject(type, whole ? text.toString() : "", whole);
    }

    private static boolean advance(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(parser, "The file ends within a resource.");
        }
        return true;
    }
}
