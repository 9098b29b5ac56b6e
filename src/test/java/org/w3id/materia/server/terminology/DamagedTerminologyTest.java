package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.TestServer;

/**
 * Requests to the terminology operations with one thing wrong: each kind of part of each is taken out, and replaced by what does not belong
 * there. Parts of one kind, as the concepts of a list, are read by the same code: they share the damages. An answer may be right without it or refuse it, and is never a fault of the server.
 */
@Tag("server")
class DamagedTerminologyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REMOVED = "nothing";
    private static final List<String> DAMAGES = List.of(
            REMOVED,
            "null",
            "\"\"",
            "\"x\"",
            "\"http://x|1.x\"",
            "true",
            "-1",
            "{}",
            "[]",
            "[{}]",
            "[null]",
            "{\"x\":1}");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValueSet/$expand",
                "ValueSet/$validate-code",
                "ValueSet/$batch-validate-code",
                "CodeSystem/$validate-code",
                "CodeSystem/$lookup",
                "CodeSystem/$subsumes",
                "CodeSystem/$find-matches",
                "ConceptMap/$translate",
                "$closure",
            })
    void noDamageIsAFault(String operation) throws Exception {
        post(
                "$closure",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"name\",\"valueString\":\"fish\"}]}");
        JsonNode request = request(operation);
        assertThat(post(operation, request.toString()).statusCode()).isEqualTo(200);
        List<String> faults = new ArrayList<>();
        for (List<String> alike : placesByKind(request)) {
            for (int i = 0; i < Math.max(DAMAGES.size(), alike.size()); i++) {
                String place = alike.get(i % alike.size());
                String damage = DAMAGES.get(i % DAMAGES.size());
                JsonNode damaged = request.deepCopy();
                if (damage.equals(REMOVED)) {
                    remove(place, damaged);
                } else {
                    replace(place, JSON.readTree(damage), damaged);
                }
                check(operation, damaged, place + " = " + damage, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void check(String operation, JsonNode request, String damage, List<String> faults) {
        HttpResponse<String> answer = post(operation, request.toString());
        boolean explained = answer.statusCode() == 200 || answer.body().contains("\"OperationOutcome\"");
        if (answer.statusCode() >= 500 || !explained) {
            faults.add(damage + ": " + answer.statusCode());
        }
    }

    private static HttpResponse<String> post(String operation, String body) {
        return server.send(
                "POST",
                "fhir/" + operation,
                HttpRequest.BodyPublishers.ofString(body),
                "Content-Type",
                "application/fhir+json");
    }

    /** The operation's own parameters, and the resources that it needs. */
    private static JsonNode request(String operation) throws Exception {
        try (InputStream in = DamagedTerminologyTest.class.getResourceAsStream("damaged-terminology.json")) {
            JsonNode all = JSON.readTree(in);
            ObjectNode request = all.get("requests").get(operation).deepCopy();
            ArrayNode parameters = (ArrayNode) request.get("parameter");
            for (JsonNode name : request.get("resources")) {
                parameters
                        .addObject()
                        .put("name", "tx-resource")
                        .set("resource", all.get("resources").get(name.asText()));
            }
            request.remove("resources");
            return request.put("resourceType", "Parameters");
        }
    }

    /** Pointers to all that a request has inside, of one kind together: those that differ in places of lists alone, but for parameters. */
    private static Collection<List<String>> placesByKind(JsonNode request) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        collect(request, "", "", places);
        return places.values();
    }

    private static void collect(JsonNode node, String place, String kind, Map<String, List<String>> places) {
        if (!place.isEmpty()) {
            places.computeIfAbsent(kind, k -> new ArrayList<>()).add(place);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), place + '/' + field.getKey(), kind + '/' + field.getKey(), places));
        } else {
            for (int i = 0; i < node.size(); i++) {
                String name =
                        kind.equals("/parameter") ? node.get(i).path("name").asText() : "";
                collect(node.get(i), place + '/' + i, kind + "/*" + name, places);
            }
        }
    }

    private static void remove(String place, JsonNode in) {
        int last = place.lastIndexOf('/');
        JsonNode parent = in.at(place.substring(0, last));
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(place.substring(last + 1)));
        } else {
            ((ObjectNode) parent).remove(place.substring(last + 1));
        }
    }

    private static void replace(String place, JsonNode by, JsonNode in) {
        int last = place.lastIndexOf('/');
        JsonNode parent = in.at(place.substring(0, last));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(place.substring(last + 1)), by);
        } else {
            ((ObjectNode) parent).set(place.substring(last + 1), by);
        }
    }
}
