package org.w3id.materia.server.cds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.w3id.materia.model.Failure;

/** The JSON of a request's body. */
final class JsonBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonBody() {}

    /** @throws Failure invalid where it is none; the message says where, and nothing of what stands there */
    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Failure.invalid("The body is not JSON"
                    + (e.getLocation() == null
                            ? "."
                            : ": line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + "."));
        } catch (IOException e) {
            throw Failure.invalid("The body is not JSON in UTF-8.");
        }
    }
}
