package org.w3id.materia.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.HinderedKnowledgeBase;
import org.w3id.materia.server.MateriaServer;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.ServedContent;
import org.w3id.materia.server.config.ServerConfiguration;

@Tag("server")
class HttpTest {
    private static final String PATH = "fhir/MedicationKnowledge/a";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(Medicines.knowledge("a", "Amoxicillin " + "forte ".repeat(500)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLargeAnswerIsCompressedForThoseWhoCanReadIt() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.server.address() + PATH))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        String plain = server.get(PATH).body();
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(response.body()).hasSizeLessThan(plain.length() / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())))
                .hasBinaryContent(plain.getBytes(UTF_8));
        assertThat(server.get(PATH).headers().firstValue("Content-Encoding")).isEmpty();

        String etag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(PATH, "If-None-Match", etag, "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(304);
    }

    /** A weak tag names a version, however it is sent; clients of FHIR read the version from it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?_pretty=true", "?_format=xml", "?_summary=false"})
    void theTagOfAVersionIsTheSameInEveryCoding(String form) {
        String etag = server.get(PATH).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> compressed = server.get(PATH + form, "Accept-Encoding", "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("ETag")).hasValue(etag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET fhir/MedicationKnowledge/a",
                "GET fhir/MedicationKnowledge/a?_pretty=true",
                "GET fhir/MedicationKnowledge/none",
                "OPTIONS fhir/MedicationKnowledge/a",
                "GET fhir/$export",
                "GET fhir/api-docs",
                "GET health/live",
                "GET elsewhere",
                "GET fhir//metadata",
            })
    void everyRequestIsNamedWhoeverAnswersIt(String line) {
        String[] request = line.split(" ");
        assertThat(server.send(request[0], request[1], "X-Request-Id", "ehr-4711")
                        .headers()
                        .allValues("X-Request-Id"))
                .containsExactly("ehr-4711");
        assertThat(server.send(request[0], request[1], "X-Request-Id", "no id of ours")
                        .headers()
                        .allValues("X-Request-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-z]{16}");
    }

    @Test
    void aSmallAnswerIsNotCompressed() {
        assertThat(server.get("health/live", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void aPageOfAnotherOriginMayRead() {
        HttpResponse<String> preflight = server.send(
                "OPTIONS",
                PATH,
                "Origin",
                "https://ehr.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "Accept,Authorization,If-None-Match");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isPresent()
                .hasValueSatisfying(origin -> assertThat(origin).isIn("*", "https://ehr.example"));
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElseThrow())
                .contains("GET", "DELETE") // The latter for one's own bulk export alone.
                .doesNotContain("PUT", "PATCH");
        HttpResponse<String> get = server.get(PATH, "Origin", "https://ehr.example");
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(get.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(get.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag");
        assertThat(get.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void optionsSaysWhatIsAllowed() {
        HttpResponse<String> response = server.send("OPTIONS", PATH);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void healthSaysWhetherTheContentIsComplete() {
        assertThat(server.get("health/live").statusCode()).isEqualTo(200);
        server.ready.set(false);
        HttpResponse<String> starting = server.get("health/ready");
        assertThat(starting.statusCode()).isEqualTo(503);
        assertThat(starting.body()).isEqualTo("{\"status\":\"starting\"}");
        server.ready.set(true);
        HttpResponse<String> ready = server.get("health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(ready.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void aServerStopsWithinSecondsAndItsAddressIsFree() {
        TestServer second = TestServer.with(Medicines.knowledge("a", "Amoxicillin"));
        assertThat(second.get(PATH).statusCode()).isEqualTo(200);
        long begun = System.nanoTime();
        second.close();
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(3).toNanos());
        assertThatThrownBy(() -> second.get(PATH))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(ConnectException.class);
    }

    /** A request that is being answered when the order to stop comes gets its answer. */
    @Test
    void stoppingLetsRequestsEnd() throws InterruptedException, ExecutionException {
        CountDownLatch inRequest = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestServer second = new TestServer(new HinderedKnowledgeBase(() -> {
            inRequest.countDown();
            awaitQuietly(goOn);
        }));
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> second.get("fhir/MedicationKnowledge"));
        inRequest.await();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(second::close);
        while (answers(second)) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        assertThat(answer.get().statusCode()).isEqualTo(200);
        stop.get();
    }

    @Test
    void portThatIsTakenIsToldWithTheReason() {
        ServerConfiguration configuration = ServerConfiguration.local(
                server.server.address().getPort(),
                new ServerConfiguration.Release("1.2.3", java.time.LocalDate.of(2026, 11, 23)));
        try (MateriaServer second = new MateriaServer(
                TestServer.CONTEXT,
                new ServedContent(server.knowledge, TestServer.PARAMETERS, () -> null, () -> null),
                configuration,
                server.exports,
                () -> true)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + configuration.port() + ": Address already in use");
        }
    }

    /** Whether the server still takes requests. */
    private static boolean answers(TestServer server) {
        try {
            return server.get("health/live").statusCode() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
