package org.w3id.materia.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.ServerConfiguration.Observability;
import org.w3id.materia.server.config.ServerConfiguration.RequestLogForm;

@Tag("server")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RequestLogTest {
    @Test
    void aLineTellsWhoAskedForWhatAndHowItWentAndNoQuery() throws InterruptedException {
        try (Listening log = new Listening("org.w3id.materia.access");
                TestServer server = run(RequestLogForm.TEXT)) {
            server.get("fhir/MedicationKnowledge/a?_pretty=true&note=jane-doe", "X-Request-Id", "ehr-1");

            assertThat(log.lines.take())
                    .matches("ehr-1 127\\.0\\.0\\.1 \"GET /fhir/MedicationKnowledge/a\" 400 \\d+ [\\d.]+ms");
        }
    }

    @Test
    void asJsonEachRequestIsAnObject() throws Exception {
        try (Listening log = new Listening("org.w3id.materia.access.json");
                TestServer server = run(RequestLogForm.JSON)) {
            int length = server.get("fhir/MedicationKnowledge/a", "X-Request-Id", "ehr-2")
                    .body()
                    .length();
            JsonNode line = new ObjectMapper().readTree(log.lines.take());
            assertThat(line.get("request").textValue()).isEqualTo("ehr-2");
            assertThat(line.get("client").textValue()).isEqualTo("127.0.0.1");
            assertThat(line.get("method").textValue()).isEqualTo("GET");
            assertThat(line.get("path").textValue()).isEqualTo("/fhir/MedicationKnowledge/a");
            assertThat(line.get("interaction").textValue()).isEqualTo("read");
            assertThat(line.get("status").intValue()).isEqualTo(200);
            assertThat(line.get("bytes").intValue()).isEqualTo(length);
            assertThat(line.get("milliseconds").doubleValue()).isPositive();

            server.send("POST", "cds-services/order-sign", BodyPublishers.ofString("{\"patient\":\"jane-doe\"}"));
            assertThat(log.lines.take()).contains("cds-hook").doesNotContain("jane-doe");
        }
    }

    private static TestServer run(RequestLogForm form) {
        return TestServer.run(
                TestServer.usual().with(new Observability(OptionalInt.empty(), form, Optional.empty())),
                Medicines.knowledge("a", "Amoxicillin"));
    }

    /** Takes what a logger is told. */
    private static final class Listening extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Logger logger;

        Listening(String name) {
            logger = (Logger) LoggerFactory.getLogger(name);
            start();
            logger.setLevel(Level.INFO); // The tests' own log tells less.
            logger.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }

        @Override
        public void close() {
            logger.detachAppender(this);
            logger.setLevel(null);
        }
    }
}
