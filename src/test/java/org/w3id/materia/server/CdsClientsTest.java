package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.config.TrustedIssuer;
import org.w3id.materia.server.token.Issuer;

/** CDS services of a server whose operator names the issuers of clients' tokens. */
@Tag("server")
class CdsClientsTest {
    private static final String SIGN = "cds-services/medication-order-sign";
    private static final String PUBLIC = "https://care.example/";
    private static final Issuer HOSPITAL = new Issuer("https://ehr.example/fhir", "k1");
    private static final String CALL = """
            {"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
             "context":{"userId":"Practitioner/1","patientId":"p","draftOrders":{"resourceType":"Bundle","entry":[]}},
             "prefetch":{"patient":{"resourceType":"Patient","id":"p"},"conditions":null}}""";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        Path keys = Files.writeString(folder.resolve("jwks.json"), HOSPITAL.published());
        server = TestServer.trusting(
                TestServer.committedKnowledge(), TrustedIssuer.of(HOSPITAL.name, keys.toString(), "--cds-issuers"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> call(String path, String... headers) {
        return server.send("POST", path, BodyPublishers.ofString(CALL), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "cds-services/medication-order-sign, 200",
        "cds-services, 200",
        "cds-services/medication-order-select, 401",
        "cds-services/, 401",
        "fhir, 401",
        "'', 401"
    })
    void aTokenForTheServiceOpensIt(String audience, int status) {
        HttpResponse<String> response = call(SIGN, "Authorization", HOSPITAL.bearer(PUBLIC + audience));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    /** Or somebody who got a token for a server of his own could use it here by saying that he had called that one. */
    @Test
    void whatTheClientCallsTheServerDoesNotCount() {
        String there = server.server.address() + SIGN;
        assertThat(call(SIGN, "Authorization", HOSPITAL.bearer(there)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void withoutATokenACallIsAskedForOne() {
        HttpResponse<String> response = call(SIGN);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Materia\"");
        assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.LOGIN);
        HttpResponse<String> wrong = call(SIGN, "Authorization", "Bearer <script>");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"Materia\", error=\"invalid_token\"");
        assertThat(wrong.body()).doesNotContain("script");
    }

    @Test
    void feedbackNeedsOneAndDiscoveryDoesNot() {
        assertThat(server.get(SIGN + "/feedback").statusCode()).isEqualTo(401);
        assertThat(server.get(SIGN + "/feedback", "Authorization", HOSPITAL.bearer(PUBLIC + SIGN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("cds-services").statusCode()).isEqualTo(200);
        assertThat(server.get("fhir/metadata").statusCode()).isEqualTo(200);
    }

    @Test
    void aBrowserMayAskWhetherItMaySendOne() {
        HttpResponse<String> response = server.send(
                "OPTIONS",
                SIGN,
                "Origin",
                "https://ehr.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
        assertThat(response.statusCode()).isLessThan(300);
        assertThat(response.headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse("")
                        .toLowerCase(Locale.ROOT))
                .contains("authorization");
    }
}
