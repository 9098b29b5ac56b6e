package org.w3id.materia.terminology.release.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.w3id.materia.terminology.release.ReleaseFile;
import org.w3id.materia.terminology.release.ReleaseSink;

/** Reads the concepts of a code system from JSON one by one: each with what stands before the concepts inside it. */
final class StreamedConcepts {
    /** Keeps decimals as they are written (FHIR R4, 2.24.0.1: 1.50 is not 1.5). */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonResources.JSON)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final CodeSystemConcepts concepts;
    private final ConceptJson json;
    private final ReleaseFile file;
    private final ReleaseSink sink;
    private final int linesBefore;

    StreamedConcepts(CodeSystem header, ReleaseFile file, ReleaseSink sink, int linesBefore) {
        concepts = new CodeSystemConcepts(header, file, sink);
        json = new ConceptJson(file, sink);
        this.file = file;
        this.sink = sink;
        this.linesBefore = linesBefore;
    }

    /** Reads the array at whose start a parser stands. */
    void array(JsonParser parser, String parent) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                concept(parser, parent);
            } else {
                sink.finding(FhirResources.broken(file, line(parser), "A concept is a JSON object."));
                parser.skipChildren();
            }
        }
    }

    private void concept(JsonParser parser, String parent) throws IOException {
        int line = line(parser);
        ObjectNode fields = MAPPER.createObjectNode();
        boolean given = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("concept") && value == JsonToken.START_ARRAY) {
                give(fields, parent, line);
                given = true;
                JsonNode code = fields.get("code");
                array(parser, code == null ? parent : code.asText());
            } else if (given) {
                sink.finding(FhirResources.broken(
                        file, line(parser), "'" + name + "' stands behind the concepts inside and is left out."));
                parser.skipChildren();
            } else {
                fields.set(name, MAPPER.<JsonNode>readTree(parser));
            }
        }
        if (!given) {
            give(fields, parent, line);
        }
    }

    private void give(ObjectNode fields, String parent, int line) throws IOException {
        ConceptDefinitionComponent concept = json.concept(fields, line);
        concepts.give(concept, parent, line);
    }

    private int line(JsonParser parser) {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }
}
