package org.w3id.materia.server.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.HinderedKnowledgeBase;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

@Tag("server")
class FailureTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(Medicines.knowledge("a", "Amoxicillin"), Medicines.composition("a"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Method, path, status, kind of issue, words of the message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "GET ! fhir/Medicine/a ! 404 ! NOTFOUND ! no resource type 'Medicine'. It has: MedicationKnowledge",
                "GET ! fhir/Patient ! 404 ! NOTFOUND ! no resource type 'Patient'",
                "GET ! fhir/MedicationKnowledge/b ! 404 ! NOTFOUND ! no MedicationKnowledge with the id 'b'",
                "GET ! fhir/Composition/b/$document ! 404 ! NOTFOUND ! no Composition with the id 'b'",
                "GET ! fhir/MedicationKnowledge/a?_count=1 ! 400 ! INVALID ! no parameter '_count'",
                "GET ! fhir/MedicationKnowledge/a?_pretty=yes ! 400 ! INVALID ! '_pretty': it is true or false",
                "GET ! fhir/MedicationKnowledge/a?_summary=all ! 400 ! INVALID ! 'all' is not a value for '_summary'",
                "GET ! fhir/MedicationKnowledge/a?_summary=count ! 400 ! INVALID ! of searches alone",
                "GET ! fhir/MedicationKnowledge/a?code=x ! 400 ! INVALID ! no parameter 'code'",
                "GET ! fhir/MedicationKnowledge/a?_format=html ! 406 ! NOTSUPPORTED ! 'html'",
                "GET ! fhir/MedicationKnowledge?colour=red ! 400 ! INVALID ! no search parameter 'colour'",
                "GET ! fhir/MedicationKnowledge?_sort=colour ! 400 ! INVALID ! no search parameter 'colour'",
                "GET ! fhir/MedicationKnowledge?_has:X:y:z=1 ! 400 ! INVALID ! 'X' in '_has:X:y:z' is not served",
                "GET ! fhir/MedicationKnowledge?_query=x ! 400 ! NOTSUPPORTED ! does not do GET MedicationKnowledge",
                "GET ! fhir/MedicationKnowledge?code:in=x ! 400 ! INVALID ! value Set 'x' could not be found",
                "GET ! fhir/MedicationKnowledge?code= ! 400 ! INVALID ! empty value",
                "GET ! fhir/MedicationKnowledge?_count=many ! 400 ! INVALID ! 'many' is not a value for '_count'",
                "GET ! fhir/MedicationKnowledge?_count=-1 ! 400 ! INVALID ! '-1' is not a value",
                "GET ! fhir/MedicationKnowledge?_count=1&_count=2 ! 400 ! INVALID ! once",
                "GET ! fhir/MedicationKnowledge?_total=all ! 400 ! INVALID ! none, estimate or accurate",
                "GET ! fhir/MedicationKnowledge?_cursor=x ! 400 ! INVALID ! '_cursor'",
                "GET ! fhir/MedicationKnowledge?_lastUpdated=zz2026 ! 400 ! INVALID ! 'zz' is not a prefix",
                "GET ! fhir/MedicationKnowledge?_summary=true&_elements=code ! 400 ! INVALID ! cannot be combined",
                "GET ! fhir/Composition/a/$everything ! 400 ! NOTSUPPORTED ! $everything",
                "GET ! fhir/Composition/a/$document?persist=true ! 400 ! NOTSUPPORTED ! persist",
                "GET ! fhir/Composition/a/$document?graph=x ! 400 ! NOTSUPPORTED ! graph",
                "GET ! fhir/Composition/a/$document?colour=x ! 400 ! INVALID ! no parameter 'colour'",
                "GET ! fhir/MedicationKnowledge/a/_history/1 ! 404 ! NOTFOUND ! no version '1'",
                "GET ! fhir/Composition/a/MedicationKnowledge ! 400 ! NOTSUPPORTED ! does not do",
                "PUT ! fhir/MedicationKnowledge/a ! 405 ! NOTSUPPORTED ! read-only",
                "POST ! fhir/MedicationKnowledge ! 405 ! NOTSUPPORTED ! read-only",
                "POST ! fhir ! 415 ! NOTSUPPORTED ! application/fhir+json",
                "DELETE ! fhir/MedicationKnowledge/a ! 405 ! NOTSUPPORTED ! read-only",
                "PATCH ! fhir/MedicationKnowledge/a ! 405 ! NOTSUPPORTED ! read-only",
                "DELETE ! fhir/MedicationKnowledge?code=x ! 405 ! NOTSUPPORTED ! read-only",
                "PUT ! fhir/MedicationKnowledge/_search ! 405 ! NOTSUPPORTED ! read-only",
                "POST ! fhir/metadata ! 405 ! NOTSUPPORTED ! read-only",
                "GET ! elsewhere ! 404 ! NOTFOUND ! nothing at /elsewhere",
                "GET ! fhirx/MedicationKnowledge ! 404 ! NOTFOUND ! nothing at /fhirx/MedicationKnowledge",
                "GET ! fhir//MedicationKnowledge ! 400 ! INVALID ! The path /fhir//MedicationKnowledge has an empty"
                        + " segment",
                "DELETE ! elsewhere ! 404 ! NOTFOUND ! nothing at /elsewhere",
            })
    void everyFailureIsExplained(String method, String path, int status, IssueType type, String words) {
        HttpResponse<String> response = server.send(method, path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/fhir+json;charset=utf-8");
        OperationOutcomeIssueComponent issue = TestServer.issue(response);
        assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.ERROR);
        assertThat(issue.getCode()).isEqualTo(type);
        assertThat(issue.getDiagnostics()).contains(words).doesNotContain("HAPI", "Exception");
        if (status == 405) {
            assertThat(response.headers().firstValue("Allow").orElseThrow()).startsWith("GET, HEAD, OPTIONS");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fhir/MedicationKnowledge?code=%ZZ, code, two hexadecimal digits",
        "fhir/MedicationKnowledge?code=%, code, two hexadecimal digits",
        "fhir/MedicationKnowledge?_count=1&name=50%25%2, name, two hexadecimal digits",
        "fhir/MedicationKnowledge?code=%C3%28, code, not UTF-8",
        "fhir/MedicationKnowledge?a%zz=b, a%zz, two hexadecimal digits",
        "infobutton?mainSearchCriteria.v.dn=%zz, mainSearchCriteria.v.dn, two hexadecimal digits",
        "fhir/ValueSet/$expand?filter=%E9, filter, not UTF-8"
    })
    void aMalformedParameterIsNamed(String path, String parameter, String fault) throws IOException {
        assertThat(raw("GET /" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"resourceType\":\"OperationOutcome\"")
                .contains("The parameter '" + parameter + "' is malformed: ")
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "fhir/MedicationKnowledge/_search, name=%zz, name, two hexadecimal digits",
        "fhir/MedicationKnowledge/_search, _count=1&code=50%25%2, code, two hexadecimal digits",
        "fhir/ValueSet/$expand, url=a&filter=%E9, filter, not UTF-8",
        "fhir/MedicationKnowledge/_search, a%zz=b, a%zz, two hexadecimal digits"
    })
    void aMalformedParameterOfAFormIsNamed(String path, String form, String parameter, String fault)
            throws IOException {
        assertThat(raw("POST /" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: "
                        + form.length() + "\r\n\r\n" + form))
                .startsWith("HTTP/1.1 400")
                .contains("\"resourceType\":\"OperationOutcome\"")
                .contains("The parameter '" + parameter + "' is malformed: ")
                .contains(fault);
    }

    @Test
    void anUnknownMethodIsRefused() {
        for (String method : new String[] {"BREW", "TRACE"}) {
            HttpResponse<String> response = server.send(method, "fhir/MedicationKnowledge/a");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.NOTSUPPORTED);
            assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health/live", "health/ready"})
    void aPageIsOnlyRead(String path) {
        HttpResponse<String> response = server.send("POST", path);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.NOTSUPPORTED);
    }

    @Test
    void aFailureComesInTheFormThatTheClientAskedFor() {
        HttpResponse<String> response = server.get("fhir/MedicationKnowledge/b", "Accept", "application/fhir+xml");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/fhir+xml;charset=utf-8");
        assertThat(response.body()).startsWith("<OperationOutcome");
    }

    @Test
    void aFailureIsDatedOnceAndIndentedForThoseWhoWantIt() {
        HttpResponse<String> response = server.get("fhir/MedicationKnowledge/b?_pretty=true");
        assertThat(response.headers().allValues("Date")).hasSize(1);
        assertThat(response.body()).startsWith("{\n  \"resourceType\": \"OperationOutcome\",\n");
        assertThat(server.get("fhir/MedicationKnowledge/b").body()).doesNotContain("\n");
    }

    @Test
    void aUrlThatIsTooLongIsRefused() {
        HttpResponse<String> response = server.get("fhir/MedicationKnowledge?code=" + "x".repeat(5000));
        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOLONG);
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() {
        HttpResponse<String> response = server.get("fhir/metadata", "X-Long", "x".repeat(5000));
        assertThat(response.statusCode()).isEqualTo(431);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOLONG);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/MedicationKnowledge/_search",
                HttpRequest.BodyPublishers.ofString("code=" + "x".repeat(3000)),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOLONG);
    }

    @Test
    void aBodyOfUnknownLengthThatIsTooLongIsRefused() {
        byte[] body = ("code=" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/MedicationKnowledge/_search",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOLONG);
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/MedicationKnowledge/_search",
                HttpRequest.BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/fhir+json");
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.NOTSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "identity", "gzip, br"})
    void codingThatIsNotSpokenIsRefusedWithTheOneThatIs(String coding) {
        HttpResponse<String> refused = server.send(
                "POST",
                "fhir/CodeSystem/$lookup",
                java.net.http.HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"Parameters\"}"),
                "Content-Type",
                "application/fhir+json",
                "Content-Encoding",
                coding);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Accept-Encoding")).hasValue("gzip");
        assertThat(TestServer.issue(refused).getDiagnostics()).contains("gzip", "'" + coding + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "application/fhir+json !"
                        + " {\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueInteger\":99999999999999}]}",
                "application/fhir+xml ! <Parameters xmlns='http://hl7.org/fhir'><parameter><name"
                        + " value='a'/><valueInteger value='99999999999999'/></parameter></Parameters>",
                "application/fhir+xml ! <Parameters xmlns='http://hl7.org/fhir'><parameter>",
                "application/fhir+json ! {\"resourceType\":\"Parameters\",\"parameter\":[[1]]}",
                "application/fhir+json ! {\"resourceType\":\"Parameters\"} \"more\""
            },
            quoteCharacter = '~')
    void noRefusalNamesAClassOfTheProgram(String type, String body) {
        HttpResponse<String> refused = server.send(
                "POST",
                "fhir/MedicationKnowledge/a/$everything",
                java.net.http.HttpRequest.BodyPublishers.ofString(body),
                "Content-Type",
                type);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .doesNotContain("Exception", "HAPI-", "java.", "unknown-source", "fasterxml", "FAIL_ON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ValueSet/$batch-validate-code", "ValueSet/$expand", "MedicationKnowledge/$check", "$export"})
    void anElementWithoutANameIsTheClientsMistake(String operation) {
        HttpResponse<String> refused = server.send(
                "POST",
                "fhir/" + operation,
                java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"a\",\"\":{\"\":1}}]}"),
                "Content-Type",
                "application/fhir+json",
                "Prefer",
                "respond-async");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("index");
    }

    @Test
    void aFaultTellsTheClientOnlyWhereToLook() {
        try (TestServer broken = new TestServer(new HinderedKnowledgeBase(() -> {
            throw new IllegalStateException("the disk is gone");
        }))) {
            HttpResponse<String> response = broken.get("fhir/MedicationKnowledge/a", "X-Request-ID", "my-request.7");
            assertThat(response.statusCode()).isEqualTo(500);
            OperationOutcomeIssueComponent issue = TestServer.issue(response);
            assertThat(issue.getCode()).isEqualTo(IssueType.EXCEPTION);
            assertThat(issue.getDiagnostics())
                    .isEqualTo("A fault of the server. The log has its details under the id my-request.7.");
            assertThat(broken.get("").statusCode()).isEqualTo(500);
            assertThat(broken.get("").body()).doesNotContain("disk").contains("under the id");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
