package org.w3id.materia.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.Observability;
import org.w3id.materia.server.config.Observability.Audit;
import org.w3id.materia.server.config.Observability.RequestLogForm;

@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AuditTest {
    @TempDir
    Path folder;

    @Test
    void aReadTellsWhoReadWhat() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("fhir/MedicationKnowledge/a", "X-Request-Id", "ehr-1");

            AuditEvent event = events(1).get(0);
            assertThat(event.getMeta().getProfile().get(0).getValue())
                    .isEqualTo("https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.Read");
            assertThat(event.getType().getCode()).isEqualTo("rest");
            assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
            assertThat(event.getAction().toCode()).isEqualTo("R");
            assertThat(event.getOutcome().toCode()).isEqualTo("0");
            assertThat(event.getRecorded()).isNotNull();
            assertThat(event.getAgent()).hasSize(2);
            assertThat(event.getAgent().get(0).getRequestor()).isTrue();
            assertThat(event.getAgent().get(0).getType().getCodingFirstRep().getCode())
                    .isEqualTo("110152");
            assertThat(event.getAgent().get(0).getNetwork().getAddress()).isEqualTo("127.0.0.1");
            assertThat(event.getEntity().get(0).getWhat().getReference()).isEqualTo("MedicationKnowledge/a");
            assertThat(event.getEntity().get(1).getWhat().getIdentifier().getValue())
                    .isEqualTo("ehr-1");
        }
    }

    @Test
    void ofAQueryItTellsThePathUnlessAskedForMore() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("fhir/MedicationKnowledge?name=jane-doe");
            server.send("POST", "cds-services/order-sign", BodyPublishers.ofString("{\"patient\":\"jane-doe\"}"));
            server.get("fhir/MedicationKnowledge/none");

            List<AuditEvent> events = events(3);
            assertThat(query(events.get(0))).isEqualTo("GET /fhir/MedicationKnowledge");
            assertThat(events.get(0).getMeta().getProfile().get(0).getValue()).endsWith("/IHE.BasicAudit.Query");
            assertThat(events.get(0).getSubtypeFirstRep().getCode()).isEqualTo("search-type");
            assertThat(events.get(0).getAction().toCode()).isEqualTo("E");
            assertThat(events.get(0)
                            .getAgent()
                            .get(0)
                            .getType()
                            .getCodingFirstRep()
                            .getCode())
                    .isEqualTo("110153");
            assertThat(query(events.get(1))).isEqualTo("POST /cds-services/order-sign");
            assertThat(events.get(1).getOutcome().toCode()).isEqualTo("4");
            assertThat(events.get(2).getOutcome().toCode()).isEqualTo("4");
            assertThat(Files.readString(file())).doesNotContain("jane-doe");
        }
        Files.delete(file());
        try (TestServer server = auditing(true)) {
            server.get("fhir/MedicationKnowledge?name=jane-doe");
            assertThat(query(events(1).get(0))).isEqualTo("GET /fhir/MedicationKnowledge?name=jane-doe");
        }
    }

    @Test
    void whatGivesNoContentIsNoEvent() throws IOException {
        try (TestServer server = auditing(false)) {
            server.get("health/live");
            server.get("metrics");
            server.get("fhir/metadata");
            server.get("fhir/MedicationKnowledge/a");

            assertThat(events(1).get(0).getSubtypeFirstRep().getCode()).isEqualTo("read");
        }
    }

    private static String query(AuditEvent event) {
        return new String(event.getEntityFirstRep().getQuery(), StandardCharsets.UTF_8);
    }

    private Path file() {
        return folder.resolve("audit.ndjson");
    }

    private TestServer auditing(boolean queries) {
        return TestServer.run(
                TestServer.usual()
                        .observability(new Observability(
                                OptionalInt.empty(), RequestLogForm.NONE, Optional.of(new Audit(file(), queries))))
                        .build(),
                Medicines.knowledge("a", "Amoxicillin"));
    }

    /** An event is written behind its answer, so that the client may be back before. */
    private List<AuditEvent> events(int expected) throws IOException {
        List<String> lines = Files.readAllLines(file());
        while (lines.size() < expected) {
            lines = Files.readAllLines(file()); // Ends with the test's time.
        }
        assertThat(lines).hasSize(expected);
        return lines.stream()
                .map(line -> TestServer.CONTEXT.newJsonParser().parseResource(AuditEvent.class, line))
                .toList();
    }
}
