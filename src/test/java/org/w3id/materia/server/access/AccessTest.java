package org.w3id.materia.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.config.ServerConfiguration.Access;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.server.token.Issuer;

/** Every endpoint without a token, with a wrong one, with one for something else, and with the right one. */
@Tag("server")
class AccessTest {
    private static final String AUDIENCE = "https://drugs.example/fhir";
    private static final Issuer ISSUER = new Issuer("https://login.example", "k1");
    private static final String ANYTHING_ELSE = "system/Patient.rs system/Medication.cud user/*.rs";
    private static final String HOOK = """
            {"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
             "context":{"userId":"Practitioner/1","patientId":"p"},
             "prefetch":{"patient":{"resourceType":"Patient","id":"p"},"conditions":null,"allergies":null}}""";
    private static final String BATCH = """
            {"resourceType":"Bundle","type":"batch","entry":[
             {"request":{"method":"GET","url":"MedicationKnowledge/a"}},
             {"request":{"method":"GET","url":"Medication?_count=1"}},
             {"request":{"method":"GET","url":"MedicationKnowledge?_include=MedicationKnowledge:*"}},
             {"request":{"method":"GET","url":"metadata"}}]}""";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        Path keys = Files.writeString(folder.resolve("jwks.json"), ISSUER.published());
        Access access = new Access(
                TrustedIssuer.of(ISSUER.name, keys.toString(), "--issuer"),
                AUDIENCE,
                Optional.of("https://login.example/token"));
        server = TestServer.run(
                TestServer.usual().access(Optional.of(access)).build(), Medicines.knowledge("a", "Amoxicillin"));
        server.ready.set(true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | fhir/MedicationKnowledge/a                                  | system/MedicationKnowledge.r   | 200
            HEAD   | fhir/MedicationKnowledge/a                                  | system/MedicationKnowledge.r   | 200
            GET    | fhir/MedicationKnowledge/a?_format=xml                      | system/MedicationKnowledge.r   | 200
            GET    | fhir/MedicationKnowledge/none                               | system/MedicationKnowledge.r   | 404
            GET    | fhir/MedicationKnowledge/a/_history/none                    | system/MedicationKnowledge.r   | 404
            GET    | fhir/MedicationKnowledge/a/_history                         | system/MedicationKnowledge.r   | 200
            GET    | fhir/MedicationKnowledge/_history                           | system/MedicationKnowledge.s   | 200
            GET    | fhir/_history                                               | system/*.s                     | 200
            GET    | fhir/MedicationKnowledge                                    | system/MedicationKnowledge.s   | 200
            GET    | fhir/MedicationKnowledge?_count=1&_format=xml               | system/MedicationKnowledge.s   | 200
            GET    | fhir/MedicationKnowledge                                    | system/MedicationKnowledge.read | 200
            POST   | fhir/MedicationKnowledge/_search                            | system/MedicationKnowledge.s   | 200
            GET    | fhir?_type=MedicationKnowledge                              | system/MedicationKnowledge.s   | 200
            GET    | fhir?_type=MedicationKnowledge,Medication                   | system/MedicationKnowledge.s system/Medication.s | 200
            GET    | fhir?_content=amoxicillin                                   | system/*.s                     | 200
            GET    | fhir/Medication?_include=Medication:ingredient              | system/*.rs                    | 200
            GET    | fhir/MedicationKnowledge?_include=MedicationKnowledge:*     | system/*.rs                    | 200
            GET    | fhir/MedicationKnowledge?_has:DetectedIssue:implicated:code=x | system/*.rs                  | 200
            GET    | fhir/DetectedIssue?implicated:Medication.code=x             | system/*.rs                    | 200
            GET    | fhir/Binary/none                                            | system/Binary.r                | 404
            GET    | fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender | system/ValueSet.r | 200
            POST   | fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender | system/ValueSet.r | 200
            GET    | fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=male | system/CodeSystem.r | 200
            GET    | fhir/ConceptMap/$translate                                  | system/ConceptMap.r            | 400
            GET    | fhir/MedicationKnowledge/a/$meta                            | system/MedicationKnowledge.r   | 200
            GET    | fhir/$meta                                                  | system/*.rs                    | 200
            GET    | fhir/MedicationKnowledge/a/$everything                      | system/*.rs                    | 200
            GET    | fhir/MedicationKnowledge/a/$diff                            | system/*.rs                    | 400
            GET    | fhir/MedicationKnowledge/$check                             | system/*.rs                    | 400
            GET    | fhir/Composition/none/$document                             | system/*.rs                    | 404
            GET    | fhir/MedicationKnowledge/$invented                          | system/*.rs                    | 400
            GET    | fhir/$export                                                | system/*.rs                    | 202
            GET    | fhir/$export?_type=MedicationKnowledge                      | system/MedicationKnowledge.rs  | 202
            GET    | fhir/bulk/00000000-0000-0000-0000-000000000000              | system/Medication.r            | 404
            DELETE | fhir/bulk/00000000-0000-0000-0000-000000000000              | system/Medication.r            | 404
            GET    | fhir/bulk/00000000-0000-0000-0000-000000000000/Medication.ndjson | system/Medication.r       | 404
            PUT    | fhir/changes                                                | system/*.rs                    | 405
            PUT    | fhir/changes?_type=Medication                               | system/Medication.rs           | 405
            DELETE | fhir/MedicationKnowledge/a                                  | system/MedicationKnowledge.r   | 405
            POST   | cds-services/medication-patient-view                        | system/*.rs                    | 200
            GET    | cds-services/medication-patient-view/feedback               | system/*.rs                    | 200
            GET    | infobutton                                                  | system/*.rs                    | 400
            GET    | medicines/a                                                 | system/*.rs                    | 200
            GET    |                                                             | system/*.rs                    | 200
            GET    | nowhere                                                     | system/*.rs                    | 404
            GET    | fhir/Nothing/a                                              | system/Nothing.r               | 404
            GET    | metrics                                                     | materia:metrics                | 200
            """)
    void anEndpointOpensToTheRightTokenAlone(String method, String path, String scopes, int status) {
        String endpoint = path == null ? "" : path.replace("|", "%7C");

        assertThat(ask(method, endpoint)).satisfies(r -> refused(r, 401, "Bearer realm=\"Materia\"", IssueType.LOGIN));
        String invalid = "Bearer realm=\"Materia\", error=\"invalid_token\"";
        for (JWTClaimsSet wrong : List.of(
                claims(scopes).audience("https://elsewhere.example").build(),
                claims(scopes)
                        .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                        .build(),
                claims(scopes).issuer("https://other.example").build())) {
            assertThat(ask(method, endpoint, wrong)).satisfies(r -> refused(r, 401, invalid, IssueType.LOGIN));
        }
        HttpResponse<String> other = ask(method, endpoint, claims(ANYTHING_ELSE).build());
        boolean whoeverHasAny = endpoint.matches("fhir/bulk/[0-9-]+");
        if (!whoeverHasAny) {
            refused(
                    other,
                    403,
                    "Bearer realm=\"Materia\", error=\"insufficient_scope\", scope=\"",
                    IssueType.FORBIDDEN);
        }
        HttpResponse<String> right = ask(method, endpoint, claims(scopes).build());
        assertThat(right.statusCode()).as(right.body()).isEqualTo(status);
        assertThat(right.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private static void refused(HttpResponse<String> response, int status, String challenge, IssueType issue) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith(challenge);
        if (!response.request().method().equals("HEAD")) {
            assertThat(TestServer.issue(response).getCode()).isEqualTo(issue);
        }
    }

    /** With less than is needed, by the letter or by the type. */
    @ParameterizedTest
    @CsvSource({
        "fhir/MedicationKnowledge, system/MedicationKnowledge.r",
        "fhir/MedicationKnowledge/a, system/MedicationKnowledge.s",
        "fhir/MedicationKnowledge/_history, system/MedicationKnowledge.r",
        "fhir/MedicationKnowledge?_include=*, system/MedicationKnowledge.rs",
        "fhir/MedicationKnowledge?_include:iterate=*, system/MedicationKnowledge.rs",
        "fhir/MedicationKnowledge?_revinclude=Medication:a, system/MedicationKnowledge.rs",
        "fhir/DetectedIssue?implicated.code=x, system/DetectedIssue.rs",
        "fhir/MedicationKnowledge?_has:DetectedIssue:implicated:code=x, system/MedicationKnowledge.rs",
        "fhir?_type=MedicationKnowledge%2CMedication, system/Medication.s",
        "fhir, system/Medication.s",
        "fhir/_history, system/Medication.s",
        "fhir/$export, system/Medication.rs",
        "fhir/$export?_type=Medication%2CBinary, system/Medication.rs",
        "fhir/changes, system/Medication.rs",
        "fhir/MedicationKnowledge/a/$everything, system/MedicationKnowledge.rs",
        "fhir/MedicationKnowledge/$check, system/MedicationKnowledge.rs",
        "fhir/bulk/00000000-0000-0000-0000-000000000000/Binary.ndjson, system/Medication.rs",
        "fhir/bulk/00000000-0000-0000-0000-000000000000, materia:metrics",
        "metrics, system/*.rs",
        "fhir/%4dedicationKnowledge/a, system/Medication.rs",
        "medicines/a, system/MedicationKnowledge.rs"
    })
    void lessThanIsNeededIsNotEnough(String path, String scopes) {
        HttpResponse<String> response = ask("GET", path, claims(scopes).build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    }

    /** What only the body says is looked at too. */
    @Test
    void aFormInTheBodyCannotReachBeyondTheToken() {
        String token = ISSUER.bearer(claims("system/MedicationKnowledge.rs").build(), h -> h);
        for (String form :
                List.of("_include=*", "_revinclude=DetectedIssue:implicated", "_has:DetectedIssue:implicated:code=x")) {
            HttpResponse<String> response = server.send(
                    "POST",
                    "fhir/MedicationKnowledge/_search",
                    BodyPublishers.ofString(form),
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Authorization",
                    token);
            refused(response, 403, "Bearer realm=\"Materia\", error=\"insufficient_scope\"", IssueType.FORBIDDEN);
        }
    }

    @Test
    void eachEntryOfABatchNeedsItsOwn() throws IOException {
        assertThat(batch()).isEqualTo("401");
        assertThat(batch("materia:metrics")).isEqualTo("403");
        assertThat(batch("system/MedicationKnowledge.rs")).isEqualTo("200 [200, 403, 403, 200]");
        assertThat(batch("system/Medication.s")).isEqualTo("200 [403, 200, 403, 200]");
        assertThat(batch("system/*.rs")).isEqualTo("200 [200, 200, 200, 200]");
    }

    private static String batch(String... scopes) throws IOException {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/fhir+json"));
        if (scopes.length > 0) {
            headers.addAll(
                    List.of("Authorization", ISSUER.bearer(claims(scopes[0]).build(), h -> h)));
        }
        HttpResponse<String> response =
                server.send("POST", "fhir", BodyPublishers.ofString(BATCH), headers.toArray(String[]::new));
        JsonNode body = new ObjectMapper().readTree(response.body());
        List<String> entries = new ArrayList<>();
        body.path("entry")
                .forEach(e -> entries.add(e.at("/response/status").asText().substring(0, 3)));
        return response.statusCode() + (entries.isEmpty() ? "" : " " + entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir/metadata",
                "fhir/metadata?mode=terminology",
                "fhir/$versions",
                "fhir/api-docs",
                "fhir/.well-known/smart-configuration",
                "cds-services",
                "health/live",
                "health/ready"
            })
    void whatDescribesTheServerIsOpen(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
        assertThat(server.get(path, "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(200);
    }

    @Test
    void browsersMayAskWhatIsAllowed() {
        assertThat(server.send("OPTIONS", "fhir/MedicationKnowledge").statusCode())
                .isEqualTo(204);
    }

    @Test
    void clientsFindWhereTokensComeFrom() throws IOException {
        HttpResponse<String> response = server.get("fhir/.well-known/smart-configuration");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode document = new ObjectMapper().readTree(response.body());
        assertThat(document.get("issuer").textValue()).isEqualTo(ISSUER.name);
        assertThat(document.get("token_endpoint").textValue()).isEqualTo("https://login.example/token");
        assertThat(document.get("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(document.get("scopes_supported").toString())
                .contains("\"system/*.rs\"", "\"system/MedicationKnowledge.rs\"", "\"materia:metrics\"");
        assertThat(document.get("capabilities").toString()).contains("client-confidential-asymmetric", "permission-v2");
        assertThat(server.get("fhir/metadata").body()).contains("SMART-on-FHIR");
    }

    private static JWTClaimsSet.Builder claims(String scopes) {
        return ISSUER.claims(AUDIENCE).claim("client_id", "ehr").claim("scope", scopes);
    }

    private static HttpResponse<String> ask(String method, String path, JWTClaimsSet claims) {
        return ask(method, path, "Authorization", ISSUER.bearer(claims, header -> header));
    }

    private static HttpResponse<String> ask(String method, String path, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        if (path.contains("$export")) {
            headers.addAll(List.of("Prefer", "respond-async"));
        }
        boolean hook = path.startsWith("cds-services/") && method.equals("POST");
        if (hook) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        return server.send(
                method,
                path,
                hook ? BodyPublishers.ofString(HOOK) : BodyPublishers.noBody(),
                headers.toArray(String[]::new));
    }
}
