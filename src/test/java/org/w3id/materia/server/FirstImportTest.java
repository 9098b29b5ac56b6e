package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before anything has been imported nothing is answered as though there were nothing. */
@Tag("server")
class FirstImportTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(TestServer.emptyKnowledge());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir/MedicationKnowledge?name=a",
                "fhir/MedicationKnowledge?name=a&_pretty=true",
                "fhir/MedicinalProductContraindication?subject=Medication/a",
                "fhir/MedicationKnowledge/a",
                "fhir/MedicationKnowledge/a/_history",
                "fhir/MedicationKnowledge/a/$everything",
                "fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/publication-status&code=active",
                "fhir/_history",
                "fhir/$export",
                "fhir/?_type=Medication",
                "fhir",
                "fhir/Nothing/1"
            })
    void contentIsNotKnownYet(String path) {
        assertIsNotKnownYet(server.get(path));
        assertIsNotKnownYet(server.get(path, "Accept", "application/fhir+xml"));
        assertThat(server.send("HEAD", path).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir/MedicationKnowledge?name=a",
                "fhir/MedicationKnowledge/a",
                "fhir",
                "infobutton?mainSearchCriteria.v.dn=a",
                "find?for=pain",
                "medicines/a"
            })
    void aBrowserIsToldOnAPage(String path) {
        HttpResponse<String> response = server.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(response.body()).contains("<h1", "first import of the monographs is under way");
    }

    @Test
    void aNamedFormIsKept() {
        assertIsNotKnownYet(
                server.get("fhir/MedicationKnowledge?name=a&_format=json", "Accept", "text/html,*/*;q=0.8"));
    }

    @Test
    void noBatchOrFormFindsAWayAround() {
        String batch = """
                {"resourceType": "Bundle", "type": "batch",
                 "entry": [{"request": {"method": "GET", "url": "MedicationKnowledge/a"}}]}""";
        assertIsNotKnownYet(
                server.send("POST", "fhir", BodyPublishers.ofString(batch), "Content-Type", "application/fhir+json"));
        assertIsNotKnownYet(server.send(
                "POST",
                "fhir/MedicationKnowledge/_search",
                BodyPublishers.ofString("name=a"),
                "Content-Type",
                "application/x-www-form-urlencoded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir/metadata", "fhir/metadata?_format=xml", "fhir/api-docs", "health/live", ""})
    void whatIsAboutTheServerIsAnswered(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theFirstCommitOpensTheServer() {
        try (TestServer filled = new TestServer(TestServer.emptyKnowledge())) {
            assertIsNotKnownYet(filled.get("fhir/Medication"));
            filled.put("test", Medicines.medication("a", "Amoxicillin"));
            assertThat(filled.get("fhir/Medication/a").statusCode()).isEqualTo(200);
            assertThat(filled.get("fhir/Medication/b").statusCode()).isEqualTo(404);
        }
    }

    private static void assertIsNotKnownYet(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(response.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .isPresent())
                .isFalse();
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TRANSIENT);
        assertThat(TestServer.issue(response).getDiagnostics()).contains("first import", "not known yet");
    }
}
