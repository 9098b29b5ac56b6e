package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.TestServer;

/** What is there without being loaded: standards that define codes by rules, and value sets that exist by their URL. */
@Tag("server")
class StandardTerminologyTest {
    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology();
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://unitsofmeasure.org, mg/kg, true",
        "http://unitsofmeasure.org, mg/pound, false",
        "http://unitsofmeasure.org, {tablet}, true",
        "urn:ietf:bcp:47, de-CH, true",
        "urn:ietf:bcp:47, es-419, true",
        "urn:ietf:bcp:47, cho, true",
        "urn:ietf:bcp:47, zh-cmn-Hans-CN, true",
        "urn:ietf:bcp:47, sl-rozaj-biske, true",
        "urn:ietf:bcp:47, i-klingon, true",
        "urn:ietf:bcp:47, qab-x-ours, true",
        "urn:ietf:bcp:47, xx-ZZ, false",
        "urn:ietf:bcp:47, de-Abcd, false",
        "urn:ietf:bcp:47, de-q-else, false",
        "urn:ietf:bcp:47, not a tag, false",
        "urn:ietf:bcp:13, text/markdown, true",
        "urn:ietf:bcp:13, text/plain; charset=utf-8, true",
        "urn:ietf:bcp:13, markdown, false",
        "urn:iso:std:iso:3166, CH, true",
        "urn:iso:std:iso:3166, CHE, true",
        "urn:iso:std:iso:3166, 756, true",
        "urn:iso:std:iso:3166, XQ, false",
        "urn:iso:std:iso:3166, 000, false",
    })
    void codeIsRightByItsStandard(String system, String code, String result) {
        Parameters answer = client.get(
                Parameters.class, "CodeSystem/$validate-code?url=" + encoded(system) + "&code=" + encoded(code));
        assertThat(text(answer, "result")).isEqualTo(result);
    }

    @Test
    void codesAreLookedUpWithTheirNames() {
        assertThat(lookup("urn:ietf:bcp:47", "de-CH")).isEqualTo("German (Switzerland)");
        assertThat(lookup("urn:iso:std:iso:3166", "CHE")).isEqualTo("Switzerland");
        assertThat(lookup("http://unitsofmeasure.org", "mg/kg")).isEqualTo("(milligram) / (kilogram)");
    }

    @Test
    void countriesCanBeListedAndUnitsCannot() {
        ValueSet countries = client.get(
                ValueSet.class, "ValueSet/$expand?url=" + encoded("urn:iso:std:iso:3166?vs") + "&filter=switz");
        assertThat(countries.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly("CH", "CHE", "756");
        assertThat(client.refusal("ValueSet/$expand?count=5&url=" + encoded("http://unitsofmeasure.org/vs"), 422)
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.TOOCOSTLY);
    }

    @Test
    void valueSetsOfTheSpecificationUseThem() {
        Parameters answer = client.get(
                Parameters.class,
                "ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/mimetypes&system=urn:ietf:bcp:13&code="
                        + encoded("application/fhir+json"));
        assertThat(text(answer, "result")).isEqualTo("true");
    }

    @Test
    void countriesAreChosenByTheFormOfTheirCodes() {
        ValueSet numbers = client.get(
                ValueSet.class, "ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/iso3166-1-N&filter=switz");
        assertThat(numbers.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly("756");
    }

    @ParameterizedTest
    @CsvSource({
        "es, true",
        "es-US, true",
        "zh-Hans, false",
        "zh-cmn, false",
        "de-1996, false",
        "en-u-nu-latn, false",
        "en-x-ours, false",
        "xx, false",
    })
    void languagesAreChosenByTheirParts(String code, String result) {
        ValueSet simple = new ValueSet().setUrl("http://example.org/simple-language");
        ConceptSetComponent tags = simple.getCompose().addInclude().setSystem("urn:ietf:bcp:47");
        for (String part : new String[] {"ext-lang", "script", "variant", "extension", "private-use"}) {
            tags.addFilter()
                    .setProperty(part)
                    .setOp(ValueSet.FilterOperator.EXISTS)
                    .setValue("false");
        }
        Parameters request = new Parameters();
        request.addParameter().setName("valueSet").setResource(simple);
        request.addParameter().setName("system").setValue(new UriType("urn:ietf:bcp:47"));
        request.addParameter().setName("code").setValue(new CodeType(code));
        assertThat(text(client.post(Parameters.class, "ValueSet/$validate-code", request), "result"))
                .isEqualTo(result);
    }

    @Test
    void conceptWithItsKindsIsAValueSetByItsUrl() {
        String url = "http://terminology.hl7.org/CodeSystem/v3-ActCode?fhir_vs=isa/_ActAccountCode";
        ValueSet kinds = client.get(ValueSet.class, "ValueSet/$expand?excludeNested=true&url=" + encoded(url));
        assertThat(kinds.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .contains("_ActAccountCode", "PBILLACCT", "MC")
                .doesNotContain("PREG");
    }

    @Test
    void expressionIsAValueSetByItsUrl() {
        CodeSystem system = new CodeSystem();
        system.setUrl("http://snomed.info/sct").setVersion("http://snomed.info/sct/999999/version/20990101");
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE).setStatus(PublicationStatus.ACTIVE);
        CodeSystem.ConceptDefinitionComponent paper = system.addConcept().setCode("100000");
        paper.addConcept().setCode("111000");
        paper.addConcept().setCode("112000");
        Parameters request = new Parameters();
        request.addParameter().setName("tx-resource").setResource(system);
        request.addParameter()
                .setName("url")
                .setValue(new UriType("http://snomed.info/sct?fhir_vs=ecl/" + encoded("< 100000 MINUS 112000")));
        assertThat(client.post(ValueSet.class, "ValueSet/$expand", request)
                        .getExpansion()
                        .getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly("111000");
        request.getParameter("url")
                .setValue(new UriType("http://snomed.info/sct?fhir_vs=ecl/" + encoded("<< 100000 MINUS")));
        assertThat(TerminologyClient.texts(client.refusal("ValueSet/$expand", request, 400))
                        .get(0))
                .contains("at character");
    }

    private static String lookup(String system, String code) {
        return text(
                client.get(Parameters.class, "CodeSystem/$lookup?system=" + encoded(system) + "&code=" + encoded(code)),
                "display");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
