package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.config.Limits;
import org.w3id.materia.server.config.Limits.Fairness;
import org.w3id.materia.server.config.Limits.Stopping;

/** What one request and one client may take, and how a server ends. */
@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FairnessTest {
    private static final String EXPAND = "fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir/MedicationKnowledge?name=amoxicillin",
                "fhir/MedicationKnowledge?name=amoxicillin&_format=xml",
                "fhir/MedicationKnowledge/_history",
                "fhir/_history",
                EXPAND,
                EXPAND + "&_format=xml"
            })
    void workThatTakesTooLongEnds(String path) {
        try (TestServer server = with(new Fairness(Duration.ofNanos(1), OptionalInt.empty()), Stopping.DEFAULT)) {
            HttpResponse<String> response = server.get(path);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
            assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOCOSTLY);
            assertThat(server.get("fhir/MedicationKnowledge/a").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void soDoesABatch() {
        try (TestServer server = with(new Fairness(Duration.ofNanos(1), OptionalInt.empty()), Stopping.DEFAULT)) {
            HttpResponse<String> response = server.send(
                    "POST",
                    "fhir",
                    BodyPublishers.ofString("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":"
                            + "{\"method\":\"GET\",\"url\":\"MedicationKnowledge/a\"}}]}"),
                    "Content-Type",
                    "application/fhir+json");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        }
    }

    @Test
    void whoAsksMoreThanItsShareIsSentAwayForAMoment() {
        try (TestServer server = with(new Fairness(Duration.ofMinutes(1), OptionalInt.of(5)), Stopping.DEFAULT)) {
            TreeSet<Integer> statuses = new TreeSet<>();
            HttpResponse<String> refused = null;
            for (int i = 0; i < 200 && refused == null; i++) {
                HttpResponse<String> response = server.get("fhir/MedicationKnowledge/a");
                statuses.add(response.statusCode());
                refused = response.statusCode() == 429 ? response : null;
            }
            assertThat(statuses).containsExactly(200, 429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(TestServer.issue(refused).getCode()).isEqualTo(IssueType.THROTTLED);
            assertThat(server.get("health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("metrics").statusCode()).isEqualTo(200);
        }
    }

    /** Who sends requests here learns in time that they are to go elsewhere. */
    @Test
    void aServerThatDrainsIsNotReadyAndAnswers() {
        TestServer server = with(Fairness.DEFAULT, new Stopping(Duration.ofSeconds(2), Duration.ofSeconds(5)));
        server.ready.set(true);
        assertThat(server.get("health/ready").statusCode()).isEqualTo(200);
        long begun = System.nanoTime();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        HttpResponse<String> ready = server.get("health/ready");
        while (ready.statusCode() == 200) {
            ready = server.get("health/ready");
        }
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("{\"status\":\"stopping\"}");
        assertThat(server.get("health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("fhir/MedicationKnowledge/a").statusCode()).isEqualTo(200);
        closing.join();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(9));
    }

    private static TestServer with(Fairness fairness, Stopping stopping) {
        Limits limits = TestServer.LIMITS.with(fairness).with(stopping);
        return TestServer.run(TestServer.usual().limits(limits).build(), Medicines.knowledge("a", "Amoxicillin"));
    }
}
