package org.w3id.materia.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The requests of the Postman collection, asked of one server in their order. Of the scripts only those lines are followed that keep
 * something of an answer for a later request; what they assert, newman checks.
 */
final class PostmanRequests {
    private static final Path COLLECTION = Path.of("docs/postman/materia.postman_collection.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A request by its name, and its answer. */
    record Exchange(String name, HttpResponse<byte[]> answer) {}

    private final HttpClient client;
    private final Map<String, String> variables = new HashMap<>();

    /** @param server without a slash at the end */
    PostmanRequests(HttpClient client, String server) {
        this.client = client;
        variables.put("server", server);
        variables.put("base", server + "/fhir");
    }

    List<Exchange> run() throws IOException, InterruptedException {
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode each :
                requests(MAPPER.readTree(COLLECTION.toFile()).path("item")).toList()) {
            HttpResponse<byte[]> answer = send(each.path("request"));
            while (answer.statusCode() == 202 && each.path("name").asText().startsWith("Ask until")) {
                answer = send(each.path("request"));
            }
            keep(each.path("event"), answer);
            exchanges.add(new Exchange(
                    each.path("name").asText() + " "
                            + each.path("request").path("method").asText() + " " + url(each.path("request")),
                    answer));
        }
        return exchanges;
    }

    private static Stream<JsonNode> requests(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .flatMap(item -> item.has("item") ? requests(item.path("item")) : Stream.of(item));
    }

    private static String url(JsonNode request) {
        JsonNode url = request.path("url");
        return url.isTextual() ? url.asText() : url.path("raw").asText();
    }

    private HttpResponse<byte[]> send(JsonNode request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(SameAnswersTest.uri(replaced(url(request))))
                .method(request.path("method").asText(), body(request.path("body")));
        for (JsonNode header : request.path("header")) {
            builder.header(
                    header.path("key").asText(), replaced(header.path("value").asText()));
        }
        if (request.path("body").path("mode").asText().equals("urlencoded")) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.BodyPublisher body(JsonNode body) {
        return switch (body.path("mode").asText()) {
            case "raw" ->
                HttpRequest.BodyPublishers.ofString(replaced(body.path("raw").asText()));
            case "urlencoded" ->
                HttpRequest.BodyPublishers.ofString(
                        StreamSupport.stream(body.path("urlencoded").spliterator(), false)
                                .map(pair -> encoded(pair.path("key")) + "=" + encoded(pair.path("value")))
                                .collect(Collectors.joining("&")));
            default -> HttpRequest.BodyPublishers.noBody();
        };
    }

    private String encoded(JsonNode text) {
        return URLEncoder.encode(replaced(text.asText()), StandardCharsets.UTF_8);
    }

    private String replaced(String text) {
        String replaced = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            replaced = replaced.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        return replaced;
    }

    private void keep(JsonNode events, HttpResponse<byte[]> answer) throws IOException {
        for (JsonNode event : events) {
            for (JsonNode line : event.path("script").path("exec")) {
                String set = "collectionVariables.set(\"";
                int begin = line.asText().indexOf(set) + set.length();
                if (begin >= set.length()) {
                    String name = line.asText().substring(begin, line.asText().indexOf('"', begin));
                    variables.put(name, value(name, answer));
                }
            }
        }
    }

    private static String value(String variable, HttpResponse<byte[]> answer) throws IOException {
        return switch (variable) {
            case "etag", "exportTag" -> answer.headers().firstValue("ETag").orElseThrow();
            case "lastModified" -> answer.headers().firstValue("Last-Modified").orElseThrow();
            case "export" -> answer.headers().firstValue("Content-Location").orElseThrow();
            case "version" ->
                MAPPER.readTree(answer.body()).path("meta").path("versionId").asText();
            case "nextPage" -> SameAnswersTest.next(answer).orElseThrow();
            case "exportFile" ->
                StreamSupport.stream(
                                MAPPER.readTree(answer.body()).path("output").spliterator(), false)
                        .filter(file -> file.path("type").asText().equals("MedicationKnowledge"))
                        .map(file -> file.path("url").asText())
                        .findFirst()
                        .orElseThrow();
            default -> throw new IllegalStateException("the collection keeps '" + variable + "': say here what it is");
        };
    }
}
