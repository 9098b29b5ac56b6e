package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.server.TestServer;

/** The code systems whose names are shipped, before anything is loaded. */
@Tag("server")
class ShippedTerminologyTest {
    private static final String SNOMED_CT = "http://snomed.info/sct";
    private static final String EDITION = SNOMED_CT + "/900000000000207008/version/20200731";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(ConformanceResources.load()
                .codeSystem("snomed-ct-global-patient-set")
                .copy());
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://snomed.info/sct | 195967001 | Asthma",
                "http://www.nlm.nih.gov/research/umls/rxnorm | 161 | Acetaminophen",
                "http://fdasis.nlm.nih.gov | YI437801BE | Mogamulizumab",
                "http://purl.obolibrary.org/obo/doid.owl | DOID:2841 | asthma",
                "http://hl7.org/fhir/sid/icd-10-cm | J45 | Asthma",
            })
    void codeIsLookedUpAndValidated(String system, String code, String display) {
        Parameters found = client.get(Parameters.class, "CodeSystem/$lookup?system=" + system + "&code=" + code);
        assertThat(text(found, "display")).isEqualTo(display);
        Parameters valid = client.get(
                Parameters.class, "CodeSystem/$validate-code?url=" + system + "&code=" + code + "&display=" + display);
        assertThat(text(valid, "result")).isEqualTo("true");
    }

    @Test
    void codeThatIsNotInTheFragmentIsNotSaidToBeWrong() {
        Parameters unknown =
                client.get(Parameters.class, "CodeSystem/$validate-code?url=" + SNOMED_CT + "&code=22298006000");
        assertThat(text(unknown, "result")).isEqualTo("true");
        assertThat(((OperationOutcome) unknown.getParameter("issues").getResource())
                        .getIssueFirstRep()
                        .getDetails()
                        .getText())
                .contains("fragment");
    }

    @Test
    void resourceSaysWhoseItIsAndAnswersByItsId() {
        CodeSystem system = client.get(CodeSystem.class, "CodeSystem/snomed-ct-global-patient-set");
        assertThat(system.getContent()).isEqualTo(CodeSystemContentMode.FRAGMENT);
        assertThat(system.getCopyright()).contains("SNOMED International", "Attribution 4.0");
        Parameters found =
                client.get(Parameters.class, "CodeSystem/snomed-ct-global-patient-set/$validate-code?code=195967001");
        assertThat(text(found, "result")).isEqualTo("true");
    }

    @Test
    void conceptsAreFoundByTextAndByTheirKind() {
        String disorders =
                "{\"resourceType\":\"ValueSet\",\"status\":\"active\",\"compose\":{\"include\":[{\"system\":\""
                        + SNOMED_CT
                        + "\",\"filter\":[{\"property\":\"semanticTag\",\"op\":\"=\",\"value\":\"disorder\"}]}]}}";
        Parameters request = new Parameters();
        request.addParameter()
                .setName("valueSet")
                .setResource(ca.uhn.fhir.context.FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(ValueSet.class, disorders));
        request.addParameter("filter", "allergic asthma");
        request.addParameter("count", new org.hl7.fhir.r4.model.IntegerType(5));
        ValueSet found = client.post(ValueSet.class, "ValueSet/$expand", request);
        assertThat(found.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getDisplay)
                .contains("Allergic asthma");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValueSet/$expand?url=" + SNOMED_CT + "?fhir_vs=isa/195967001",
                "ValueSet/$expand?url=" + SNOMED_CT + "?fhir_vs=ecl/<<195967001",
                "ValueSet/$expand?url=" + SNOMED_CT + "?fhir_vs=refset/447562003",
                "CodeSystem/$subsumes?system=" + SNOMED_CT + "&codeA=195967001&codeB=389145006",
            })
    void whatNeedsTheHierarchyIsRefused(String request) {
        int query = request.indexOf("url=") + 4;
        String encoded = query < 4
                ? request
                : request.substring(0, query) + URLEncoder.encode(request.substring(query), StandardCharsets.UTF_8);
        assertThat(server.get("fhir/" + encoded).statusCode()).isBetween(400, 422);
    }

    @Test
    void statementOfCapabilitiesNamesTheFragment() {
        TerminologyCapabilities statement = client.get(TerminologyCapabilities.class, "metadata?mode=terminology");
        assertThat(statement.getCodeSystem())
                .filteredOn(c -> c.getUri().equals(SNOMED_CT))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.getVersionFirstRep().getCode()).isEqualTo(EDITION);
                    assertThat(c.getExtensionFirstRep().getValue().primitiveValue())
                            .isEqualTo("fragment");
                });
    }
}
