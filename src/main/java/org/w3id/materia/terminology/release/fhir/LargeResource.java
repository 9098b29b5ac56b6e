package org.w3id.materia.terminology.release.fhir;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import org.hl7.fhir.r4.model.CodeSystem;
import org.w3id.materia.terminology.release.ReleaseFile;

/** A code system or bundle that is too large to be held: its head is read first, then its concepts or entries one by one. */
final class LargeResource {
    private static final int DEEPEST_BUNDLE = 3;

    private final ReleaseFile file;
    private final FhirResources resources;
    private final int depth;

    LargeResource(ReleaseFile file, FhirResources resources) {
        this(file, resources, 0);
    }

    private LargeResource(ReleaseFile file, FhirResources resources, int depth) {
        this.file = file;
        this.resources = resources;
        this.depth = depth;
    }

    /** Reads the resource that begins at a byte of the file, and in a line. */
    void read(long offset, int line) throws IOException {
        String head;
        try (InputStream in = file.open()) {
            in.skipNBytes(offset);
            head = head(JsonResources.JSON.createParser(in));
        }
        String type = HeldObject.read(started(JsonResources.JSON.createParser(head)), JsonResources.HELD)
                .type();
        if ("CodeSystem".equals(type)) {
            CodeSystem header = resources.header(head, file, line);
            if (header != null && header.getContent() == CodeSystem.CodeSystemContentMode.SUPPLEMENT) {
                reject(line, "The supplement is too large to be kept whole.");
            } else if (header != null) {
                resources.sink().system(header);
                StreamedConcepts concepts = new StreamedConcepts(header, file, resources.sink(), line - 1);
                array(offset, "concept", parser -> concepts.array(parser, null));
            }
        } else if ("Bundle".equals(type) && depth < DEEPEST_BUNDLE) {
            array(offset, "entry", parser -> entries(parser, offset, line));
        } else {
            reject(line, "The " + (type == null ? "object" : type) + " is too large to be kept whole.");
        }
    }

    private void reject(int line, String reason) {
        resources.sink().finding(FhirResources.broken(file, line, reason));
    }

    private interface ArrayReader {
        void read(JsonParser parser) throws IOException;
    }

    /** Goes to the array of a name in the object that begins at a byte. */
    private void array(long offset, String name, ArrayReader reader) throws IOException {
        try (InputStream in = file.open()) {
            in.skipNBytes(offset);
            JsonParser parser = started(JsonResources.JSON.createParser(in));
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    reader.read(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void entries(JsonParser parser, long offset, int line) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("resource");
                if (parser.nextToken() == JsonToken.START_OBJECT && wanted) {
                    entry(parser, offset, line);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void entry(JsonParser parser, long offset, int line) throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        int entryLine = line - 1 + start.getLineNr();
        HeldObject held = HeldObject.read(parser, JsonResources.HELD);
        if (!held.isWhole()) {
            new LargeResource(file, resources, depth + 1).read(offset + start.getByteOffset(), entryLine);
        } else if (FhirResources.takes(held.type())) {
            resources.json(held.text(), file, entryLine);
        } else {
            resources.other();
        }
    }

    /** The object without its concepts or entries, and without its narrative, which often repeats them. */
    private static String head(JsonParser parser) throws IOException {
        StringWriter head = new StringWriter();
        try (JsonGenerator out = JsonResources.JSON.createGenerator(head)) {
            started(parser);
            out.writeStartObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean left = name.equals("concept") || name.equals("entry") || name.equals("text");
                parser.nextToken();
                if (left || head.getBuffer().length() > JsonResources.HELD) {
                    parser.skipChildren();
                } else {
                    out.writeFieldName(name);
                    copy(parser, out);
                }
            }
            out.writeEndObject();
        }
        return head.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator out) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            out.copyCurrentEventExact(parser);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && parser.nextToken() != null);
    }

    private static JsonParser started(JsonParser parser) throws IOException {
        parser.nextToken();
        return parser;
    }
}
