package org.w3id.materia.server.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.SearchTest;

@Tag("server")
class BatchTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.medication("b", "Boric acid"),
                Medicines.composition("a"),
                Medicines.markdown("a"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyEntryIsAnsweredAsTheRequestThatItIs() {
        Bundle answer = send(bundle(
                BundleType.BATCH,
                "GET Medication/a",
                "GET Medication?name=bor%C3%ADc&_count=5",
                "GET " + server.base() + "/Medication/b",
                "GET Medication/none",
                "GET Medication?colour=red",
                "DELETE Medication/a",
                "GET metadata",
                "GET Composition/a/$document",
                "HEAD Medication/a",
                "GET Binary/a",
                "POST Medication/_search?name=amox",
                "POST Medication/a/$meta",
                "GET Medication/a?_format=xml"));
        assertThat(answer.getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(answer.getEntry().stream().map(e -> e.getResponse().getStatus()))
                .containsExactly(
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "404 Not Found",
                        "400 Bad Request",
                        "405 Method Not Allowed",
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "200 OK",
                        "200 OK");
        assertThat(resource(answer, 0).fhirType()).isEqualTo("Medication");
        Bundle search = (Bundle) resource(answer, 1);
        assertThat(SearchTest.ids(search)).containsExactly("b");
        assertThat(search.getLink("self").getUrl()).startsWith(server.base() + "/Medication?name=");
        assertThat(resource(answer, 2).getIdElement().getIdPart()).isEqualTo("b");
        assertThat(resource(answer, 3)).isNull();
        assertThat(issue(answer, 3)).isEqualTo(IssueType.NOTFOUND);
        assertThat(issue(answer, 4)).isEqualTo(IssueType.INVALID);
        assertThat(issue(answer, 5)).isEqualTo(IssueType.NOTSUPPORTED);
        assertThat(resource(answer, 6)).isInstanceOf(CapabilityStatement.class);
        assertThat(((Bundle) resource(answer, 7)).getType()).isEqualTo(BundleType.DOCUMENT);
        assertThat(resource(answer, 9).fhirType()).isEqualTo("Binary");
        assertThat(SearchTest.ids((Bundle) resource(answer, 10))).containsExactly("a");
        assertThat(resource(answer, 11)).isInstanceOf(Parameters.class);
        assertThat(resource(answer, 12)).isInstanceOf(Medication.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET $export?_type=Medication",
                "POST $export",
                "GET Medication/$export",
                "GET bulk/00000000-0000-0000-0000-000000000000",
                "GET api-docs",
                "GET swagger-ui/"
            })
    void whatIsNoInteractionOfFhirSaysHowToAskForIt(String entry) {
        Bundle answer = send(bundle(BundleType.BATCH, entry, "GET Medication/a"));
        OperationOutcome outcome =
                (OperationOutcome) answer.getEntry().get(0).getResponse().getOutcome();
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(IssueType.NOTSUPPORTED);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains("has no place in a batch", "by itself");
        assertThat(answer.getEntry().get(1).getResponse().getStatus()).isEqualTo("200 OK");
    }

    @Test
    void anAnswerSaysWhichVersionItIs() {
        HttpResponse<String> alone = server.get("fhir/Medication/a");
        BundleEntryComponent entry =
                send(bundle(BundleType.BATCH, "GET Medication/a")).getEntryFirstRep();
        assertThat(entry.getResponse().getEtag())
                .isEqualTo(alone.headers().firstValue("ETag").orElseThrow());
        assertThat(entry.getResponse().getLastModifiedElement().getValueAsString())
                .startsWith("2026-11-23T01:50:24");
        assertThat(TestServer.CONTEXT.newJsonParser().encodeResourceToString(entry.getResource()))
                .isEqualTo(alone.body());
        Bundle again = bundle(BundleType.BATCH, "GET Medication/a");
        again.getEntryFirstRep().getRequest().setIfNoneMatch(entry.getResponse().getEtag());
        BundleEntryComponent unchanged = send(again).getEntryFirstRep();
        assertThat(unchanged.getResponse().getStatus()).isEqualTo("304 Not Modified");
        assertThat(unchanged.hasResource()).isFalse();
    }

    @Test
    void aTransactionOfReadsIsAnswered() {
        IGenericClient client = TestServer.CONTEXT.newRestfulGenericClient(server.base());
        Bundle answer = client.transaction()
                .withBundle(bundle(BundleType.TRANSACTION, "GET Medication/a", "GET Medication/b"))
                .execute();
        assertThat(answer.getType()).isEqualTo(BundleType.TRANSACTIONRESPONSE);
        assertThat(answer.getEntry().stream()
                        .map(e -> e.getResource().getIdElement().getIdPart()))
                .containsExactly("a", "b");
        assertThatThrownBy(() -> client.transaction()
                        .withBundle(bundle(BundleType.TRANSACTION, "GET Medication/a", "GET Medication/none"))
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Bundle.entry[1]")
                .hasMessageContaining("'none'");
    }

    @Test
    void aWriteInATransactionIsRefusedAsAWhole() {
        HttpResponse<String> response = post(encoded(bundle(BundleType.TRANSACTION, "PUT Medication/a")));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(TestServer.issue(response).getDiagnostics()).contains("read-only");
    }

    @Test
    void aBatchComesInXmlToo() {
        String xml =
                TestServer.CONTEXT.newXmlParser().encodeResourceToString(bundle(BundleType.BATCH, "GET Medication/a"));
        HttpResponse<String> response = server.send(
                "POST",
                "fhir",
                BodyPublishers.ofString(xml),
                "Content-Type",
                "application/fhir+xml",
                "Accept",
                "application/fhir+xml");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(TestServer.CONTEXT
                        .newXmlParser()
                        .parseResource(Bundle.class, response.body())
                        .getEntryFirstRep()
                        .getResource())
                .isInstanceOf(Medication.class);
    }

    @Test
    void whatIsNoBatchIsRefused() {
        assertThat(post("{\"resourceType\":\"Bundle\",\"type\":\"collection\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("{\"resourceType\":\"Medication\"}").statusCode()).isEqualTo(400);
        assertThat(post("{").statusCode()).isEqualTo(400);
        assertThat(post("").statusCode()).isEqualTo(400);
        assertThat(server.send("POST", "fhir", BodyPublishers.ofString("x"), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void anEntryThatIsNoRequestIsRefusedAlone() {
        Bundle batch = bundle(BundleType.BATCH, "GET Medication/a", "POST /");
        batch.addEntry().setFullUrl("urn:uuid:3f1c7a52-7f0c-4e0b-9a43-3a6f7a0f5b11");
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Medication?name=%ZZ");
        Bundle answer = send(batch);
        assertThat(answer.getEntry().stream().map(e -> e.getResponse().getStatus()))
                .containsExactly("200 OK", "400 Bad Request", "400 Bad Request", "400 Bad Request");
        assertThat(issue(answer, 1)).isEqualTo(IssueType.INVALID);
        assertThat(issue(answer, 2)).isEqualTo(IssueType.INVALID);
        assertThat(issue(answer, 3)).isEqualTo(IssueType.INVALID);
    }

    @Test
    void anEmptyBatchHasAnEmptyAnswer() {
        assertThat(send(bundle(BundleType.BATCH)).getEntry()).isEmpty();
    }

    private static Bundle bundle(BundleType type, String... requests) {
        Bundle bundle = new Bundle().setType(type);
        for (String request : requests) {
            List<String> parts = List.of(request.split(" ", 2));
            bundle.addEntry()
                    .getRequest()
                    .setMethod(HTTPVerb.fromCode(parts.get(0)))
                    .setUrl(parts.get(1));
        }
        return bundle;
    }

    private static org.hl7.fhir.r4.model.Resource resource(Bundle answer, int entry) {
        return answer.getEntry().get(entry).getResource();
    }

    private static IssueType issue(Bundle answer, int entry) {
        return ((OperationOutcome) answer.getEntry().get(entry).getResponse().getOutcome())
                .getIssueFirstRep()
                .getCode();
    }

    private static Bundle send(Bundle batch) {
        HttpResponse<String> response = post(encoded(batch));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }

    private static String encoded(Bundle bundle) {
        return TestServer.CONTEXT.newJsonParser().encodeResourceToString(bundle);
    }

    private static HttpResponse<String> post(String body) {
        return server.send("POST", "fhir", BodyPublishers.ofString(body), "Content-Type", "application/fhir+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"resourceType\":null}",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"extension\":[null]}",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":\"x\"}",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":null}]}",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":{\"x\":1}}]}",
                "{\"resourceType\":\"Patient\"}",
            })
    void whatIsNoBundleIsRefused(String body) {
        HttpResponse<String> response =
                server.send("POST", "fhir", BodyPublishers.ofString(body), "Content-Type", "application/fhir+json");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.INVALID);
        assertThat(TestServer.issue(response).getDiagnostics()).isNotBlank().doesNotContain("Exception", "HAPI-");
    }
}
