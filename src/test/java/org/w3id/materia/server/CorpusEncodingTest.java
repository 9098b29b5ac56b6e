package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.ingest.ImportedMonographs;
import org.w3id.materia.store.KnowledgeBase;

/**
 * Bytes that are stored and sent as they are say what HAPI's own encoder says of the same resource: every read and every
 * page of a search of 648 real monographs, in the fast form and in the one that HAPI encodes.
 */
@Tag("corpus")
@Tag("server")
class CorpusEncodingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;

    /** With it an answer is parsed, and encoded by HAPI. */
    private static final String BY_HAPI = "&_pretty=true";

    @Test
    void everyAnswerIsWhatHapiWouldEncode() throws Exception {
        KnowledgeBase knowledge = TestServer.emptyKnowledge();
        ImportedMonographs.into(knowledge, SharedFiles.corpus());
        int compared = 0;
        try (TestServer server = new TestServer(knowledge)) {
            for (String type : TestServer.PARAMETERS.types()) {
                Optional<String> page = Optional.of("fhir/" + type + "?_count=" + PAGE);
                while (page.isPresent()) {
                    JsonNode stored = json(server.get(page.get()));
                    JsonNode encoded = json(server.get(page.get() + BY_HAPI));
                    Optional<String> next = next(stored, server);
                    forgetRequest(stored);
                    forgetRequest(encoded);
                    assertThat(stored).as(page.get()).isEqualTo(encoded);
                    for (JsonNode entry : encoded.path("entry")) {
                        assertRead(server, entry.get("resource"));
                        compared++;
                    }
                    page = next;
                }
            }
        }
        assertThat(compared).isGreaterThan(20_000);
    }

    /** A Binary is read in the form that it has of itself, Markdown, unless FHIR is asked for. */
    private static void assertRead(TestServer server, JsonNode byHapi) throws IOException {
        String path = "fhir/" + byHapi.get("resourceType").asText() + "/"
                + byHapi.get("id").asText();
        JsonNode read = json(server.get(path, "Accept", "application/fhir+json"));
        assertThat(read).as(path).isEqualTo(byHapi);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.uri() + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** HAPI gives a Bundle that it encodes a new id, and the links repeat what was asked for. */
    private static void forgetRequest(JsonNode bundle) {
        ((ObjectNode) bundle).remove(List.of("id", "link"));
    }

    private static Optional<String> next(JsonNode bundle, TestServer server) {
        for (JsonNode link : bundle.path("link")) {
            if (link.get("relation").asText().equals("next")) {
                return Optional.of(link.get("url")
                        .asText()
                        .substring(server.server.address().toString().length()));
            }
        }
        return Optional.empty();
    }
}
