package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("server")
class ExpenseTest {
    private static final AtomicReference<Expense> LAST = new AtomicReference<>();
    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);

    @BeforeAll
    static void start() throws Exception {
        CONNECTOR.setHost("127.0.0.1");
        SERVER.addConnector(CONNECTOR);
        SERVER.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                LAST.set(Expense.of(request));
                callback.succeeded();
                return true;
            }
        });
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @ParameterizedTest(name = "{1} {2} as {3}: {0}")
    @CsvSource({
        "SMALL, GET, /",
        "SMALL, GET, /health/live",
        "SMALL, GET, /fhir/metadata",
        "SMALL, GET, /fhir/MedicationKnowledge/a",
        "SMALL, GET, /fhir/MedicationKnowledge/a?_format=xml",
        "SMALL, GET, /fhir/MedicationKnowledge/a/_history/1",
        "SMALL, GET, /fhir/bulk/a/MedicationKnowledge.ndjson",
        "USUAL, GET, /fhir/MedicationKnowledge",
        "USUAL, GET, /fhir/MedicationKnowledge?name=a&_count=100",
        "USUAL, GET, /fhir/MedicationKnowledge/_history?_count=50",
        "USUAL, GET, /fhir/MedicationKnowledge/a/$everything",
        "USUAL, GET, /fhir/Composition/a/$document",
        "USUAL, GET, /fhir/CodeSystem/$lookup?code=a",
        "USUAL, GET, /fhir/ValueSet/$expand?url=a&filter=b&count=20",
        "USUAL, POST, /fhir/ValueSet/$validate-code",
        "LARGE, GET, /fhir/MedicationKnowledge?_count=101",
        "LARGE, GET, /fhir/MedicationKnowledge?name=a&%5Fcount=500",
        "LARGE, GET, /fhir/MedicationKnowledge?_include=MedicationKnowledge:monograph",
        "LARGE, GET, /fhir/MedicationKnowledge?_revinclude%3Aiterate=Provenance:target",
        "LARGE, GET, /fhir?_content=a&_format=application%2Ffhir%2Bxml",
        "LARGE, GET, /fhir/ValueSet/$expand?url=a",
        "LARGE, GET, /fhir/ValueSet/$expand?url=a&count=1000",
        "LARGE, POST, /fhir/ValueSet/$expand",
        "LARGE, GET, /fhir/$export",
        "LARGE, POST, /fhir/MedicationKnowledge/_search",
        "LARGE, POST, /fhir",
        "LARGE, POST, /fhir/",
    })
    void theRequestTellsIt(Expense expense, String method, String path) throws Exception {
        assertThat(expense(method, path, "application/fhir+json")).isEqualTo(expense);
    }

    @ParameterizedTest
    @CsvSource({"SMALL, /fhir/MedicationKnowledge/a", "LARGE, /fhir/MedicationKnowledge?name=a"})
    void xmlIsMadeAnew(Expense expense, String path) throws Exception {
        assertThat(expense("GET", path, "application/fhir+xml")).isEqualTo(expense);
    }

    private static Expense expense(String method, String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + path))
                .header("Accept", accept)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        return LAST.getAndSet(null);
    }
}
