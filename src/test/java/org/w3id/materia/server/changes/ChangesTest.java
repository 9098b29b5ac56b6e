package org.w3id.materia.server.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.ServerConfiguration;
import org.w3id.materia.server.http.SelfSigned;

/** Clients that listen are told of each commit (server-sent events: WHATWG HTML, 9.2). */
@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Medicines.medication("a", "Amoxicillin"), Medicines.medication("b", "Boric acid"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoeverListensIsToldWhatACommitHasChanged() throws Exception {
        try (Listener listener = listen("")) {
            assertThat(listener.next().kind()).isEqualTo("commit");
            server.put(
                    "test",
                    Medicines.medication("a", "Amoxicillin trihydrate"),
                    Medicines.medication("c", "Codeine"),
                    Medicines.knowledge("c", "Codeine"));
            List<Event> events = listener.toCommit();
            assertThat(events)
                    .extracting(e -> e.kind() + " " + e.data().path("resource").asText())
                    .containsExactlyInAnyOrder(
                            "updated Medication/a",
                            "created Medication/c",
                            "created MedicationKnowledge/c",
                            "deleted Medication/b",
                            "commit ");
            assertThat(events.get(events.size() - 1).data().get("changes").asInt())
                    .isEqualTo(4);
            for (Event event : events) {
                String resource = event.data().path("resource").asText();
                if (event.kind().equals("deleted")) {
                    assertThat(event.data().has("versionId")).isFalse();
                    assertThat(server.get("fhir/" + resource).statusCode()).isEqualTo(410);
                } else if (!event.kind().equals("commit")) {
                    String content = server.get("fhir/" + resource + "/_history/"
                                    + event.data().get("versionId").asText())
                            .body();
                    assertThat(time(JSON.readTree(content).at("/meta/lastUpdated")))
                            .isEqualTo(time(event.data().get("lastUpdated")));
                }
            }
        }
    }

    @Test
    void overHttp2TheSameIsTold(@TempDir Path folder) throws Exception {
        SelfSigned own = new SelfSigned(folder, "EC");
        try (TestServer secure = new TestServer(
                TestServer.committedKnowledge(),
                Optional.of(new ServerConfiguration.Tls(0, own.certificate, own.key)))) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(own.trusting()).build();
            HttpResponse<InputStream> response =
                    open(client, secure.server.secureAddress().orElseThrow().resolve("fhir/changes"));
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            try (Listener listener = listener(response)) {
                listener.next();
                secure.put("test", Medicines.medication("a", "Amoxicillin"));
                assertThat(listener.toCommit())
                        .extracting(
                                e -> e.kind() + " " + e.data().path("resource").asText())
                        .containsExactly("created Medication/a", "commit ");
            }
        }
    }

    @Test
    void onlyTheTypesThatAreAskedForAreTold() throws Exception {
        try (Listener listener = listen("?_type=MedicationKnowledge,Substance")) {
            listener.next();
            server.put("other", Medicines.medication("c", "Codeine"));
            List<Event> nothing = listener.toCommit();
            assertThat(nothing).hasSize(1);
            assertThat(nothing.get(0).data().get("changes").asInt()).isZero();
            server.put("third", Medicines.medication("d", "Digoxin"), Medicines.knowledge("d", "Digoxin"));
            assertThat(listener.toCommit())
                    .extracting(e -> e.data().path("resource").asText())
                    .containsExactly("MedicationKnowledge/d", "");
        }
    }

    @Test
    void whoeverWasCutOffIsToldWhatItMissedEachResourceOnce() throws Exception {
        String last;
        try (Listener listener = listen("")) {
            last = listener.next().id();
        }
        server.put("test", Medicines.medication("a", "Amoxicillin trihydrate"));
        server.put("test", Medicines.medication("a", "Amoxicillin sodium"), Medicines.medication("c", "Codeine"));
        try (Listener listener = listen("", "Last-Event-ID", last)) {
            List<Event> missed = listener.toCommit();
            assertThat(missed)
                    .extracting(e -> e.kind() + " " + e.data().path("resource").asText())
                    .containsExactlyInAnyOrder(
                            "deleted Medication/b", "updated Medication/a", "created Medication/c", "commit ");
            assertThat(missed.stream()
                            .filter(e -> e.kind().equals("updated"))
                            .findFirst()
                            .orElseThrow()
                            .data()
                            .get("versionId"))
                    .isEqualTo(JSON.readTree(server.get("fhir/Medication/a").body())
                            .at("/meta/versionId"));
            String now = missed.get(missed.size() - 1).id();
            server.put("test");
            try (Listener second = listen("", "Last-Event-ID", now)) {
                assertThat(second.toCommit()).hasSize(3);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "zzzzzzz-1", "1-zzzzzz", "-1--1"})
    void aPlaceThatIsNoneOfThisServersIsToldToBeginAnew(String id) throws Exception {
        try (Listener listener = listen("", "Last-Event-ID", id)) {
            Event reset = listener.next();
            assertThat(reset.kind()).isEqualTo("reset");
            server.put("other", Medicines.medication("c", "Codeine"));
            assertThat(listener.toCommit())
                    .extracting(Event::kind)
                    .as("and goes on from there")
                    .containsExactly("created", "commit");
        }
    }

    @Test
    void whileNothingChangesTheConnectionIsHeardOf() throws Exception {
        try (Listener listener = listen("")) {
            listener.next();
            assertThat(listener.in.readLine()).isEqualTo(":");
            assertThat(listener.in.readLine()).isEmpty();
        }
    }

    @Test
    void moreListenersThanPlacesAreRefusedAndAPlaceIsFreeAgain() throws Exception {
        Listener first = listen("");
        try (Listener second = listen("")) {
            first.next();
            second.next();
            HttpResponse<String> refused = server.get("fhir/changes");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(TestServer.issue(refused).getCode()).isEqualTo(IssueType.THROTTLED);
            assertThat(TestServer.issue(refused).getDiagnostics()).contains("2 clients", "_history");
            first.close();
            int status;
            do { // The server hears of it when it next writes.
                HttpResponse<InputStream> response = open("");
                status = response.statusCode();
                response.body().close();
            } while (status != 200);
        }
    }

    @Test
    void aSlowReaderIsToldEverything() throws Exception {
        Resource[] many = IntStream.range(0, 3000)
                .mapToObj(i -> Medicines.medication("m" + i, "Medicine " + i))
                .toArray(Resource[]::new);
        try (Listener listener = listen("")) {
            listener.next();
            server.put("many", many);
            server.put("other", Medicines.medication("c", "Codeine")); // While the first is not read.
            List<Event> all = listener.toCommit();
            if (all.size() == 3001) {
                all.addAll(listener.toCommit());
            }
            assertThat(all.stream()
                            .filter(e -> e.kind().equals("created"))
                            .map(e -> e.data().get("resource").asText())
                            .distinct())
                    .hasSize(3001);
        }
    }

    @Test
    void streamsEndAtOnceWhenTheServerStops() throws Exception {
        try (Listener listener = listen("")) {
            listener.next();
            long begun = System.nanoTime();
            server.server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            String line;
            do { // Heartbeats that were on their way.
                line = listener.in.readLine();
            } while (line != null);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | ?_type=Patient      | */*               | 400 | is no type",
                "GET  | ?_since=2026-01-01  | */*               | 400 | Last-Event-ID",
                "GET  | ''                  | application/json  | 406 | ",
                "POST | ''                  | text/event-stream | 405 | "
            })
    void whatIsNoQuestionForTheStreamIsRefused(
            String method, String query, String accept, int status, String explanation) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.server.address().resolve("fhir/changes" + query))
                                .header("Accept", accept)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(TestServer.issue(response).getDiagnostics()).contains(explanation == null ? "" : explanation);
    }

    @Test
    void withoutPlacesNobodyIsToldAnything() {
        try (TestServer none = TestServer.withoutListeners()) {
            HttpResponse<String> response = none.get("fhir/changes");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(TestServer.issue(response).getDiagnostics()).contains("_history");
        }
    }

    private static Instant time(JsonNode written) {
        return OffsetDateTime.parse(written.asText()).toInstant();
    }

    private Listener listen(String query, String... headers) throws Exception {
        return listener(open(query, headers));
    }

    private static Listener listener(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        return new Listener(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private HttpResponse<InputStream> open(String query, String... headers) throws Exception {
        return open(HttpClient.newHttpClient(), server.server.address().resolve("fhir/changes" + query), headers);
    }

    private static HttpResponse<InputStream> open(HttpClient client, URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private record Event(String kind, String id, JsonNode data) {}

    /** A client that reads events one by one, and passes over comments. */
    private record Listener(BufferedReader in) implements AutoCloseable {
        Event next() throws IOException {
            String kind = "";
            String id = "";
            String data = "";
            while (true) {
                String line = in.readLine();
                if (line == null) {
                    throw new IOException("the stream has ended");
                } else if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(kind, id, JSON.readTree(data));
                }
            }
        }

        /** The events up to that which says that these are all. */
        List<Event> toCommit() throws IOException {
            List<Event> events = new ArrayList<>();
            do {
                events.add(next());
            } while (!events.get(events.size() - 1).kind().equals("commit"));
            return events;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
