package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.GZIPInputStream;

/** Asks for monographs of which there are two variants, and checks every answer. For one thread. */
final class SwapClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final HttpClient client;
    private final List<String> variants;
    private final ConcurrentMap<String, String> bodies;
    private final Set<String> seen = new TreeSet<>();
    private int answers;

    /**
     * @param variants words of which each fact has exactly one
     * @param bodies what was seen of each version of each resource, by any client
     */
    SwapClient(String base, List<String> variants, ConcurrentMap<String, String> bodies) {
        this.base = base;
        this.client = HttpClient.newHttpClient();
        this.variants = variants;
        this.bodies = bodies;
    }

    int answers() {
        return answers;
    }

    Set<String> seen() {
        return seen;
    }

    /** Reads a medicine and searches what is said of it. */
    void askOf(String medicine) throws IOException, InterruptedException {
        seen.add(variant(get("MedicationKnowledge/" + medicine)));
        for (String type : List.of("MedicinalProductIndication", "MedicinalProductContraindication")) {
            JsonNode facts = get(type + "?subject=Medication/" + medicine);
            int expected = type.equals("MedicinalProductIndication") ? 3 : 2;
            assertThat(facts.get("total").asInt()).as(type).isEqualTo(expected);
            Set<String> found = new TreeSet<>();
            facts.get("entry").forEach(entry -> found.add(variant(entry.get("resource"))));
            assertThat(found).as("variants in one answer").hasSize(1);
        }
    }

    /** The answer to a GET: a resource that its version identifies, or a Bundle of such. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/" + path));
        if (answers++ % 2 == 1) {
            request.header("Accept-Encoding", "gzip");
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        JsonNode answer = JSON.readTree(body(response));
        if (!answer.get("resourceType").asText().equals("Bundle")) {
            assertThat(response.headers().firstValue("ETag"))
                    .hasValue("W/\"" + answer.at("/meta/versionId").asText() + "\"");
        }
        return answer;
    }

    private static InputStream body(HttpResponse<byte[]> response) throws IOException {
        InputStream body = new ByteArrayInputStream(response.body());
        boolean compressed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        return compressed ? new GZIPInputStream(body) : body;
    }

    /** The resource's variant, after a look whether its version has always had this content. */
    String variant(JsonNode resource) {
        ObjectNode timeless = resource.deepCopy();
        ((ObjectNode) timeless.get("meta")).remove("lastUpdated"); // The same content may come back later.
        String content = timeless.toString();
        String version = resource.get("resourceType").asText() + "/"
                + resource.get("id").asText() + "/"
                + resource.at("/meta/versionId").asText();
        String known = bodies.putIfAbsent(version, content);
        assertThat(content).as(version).isEqualTo(known == null ? content : known);
        List<String> found = variants.stream().filter(content::contains).toList();
        assertThat(found).as(content).hasSize(1);
        return found.get(0);
    }
}
