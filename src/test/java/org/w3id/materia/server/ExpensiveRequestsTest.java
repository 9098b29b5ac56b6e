package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.failure.OutcomeErrorHandler;

/** While as many searches run as may, further ones wait and are sent away, and reads are answered. */
@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ExpensiveRequestsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private CompletableFuture<HttpResponse<String>> first;

    @BeforeEach
    void beginTheOnlySearchThatMayRun() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ExpensiveRequests(
                new Holding(), new OutcomeErrorHandler(TestServer.CONTEXT), Expense.USUAL, 1, Duration.ofMillis(100)));
        server.start();
        first = client.sendAsync(
                request("GET", "/fhir/MedicationKnowledge?_count=500"), HttpResponse.BodyHandlers.ofString());
        begun.await();
    }

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        assertThat(first.get().statusCode()).isEqualTo(200);
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/MedicationKnowledge",
                "GET /fhir/MedicationKnowledge?name=a",
                "GET /fhir/MedicationKnowledge/_history",
                "POST /fhir/MedicationKnowledge/_search",
                "GET /fhir/ValueSet/$expand?url=a",
                "GET /fhir/Composition/a/$document",
                "GET /fhir/MedicationKnowledge/a/$everything",
                "GET /fhir/$versions",
                "POST /fhir/",
                "POST /fhir"
            })
    void theNextIsSentAwayAfterAWhile(String request) throws Exception {
        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(TestServer.issue(answer).getCode()).isEqualTo(IssueType.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/MedicationKnowledge/a",
                "GET /fhir/MedicationKnowledge/a?_format=xml",
                "GET /fhir/MedicationKnowledge/a/_history/1",
                "GET /fhir/metadata",
                "GET /fhir/bulk/a/MedicationKnowledge.ndjson",
                "GET /health/live",
                "GET /"
            })
    void whatIsCheapIsAnsweredMeanwhile(String request) throws Exception {
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    /** Of large answers only as many are made at once as the heap holds, and one processor is left to the others. */
    @ParameterizedTest
    @CsvSource({"2, 4096, 1", "4, 1024, 3", "4, 512, 2", "64, 1024, 4", "64, 65536, 63", "1, 64, 1"})
    void memoryAndProcessorsBoundHowManyRunAtOnce(int processors, long heapMib, int most) {
        assertThat(ExpensiveRequests.most(processors, heapMib << 20)).isEqualTo(most);
    }

    private HttpResponse<String> send(String request) throws Exception {
        String[] parts = request.split(" ");
        return client.send(request(parts[0], parts[1]), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** Answers the first request when it is let go, and all others at once. */
    private final class Holding extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (begun.getCount() > 0) {
                begun.countDown();
                held.await();
            }
            response.setStatus(200);
            callback.succeeded();
            return true;
        }
    }
}
