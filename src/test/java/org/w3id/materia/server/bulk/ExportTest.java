package org.w3id.materia.server.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.CapturingInterceptor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.BundleWriter;
import org.w3id.materia.store.Snapshot;

@Timeout(60)
@Tag("server")
class ExportTest {
    private static final String[] HEADERS = {"Accept", "application/fhir+json", "Prefer", "respond-async"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.knowledge("b", "Boric acid"),
                Medicines.knowledge("c", "Größenwahn"),
                Medicines.medication("a", "Amoxicillin"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everythingIsExportedFromKickOffToFiles() throws IOException {
        HttpResponse<String> begun = server.get("fhir/$export", HEADERS);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String location = begun.headers().firstValue("Content-Location").orElseThrow();
        assertThat(location).startsWith(server.base() + "/bulk/");

        HttpResponse<String> status = ended(begun);
        assertThat(status.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(ZonedDateTime.parse(
                                status.headers().firstValue("Expires").orElseThrow(),
                                DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
        JsonNode manifest = JSON.readTree(status.body());
        try (Snapshot snapshot = server.knowledge.snapshot()) {
            assertThat(manifest.get("transactionTime").textValue())
                    .isEqualTo(BundleWriter.instant(snapshot.committed()));
        }
        assertThat(manifest.get("request").textValue()).isEqualTo(server.base() + "/$export");
        assertThat(manifest.get("requiresAccessToken").booleanValue()).isFalse();
        assertThat(manifest.get("error").isArray()).isTrue();
        assertThat(manifest.get("error")).isEmpty();
        assertThat(manifest.get("output")).hasSize(2);
        assertThat(types(manifest)).containsExactly("Medication 1", "MedicationKnowledge 3");

        HttpResponse<String> file = server.get(path(manifest, 1));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/fhir+ndjson");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(3);
        for (int i = 0; i < 3; i++) {
            String id = List.of("a", "b", "c").get(i);
            assertThat(lines.get(i))
                    .isEqualTo(server.get("fhir/MedicationKnowledge/" + id).body());
        }
    }

    @Test
    void aJobThatRunsSaysHowFarItIs() {
        List<HttpResponse<String>> polls = new ArrayList<>();
        HttpResponse<String> begun = server.get("fhir/$export", HEADERS);
        do {
            polls.add(server.get(location(begun)));
        } while (polls.get(polls.size() - 1).statusCode() == 202);
        assertThat(polls.get(polls.size() - 1).statusCode()).isEqualTo(200);
        for (HttpResponse<String> running : polls.subList(0, polls.size() - 1)) {
            assertThat(running.headers().firstValue("X-Progress").orElseThrow())
                    .matches("waiting|\\d of \\d resources written");
            assertThat(running.headers().firstValue("Retry-After")).hasValue("2");
        }
    }

    @Test
    void aDeletedJobIsGoneWithItsFiles() throws IOException {
        HttpResponse<String> begun = server.get("fhir/$export", HEADERS);
        JsonNode manifest = JSON.readTree(ended(begun).body());
        HttpResponse<String> deleted = server.send("DELETE", location(begun));
        assertThat(deleted.statusCode()).isEqualTo(202);
        for (HttpResponse<String> gone : List.of(
                server.get(location(begun)), server.send("DELETE", location(begun)), server.get(path(manifest, 0)))) {
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(TestServer.issue(gone).getCode()).isEqualTo(IssueType.NOTFOUND);
            assertThat(TestServer.issue(gone).getDiagnostics()).contains("There is no export");
        }
    }

    @Test
    void anExpiredJobIsGoneWithItsFiles() throws IOException {
        HttpResponse<String> begun = server.get("fhir/$export", HEADERS);
        JsonNode manifest = JSON.readTree(ended(begun).body());
        server.ahead.set(Duration.ofHours(25));
        assertThat(server.get(path(manifest, 0)).statusCode()).isEqualTo(404);
        assertThat(server.get(location(begun)).statusCode()).isEqualTo(404);
    }

    @Test
    void aDownloadThatBrokeOffIsResumed() throws IOException, InterruptedException {
        for (String coding : List.of("identity", "gzip")) {
            String path = path(
                    JSON.readTree(ended(server.get("fhir/$export", HEADERS)).body()), 1);
            HttpResponse<byte[]> whole = bytes(path, "Accept-Encoding", coding);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
            assertThat(whole.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo(coding);
            assertThat(whole.headers().allValues("Vary").toString()).contains("Accept-Encoding");
            String etag = whole.headers().firstValue("ETag").orElseThrow();
            assertThat(etag).as("strong").startsWith("\"");
            int length = whole.body().length;
            assertThat(whole.headers().firstValue("Content-Length")).hasValue(Integer.toString(length));

            HttpResponse<byte[]> rest = bytes(path, "Accept-Encoding", coding, "Range", "bytes=100-", "If-Range", etag);
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.headers().firstValue("Content-Range")).hasValue("bytes 100-" + (length - 1) + "/" + length);
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.write(whole.body(), 0, 100);
            joined.writeBytes(rest.body());
            assertThat(joined.toByteArray()).isEqualTo(whole.body());

            HttpResponse<byte[]> other =
                    bytes(path, "Accept-Encoding", coding, "Range", "bytes=100-", "If-Range", "\"other\"");
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.body()).isEqualTo(whole.body());
            assertThat(bytes(path, "Accept-Encoding", coding, "If-None-Match", etag)
                            .statusCode())
                    .as(coding)
                    .isEqualTo(304);
            assertThat(bytes(path, "Accept-Encoding", coding, "Range", "bytes=" + length + "-")
                            .statusCode())
                    .isEqualTo(416);
            HttpResponse<String> head = server.send("HEAD", path, "Accept-Encoding", coding);
            assertThat(head.headers().firstValue("Content-Length")).hasValue(Integer.toString(length));
            assertThat(head.body()).isEmpty();
            server.ahead.set(server.ahead.get().plusHours(25));
        }
    }

    @Test
    void bothRepresentationsHaveTheSameContentAndTagsOfTheirOwn() throws IOException, InterruptedException {
        String path =
                path(JSON.readTree(ended(server.get("fhir/$export", HEADERS)).body()), 1);
        HttpResponse<byte[]> plain = bytes(path);
        HttpResponse<byte[]> gzip = bytes(path, "Accept-Encoding", "gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body()))).hasBinaryContent(plain.body());
        assertThat(new String(plain.body(), UTF_8)).contains("Größenwahn");
        assertThat(gzip.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(bytes(path, "Accept-Encoding", "gzip;q=0, identity").body()).isEqualTo(plain.body());
    }

    @Test
    void nothingButFilesOfTheManifestIsServed() throws IOException {
        HttpResponse<String> begun = server.get("fhir/$export", HEADERS);
        ended(begun);
        for (String name : List.of("job.json", "Binary.ndjson", "Medication.ndjson.gz", "..%2Fjob.json", "")) {
            assertThat(server.get(location(begun) + "/" + name).statusCode())
                    .as(name)
                    .isIn(400, 404);
        }
        assertThat(server.get("fhir/bulk/00000000-0000-0000-0000-000000000000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void typeAndTimeSelectByGet() throws IOException {
        HttpResponse<String> begun = server.get(
                "fhir/$export?_type=Medication,Binary&_outputFormat=application/fhir+ndjson"
                        + "&_since=2020-01-01T00:00:00%2B01:00",
                HEADERS);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        JsonNode manifest = JSON.readTree(ended(begun).body());
        assertThat(types(manifest)).containsExactly("Medication 1");
        assertThat(manifest.get("request").textValue()).contains("/$export?_type=Medication,Binary&");
        JsonNode none = JSON.readTree(ended(server.get("fhir/$export?_since=2100-01-01T00:00:00Z", HEADERS))
                .body());
        assertThat(none.get("output")).isEmpty();
    }

    @Test
    void whatWasRemovedSinceIsListed() throws IOException {
        try (TestServer own =
                TestServer.with(Medicines.medication("a", "Amoxicillin"), Medicines.medication("b", "Boric acid"))) {
            own.put("test", Medicines.medication("a", "Amoxicillin"));
            JsonNode manifest = JSON.readTree(ended(own, own.get("fhir/$export?_since=2020-01-01T00:00:00Z", HEADERS))
                    .body());
            assertThat(types(manifest)).containsExactly("Medication 1");
            assertThat(manifest.get("deleted")).hasSize(1);
            assertThat(manifest.at("/deleted/0/type").asText()).isEqualTo("Bundle");
            String url = manifest.at("/deleted/0/url").asText();
            Bundle bundle = TestServer.CONTEXT
                    .newJsonParser()
                    .parseResource(
                            Bundle.class,
                            own.get(url.substring(
                                            own.server.address().toString().length()))
                                    .body());
            assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.TRANSACTION);
            assertThat(bundle.getEntry()).hasSize(1);
            assertThat(bundle.getEntryFirstRep().getRequest().getMethod()).isEqualTo(Bundle.HTTPVerb.DELETE);
            assertThat(bundle.getEntryFirstRep().getRequest().getUrl()).isEqualTo("Medication/b");

            own.put("test", Medicines.medication("a", "Amoxicillin"), Medicines.medication("b", "Boric acid"));
            JsonNode back = JSON.readTree(ended(own, own.get("fhir/$export?_since=2020-01-01T00:00:00Z", HEADERS))
                    .body());
            assertThat(back.get("deleted")).isEmpty();
        }
    }

    @Test
    void theClientOfHapiBeginsAnExportByPost() throws IOException {
        Parameters parameters = new Parameters()
                .addParameter("_type", new StringType("MedicationKnowledge"))
                .addParameter("_outputFormat", new StringType("ndjson"));
        parameters.addParameter().setName("_since").setValue(new InstantType("2020-01-01T00:00:00Z"));
        IGenericClient client = TestServer.CONTEXT.newRestfulGenericClient(server.base());
        CapturingInterceptor captured = new CapturingInterceptor();
        client.registerInterceptor(captured);
        MethodOutcome outcome = client.operation()
                .onServer()
                .named("$export")
                .withParameters(parameters)
                .withAdditionalHeader("Prefer", "respond-async")
                .returnMethodOutcome()
                .execute();
        assertThat(outcome.getResponseStatusCode()).isEqualTo(202);
        String location =
                captured.getLastResponse().getHeaders("Content-Location").get(0);
        JsonNode manifest = JSON.readTree(
                ended(location.substring(server.server.address().toString().length()))
                        .body());
        assertThat(types(manifest)).containsExactly("MedicationKnowledge 3");
        assertThat(manifest.get("request").textValue()).isEqualTo(server.base() + "/$export");
        assertThat(server.get(path(manifest, 0)).body().lines().map(line -> TestServer.CONTEXT
                        .newJsonParser()
                        .parseResource(MedicationKnowledge.class, line)
                        .getCode()
                        .getText()))
                .containsExactly("Amoxicillin", "Boric acid", "Größenwahn");
    }

    @ParameterizedTest
    @CsvSource({
        "_elements=id,                  NOTSUPPORTED, '''_elements'' is not supported'",
        "_typeFilter=x,                 NOTSUPPORTED, '''_typeFilter'' is not supported'",
        "patient=Patient/1,             NOTSUPPORTED, '''patient'' is not supported'",
        "includeAssociatedData=x,       NOTSUPPORTED, '''includeAssociatedData'' is not supported'",
        "_outputFormat=text/csv,        NOTSUPPORTED, 'text/csv'",
        "_nonsense=1,                   INVALID,      'no parameter ''_nonsense'''",
        "_type=Patient,                 INVALID,      'no resource type ''Patient'''",
        "_type=,                        INVALID,      'no resource type'",
        "_since=2026-11-23,             INVALID,      'an instant with its zone'",
        "_since=2026&_since=2025,       INVALID,      'once'",
    })
    void whatIsWrongOrNotSupportedIsRefusedByName(String query, IssueType issue, String part) {
        HttpResponse<String> refused = server.get("fhir/$export?" + query, HEADERS);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(refused).getCode()).isEqualTo(issue);
        assertThat(TestServer.issue(refused).getDiagnostics()).contains(part);
    }

    @Test
    void aLenientClientIsSpareRefusalsOfWhatIsNotSupported() throws IOException {
        HttpResponse<String> begun = server.get(
                "fhir/$export?_elements=id&_nonsense=1&_type=Patient,Medication",
                "Prefer",
                "respond-async",
                "Prefer",
                "handling=lenient");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(types(JSON.readTree(ended(begun).body()))).containsExactly("Medication 1");
        assertThat(server.get("fhir/$export?_type=Patient", "Prefer", "respond-async, handling=lenient")
                        .statusCode())
                .as("nothing that was asked for is there")
                .isEqualTo(400);
    }

    @Test
    void theGuidesHeadersAreAskedFor() {
        HttpResponse<String> synchronous = server.get("fhir/$export", "Accept", "application/fhir+json");
        assertThat(synchronous.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(synchronous).getDiagnostics()).contains("Prefer: respond-async");
        assertThat(server.get("fhir/$export", "Accept", "text/csv", "Prefer", "respond-async")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"resourceType\":\"Patient\"}", "[]", "<Parameters/>"})
    void aBodyThatIsNotParametersIsRefused(String body) {
        HttpResponse<String> refused = post(body, "application/fhir+json");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(refused).getDiagnostics()).contains("not a Parameters resource");
    }

    @Test
    void parametersByPostAreCheckedLikeThoseByGet() {
        Parameters parameters = new Parameters().addParameter("patient", new Reference("Patient/1"));
        HttpResponse<String> refused =
                post(TestServer.CONTEXT.newJsonParser().encodeResourceToString(parameters), "application/fhir+json");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(refused).getDiagnostics()).contains("'patient' is not supported");
        assertThat(post("_type=Medication", "text/plain").statusCode()).isEqualTo(415);
    }

    @Test
    void otherMethodsAreNotAllowed() {
        HttpResponse<String> put = server.send("PUT", "fhir/$export", HEADERS);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, POST, OPTIONS");
        assertThat(TestServer.issue(put).getCode()).isEqualTo(IssueType.NOTSUPPORTED);
        HttpResponse<String> options = server.send("OPTIONS", "fhir/$export");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).hasValue("GET, POST, OPTIONS");
    }

    @Test
    void moreThanAreKeptIsRefusedWithATimeToTryAgain() {
        ended(server.get("fhir/$export", HEADERS));
        ended(server.get("fhir/$export", HEADERS));
        HttpResponse<String> refused = server.get("fhir/$export", HEADERS);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("120");
        assertThat(TestServer.issue(refused).getCode()).isEqualTo(IssueType.THROTTLED);
    }

    @Test
    void theCapabilityStatementNamesTheOperation() {
        assertThat(server.get("fhir/metadata").body())
                .contains(
                        "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export",
                        "http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data");
    }

    private HttpResponse<String> post(String body, String type) {
        return server.send(
                "POST", "fhir/$export", BodyPublishers.ofString(body), "Content-Type", type, "Prefer", "respond-async");
    }

    private String location(HttpResponse<String> begun) {
        return begun.headers()
                .firstValue("Content-Location")
                .orElseThrow()
                .substring(server.server.address().toString().length());
    }

    private HttpResponse<String> ended(HttpResponse<String> begun) {
        return ended(location(begun));
    }

    private HttpResponse<String> ended(String location) {
        return ended(server, location);
    }

    private static HttpResponse<String> ended(TestServer of, HttpResponse<String> begun) {
        String location = begun.headers().firstValue("Content-Location").orElseThrow();
        return ended(of, location.substring(of.server.address().toString().length()));
    }

    private static HttpResponse<String> ended(TestServer of, String location) {
        while (true) {
            HttpResponse<String> status = of.get(location);
            if (status.statusCode() != 202) {
                assertThat(status.statusCode()).as(status.body()).isEqualTo(200);
                return status;
            }
        }
    }

    private static List<String> types(JsonNode manifest) {
        List<String> types = new ArrayList<>();
        manifest.get("output")
                .forEach(file -> types.add(
                        file.get("type").textValue() + " " + file.get("count").intValue()));
        return types;
    }

    private String path(JsonNode manifest, int file) {
        String url = manifest.get("output").get(file).get("url").textValue();
        return url.substring(server.server.address().toString().length());
    }

    private HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.server.address() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
