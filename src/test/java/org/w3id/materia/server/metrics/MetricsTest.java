package org.w3id.materia.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.Observability;
import org.w3id.materia.server.config.Observability.RequestLogForm;

@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class MetricsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void requestsAreCountedByInteractionStatusAndWhoAnswered() throws InterruptedException {
        try (TestServer server = TestServer.with(Medicines.knowledge("a", "Amoxicillin"))) {
            server.get("fhir/MedicationKnowledge/a");
            server.get("fhir/MedicationKnowledge/a");
            server.get("fhir/MedicationKnowledge/a?_format=xml");
            server.get("fhir/MedicationKnowledge/none");
            server.get("fhir/MedicationKnowledge");
            server.get("fhir/ValueSet/$expand?url=nobody");
            server.get("fhir/ValueSet/$invented-by-a-client");
            server.get("nowhere");

            // A request is counted behind its answer, so that the client may be back before.
            awaitLine(server, "materia_http_requests_total{fast=\"true\",interaction=\"read\",status=\"200\"} 2.0");
            awaitLine(server, "materia_http_requests_total{fast=\"false\",interaction=\"read\",status=\"200\"} 1.0");
            awaitLine(server, "materia_http_requests_total{fast=\"false\",interaction=\"read\",status=\"404\"} 1.0");
            awaitLine(
                    server,
                    "materia_http_requests_total{fast=\"true\",interaction=\"search-type\",status=\"200\"} 1.0");
            awaitLine(
                    server, "materia_http_requests_total{fast=\"false\",interaction=\"operation\",status=\"400\"} 1.0");
            awaitLine(server, "materia_http_requests_total{fast=\"false\",interaction=\"page\",status=\"404\"} 1.0");
            awaitLine(server, "materia_http_request_seconds_count{interaction=\"read\"} 4");
            awaitLine(server, "materia_http_request_seconds_bucket{interaction=\"read\",le=\"+Inf\"} 4");
            assertThat(metrics(server)).contains("interaction=\"$expand\"").doesNotContain("invented");
        }
    }

    @Test
    void whatIsServedIsMeasured() {
        try (TestServer server =
                TestServer.with(Medicines.knowledge("a", "Amoxicillin"), Medicines.knowledge("b", "Bisoprolol"))) {
            assertThat(metrics(server))
                    .contains("\nmateria_resources{type=\"MedicationKnowledge\"} 2.0\n")
                    .contains("\nmateria_findings{severity=\"error\"} 0.0\n")
                    .contains("\nmateria_build_info{version=\"1.2.3\"} 1\n")
                    .contains("\nmateria_requests_waiting 0.0\n")
                    .contains("\njvm_memory_used_bytes{area=\"heap\"} ");
            assertThat(value(server, "materia_generation_age_seconds")).isBetween(0.0, 60.0);
            double first = value(server, "materia_generation");

            server.put("other", Medicines.knowledge("c", "Cefuroxime"));

            assertThat(metrics(server)).contains("\nmateria_resources{type=\"MedicationKnowledge\"} 3.0\n");
            assertThat(value(server, "materia_generation")).isGreaterThan(first);
        }
    }

    @Test
    void importsAreFollowed() {
        try (TestServer server = TestServer.with()) {
            server.server.imports().planned(7, 0, 0);
            server.server.imports().converted("a.md");

            assertThat(metrics(server))
                    .contains("\nmateria_import_planned 7.0\n")
                    .contains("\nmateria_import_converted 1.0\n")
                    .contains("\nmateria_import_running 1.0\n");

            server.server.imports().served();

            assertThat(metrics(server))
                    .contains("\nmateria_import_running 0.0\n")
                    .contains("\nmateria_imports_total 1.0\n");
        }
    }

    @Test
    void theFormIsTheOneThatTheScraperAsksFor() {
        try (TestServer server = TestServer.with()) {
            assertThat(server.get("metrics").headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            HttpResponse<String> open = server.get("metrics", "Accept", "application/openmetrics-text; version=1.0.0");
            assertThat(open.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/openmetrics-text");
            assertThat(open.body()).endsWith("# EOF\n");
        }
    }

    /** What a monitoring system asks is not for whoever reaches the content. */
    @Test
    void onAPortOfTheirOwnHealthAndMetricsAreThereAlone() throws IOException, InterruptedException {
        Observability own = new Observability(OptionalInt.of(0), RequestLogForm.NONE, Optional.empty());
        try (TestServer server = TestServer.run(
                TestServer.usual().observability(own).build(), Medicines.knowledge("a", "Amoxicillin"))) {
            server.ready.set(true);
            URI management = server.server.managementAddress().orElseThrow();

            assertThat(get(management.resolve("health/live"))).isEqualTo(200);
            assertThat(get(management.resolve("health/ready"))).isEqualTo(200);
            assertThat(get(management.resolve("metrics"))).isEqualTo(200);
            assertThat(get(management.resolve("fhir/MedicationKnowledge/a"))).isEqualTo(404);
            assertThat(get(management)).isEqualTo(404);
            assertThat(server.get("fhir/MedicationKnowledge/a").statusCode()).isEqualTo(200);
            assertThat(server.get("health/live").statusCode()).isEqualTo(404);
            assertThat(server.get("metrics").statusCode()).isEqualTo(404);
        }
    }

    private static int get(URI address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String metrics(TestServer server) {
        return server.get("metrics").body();
    }

    private static double value(TestServer server, String name) {
        return metrics(server)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitLine(TestServer server, String line) {
        while (metrics(server).lines().noneMatch(line::equals)) {
            Thread.onSpinWait(); // Ends with the test's time.
        }
    }
}
