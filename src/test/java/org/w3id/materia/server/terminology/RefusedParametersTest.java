package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.texts;

import java.util.Arrays;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Colours;
import org.w3id.materia.server.TestServer;

/** Parameters of the specification that an operation cannot honour are refused, and never passed over in silence. */
@Tag("server")
class RefusedParametersTest {
    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(Colours.codeSystem(), Colours.warm());
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ValueSet/$expand, context=Patient.gender, url=" + Colours.WARM,
        "ValueSet/$expand, contextDirection=incoming, url=" + Colours.WARM,
        "ValueSet/$expand, exclude-system=http://x.example, url=" + Colours.WARM,
        "ValueSet/$validate-code, context=Patient.gender, url=" + Colours.WARM + "&system=" + Colours.SYSTEM
                + "&code=red",
        "CodeSystem/$find-matches, exact=false, system=" + Colours.SYSTEM,
        "CodeSystem/$find-matches, compositional=true, system=" + Colours.SYSTEM,
    })
    void parameterIsRefusedHoweverItIsSent(String operation, String refused, String others) {
        String query = refused + '&' + others;
        assertNotSupported(client.refusal(operation + '?' + query, 400));
        Parameters parameters = new Parameters();
        Arrays.stream(query.split("&"))
                .map(p -> p.split("=", 2))
                .forEach(p -> parameters.addParameter().setName(p[0]).setValue(new StringType(p[1])));
        assertNotSupported(client.refusal(operation, parameters, 400));
    }

    private static void assertNotSupported(OperationOutcome outcome) {
        assertThat(outcome.getIssue()).hasSize(1);
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(IssueType.NOTSUPPORTED);
        assertThat(texts(outcome).get(0)).isNotBlank();
    }
}
