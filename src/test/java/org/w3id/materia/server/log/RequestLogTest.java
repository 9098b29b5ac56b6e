package org.w3id.materia.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
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
class RequestLogTest {
    @Test
    void aLineTellsWhoAskedForWhatAndHowItWentAndNoQuery() throws InterruptedException {
        try (LogLines log = new LogLines("org.w3id.materia.access");
                TestServer server = run(RequestLogForm.TEXT)) {
            server.get("fhir/MedicationKnowledge/a?_pretty=true&note=jane-doe", "X-Request-Id", "ehr-1");

            assertThat(log.take())
                    .matches("ehr-1 127\\.0\\.0\\.1 \"GET /fhir/MedicationKnowledge/a\" 400 \\d+ [\\d.]+ms");
        }
    }

    @Test
    void asJsonEachRequestIsAnObject() throws Exception {
        try (LogLines log = new LogLines("org.w3id.materia.access.json");
                TestServer server = run(RequestLogForm.JSON)) {
            int length = server.get("fhir/MedicationKnowledge/a", "X-Request-Id", "ehr-2")
                    .body()
                    .length();
            JsonNode line = new ObjectMapper().readTree(log.take());
            assertThat(line.get("request").textValue()).isEqualTo("ehr-2");
            assertThat(line.get("client").textValue()).isEqualTo("127.0.0.1");
            assertThat(line.get("method").textValue()).isEqualTo("GET");
            assertThat(line.get("path").textValue()).isEqualTo("/fhir/MedicationKnowledge/a");
            assertThat(line.get("interaction").textValue()).isEqualTo("read");
            assertThat(line.get("status").intValue()).isEqualTo(200);
            assertThat(line.get("bytes").intValue()).isEqualTo(length);
            assertThat(line.get("milliseconds").doubleValue()).isPositive();

            server.send("POST", "cds-services/order-sign", BodyPublishers.ofString("{\"patient\":\"jane-doe\"}"));
            assertThat(log.take()).contains("cds-hook").doesNotContain("jane-doe");
        }
    }

    private static TestServer run(RequestLogForm form) {
        return TestServer.run(
                TestServer.usual()
                        .observability(new Observability(OptionalInt.empty(), form, Optional.empty()))
                        .build(),
                Medicines.knowledge("a", "Amoxicillin"));
    }
}
