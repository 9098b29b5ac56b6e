package org.w3id.materia.terminology.release.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import org.w3id.materia.terminology.release.ReleaseFile;

/**
 * Reads the resources of a JSON or NDJSON file, one object after the other. An object that is no JSON is reported, and reading goes on
 * with the next line that begins one. A resource too large to be held is read in parts.
 */
final class JsonResources {
    /** Characters of a resource that are held at once; a larger code system or bundle is streamed. */
    static final int HELD = 8 << 20;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxStringLength(HELD)
                    .build())
            .build();

    private final ReleaseFile file;
    private final FhirResources resources;

    JsonResources(ReleaseFile file, FhirResources resources) {
        this.file = file;
        this.resources = resources;
    }

    /** Reads the file from beginning to end. */
    void read() throws IOException {
        long from = 0;
        int lines = 0;
        while (from >= 0) {
            try (InputStream in = from == 0 ? file.open(resources.sink()) : file.open()) {
                in.skipNBytes(from);
                Position resumed = objects(in, from, lines);
                from = resumed.offset();
                lines = resumed.lines();
            }
        }
    }

    /** Reads objects until the end (negative offset) or to where reading can go on after a broken one. */
    private Position objects(InputStream in, long from, int lines) throws IOException {
        JsonParser parser = JSON.createParser(in);
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    object(parser, from, lines);
                } else {
                    int line = lines + parser.currentTokenLocation().getLineNr();
                    resources.sink().finding(FhirResources.broken(file, line, "A resource is a JSON object."));
                    parser.skipChildren();
                }
            }
            return Position.END;
        } catch (JsonProcessingException e) {
            JsonLocation at = parser.currentLocation();
            int line =
                    e.getLocation() == null ? at.getLineNr() : e.getLocation().getLineNr();
            resources.sink().finding(FhirResources.broken(file, lines + line, e.getOriginalMessage()));
            return Position.afterBroken(file, from + at.getByteOffset(), lines + at.getLineNr() - 1);
        }
    }

    /** Reads the object that has begun, a resource. */
    private void object(JsonParser parser, long from, int lines) throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        int line = lines + start.getLineNr();
        HeldObject held = HeldObject.read(parser, HELD);
        if (!held.isWhole()
                && (held.type() == null
                        || held.type().equals("CodeSystem")
                        || held.type().equals("Bundle"))) {
            new LargeResource(file, resources).read(from + start.getByteOffset(), line);
        } else if (!held.isWhole() && FhirResources.takes(held.type())) {
            resources
                    .sink()
                    .finding(FhirResources.broken(file, line, "The " + held.type() + " is too large to be kept."));
        } else if (FhirResources.takes(held.type())) {
            resources.json(held.text(), file, line);
        } else if (held.type() == null) {
            resources.sink().finding(FhirResources.broken(file, line, "The object has no resourceType."));
        } else {
            resources.other();
        }
    }

    /** Where reading goes on. */
    private record Position(long offset, int lines) {
        static final Position END = new Position(-1, 0);

        /** The next line behind a byte that begins an object. */
        static Position afterBroken(ReleaseFile file, long offset, int lines) throws IOException {
            try (InputStream in = new java.io.BufferedInputStream(file.open())) {
                in.skipNBytes(Math.max(0, offset - 1));
                long at = Math.max(0, offset - 1);
                int line = lines;
                int before = 0;
                for (int b = in.read(); b >= 0; b = in.read()) {
                    if (before == '\n' && b == '{' && at > offset - 1) {
                        return new Position(at, line);
                    }
                    if (b == '\n') {
                        line++;
                    }
                    before = b;
                    at++;
                }
                return END;
            }
        }
    }
}
