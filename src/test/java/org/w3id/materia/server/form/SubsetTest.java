package org.w3id.materia.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicationKnowledge.MedicationKnowledgeStatus;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** A part of a resource never says something else than the whole. */
@Tag("server")
class SubsetTest {
    private static final String STRENGTH = "https://w3id.org/materia/fhir/StructureDefinition/strength";
    private static final String EVIDENCE = "https://w3id.org/materia/fhir/StructureDefinition/evidence";
    private static TestServer server;

    @BeforeAll
    static void start() {
        MedicationKnowledge inactive = Medicines.knowledge("a", "Amoxicillin");
        inactive.setStatus(MedicationKnowledgeStatus.INACTIVE);
        inactive.setAmount(new Quantity().setValue(new BigDecimal("1.50")).setUnit("mg"));
        DetectedIssue issue = new DetectedIssue();
        issue.setId("i");
        issue.setStatus(DetectedIssue.DetectedIssueStatus.FINAL);
        issue.setCode(new CodeableConcept().setText("Condition Alert"));
        issue.setDetail("Not in gout.");
        issue.addExtension(new Extension(STRENGTH, new CodeType("caution")));
        issue.addExtension(new Extension(EVIDENCE, new CodeType("a sentence")));
        DocumentReference wrong = new DocumentReference();
        wrong.setId("d");
        wrong.setStatus(DocumentReferenceStatus.ENTEREDINERROR);
        wrong.setDescription("No medicine at all");
        wrong.addContent().getAttachment().setUrl("Binary/d");
        MedicinalProductContraindication forbidden = new MedicinalProductContraindication();
        forbidden.setId("c");
        forbidden.addSubject(new Reference("Medication/a"));
        forbidden.setDisease(new CodeableConcept().setText("gout"));
        forbidden.addExtension(new Extension(STRENGTH, new CodeType("not-recommended")));
        server = TestServer.with(
                inactive,
                issue,
                wrong,
                forbidden,
                Medicines.medication("a", "Amoxicillin"),
                Medicines.composition("a", "MedicationKnowledge/a"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DetectedIssue       | i | code        | status,extension,code
                    DetectedIssue       | i | detail      | status,extension,detail
                    DocumentReference   | d | description | status,description,content
                    MedicationKnowledge | a | code        | status,code
                    MedicationKnowledge | a | MedicationKnowledge.code | status,code
                    Composition         | a | title       | status,type,date,author,title
                    MedicinalProductContraindication | c | disease | extension,disease
                    """)
    void whatIsMandatoryOrChangesTheMeaningStays(String type, String id, String elements, String kept) {
        String[] expected = ("resourceType,id,meta," + kept).split(",");
        String query = "?_elements=" + elements;
        assertThat(properties(server.get("fhir/" + type + "/" + id + query).body()))
                .containsExactlyInAnyOrder(expected);
        assertThat(properties(first(server.get("fhir/" + type + query)))).containsExactlyInAnyOrder(expected);
        assertThat(properties(first(server.get("fhir/" + type + query + "&_pretty=true"))))
                .containsExactlyInAnyOrder(expected);
        assertThat(properties(first(server.get("fhir/" + type + query + "&_format=xml"))))
                .containsExactlyInAnyOrder(expected);
        assertThat(properties(first(server.get("fhir/" + type + "/" + id + "/_history" + query))))
                .containsExactlyInAnyOrder(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_summary=true", "_summary=text", "_summary=data", "_elements=meta"})
    void noFormLosesAStatusOrAStrength(String form) {
        for (String path : List.of("DetectedIssue/i", "DetectedIssue/i/_history", "DetectedIssue")) {
            HttpResponse<String> answer = server.get("fhir/" + path + "?" + form);
            assertThat(answer.body()).as(path).contains("\"status\":\"final\"", STRENGTH, "\"caution\"", "SUBSETTED");
        }
        assertThat(server.get("fhir/MedicationKnowledge/a?" + form).body()).contains("\"status\":\"inactive\"");
        assertThat(server.get("fhir/DocumentReference/d?" + form).body()).contains("\"status\":\"entered-in-error\"");
        assertThat(server.get("fhir/MedicinalProductContraindication/c?" + form).body())
                .contains("not-recommended");
    }

    @Test
    void otherExtensionsGoWithTheRest() {
        assertThat(server.get("fhir/DetectedIssue/i?_elements=code").body()).doesNotContain(EVIDENCE);
        assertThat(server.get("fhir/DetectedIssue/i?_elements=code,extension").body())
                .contains(EVIDENCE, STRENGTH);
        assertThat(server.get("fhir/DetectedIssue/i?_summary=data").body()).contains(EVIDENCE);
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(server.get("fhir/MedicationKnowledge/a?_elements=amount").body())
                .contains("\"value\":1.50");
    }

    @Test
    void includedResourcesStayWhole() {
        Bundle bundle = bundle(
                server.get(
                        "fhir/MedicinalProductContraindication?_elements=disease&_include=MedicinalProductContraindication:subject"));
        assertThat(bundle.getEntry().get(1).getSearch().getMode()).isEqualTo(SearchEntryMode.INCLUDE);
        Medication included = (Medication) bundle.getEntry().get(1).getResource();
        assertThat(included.getCode().getText()).isEqualTo("Amoxicillin");
        assertThat(included.getMeta().getTag()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MedicationKnowledge?_elements=nothing",
                "MedicationKnowledge/a?_elements=nothing",
                "MedicationKnowledge?_elements=code,nothing",
                "MedicationKnowledge/a/_history?_elements=nothing",
                "MedicationKnowledge?_elements=Medication.nothing",
                "MedicationKnowledge?_elements=Medication.code",
                "MedicationKnowledge?_elements=code.coding",
                "MedicationKnowledge?_elements="
            })
    void elementsThatDoNotExistAreRefused(String path) {
        HttpResponse<String> response = server.get("fhir/" + path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics()).contains("'_elements'");
    }

    @Test
    void whoWantsLeniencyIsWarned() {
        Bundle bundle =
                bundle(server.get("fhir/MedicationKnowledge?_elements=code,nothing", "Prefer", "handling=lenient"));
        assertThat(bundle.getTotal()).isEqualTo(1);
        assertThat(((MedicationKnowledge) bundle.getEntry().get(0).getResource()).hasCode())
                .isTrue();
        Bundle.BundleEntryComponent warning = bundle.getEntry().get(1);
        assertThat(warning.getSearch().getMode()).isEqualTo(SearchEntryMode.OUTCOME);
        assertThat(warning.getFullUrl()).startsWith("urn:uuid:");
        assertThat(((OperationOutcome) warning.getResource()).getIssueFirstRep().getDiagnostics())
                .contains("'nothing'");
    }

    @Test
    void batchesAndCountsOfHistoriesKeepTheRules() {
        String batch = """
                {"resourceType": "Bundle", "type": "batch",
                 "entry": [{"request": {"method": "GET", "url": "DetectedIssue/i?_elements=code"}},
                           {"request": {"method": "GET", "url": "DetectedIssue/i?_elements=colour"}}]}""";
        Bundle answer = bundle(
                server.send("POST", "fhir", BodyPublishers.ofString(batch), "Content-Type", "application/fhir+json"));
        DetectedIssue issue = (DetectedIssue) answer.getEntry().get(0).getResource();
        assertThat(issue.getStatus()).isEqualTo(DetectedIssue.DetectedIssueStatus.FINAL);
        assertThat(issue.hasDetail()).isFalse();
        assertThat(answer.getEntry().get(1).getResponse().getStatus()).startsWith("400");

        Bundle counted = bundle(server.get("fhir/DetectedIssue/_history?_summary=count"));
        assertThat(counted.getTotal()).isEqualTo(1);
        assertThat(counted.getEntry()).isEmpty();
        assertThat(bundle(server.get("fhir/DetectedIssue/_history?_elements=code"))
                        .getLink("self")
                        .getUrl())
                .endsWith("/DetectedIssue/_history?_elements=code");
    }

    private static Bundle bundle(HttpResponse<String> response) {
        String body = response.body();
        return body.startsWith("<")
                ? TestServer.CONTEXT.newXmlParser().parseResource(Bundle.class, body)
                : TestServer.CONTEXT.newJsonParser().parseResource(Bundle.class, body);
    }

    private static String first(HttpResponse<String> response) {
        Resource resource = bundle(response).getEntryFirstRep().getResource();
        return TestServer.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private static List<String> properties(String resource) {
        try {
            List<String> names = new java.util.ArrayList<>();
            new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(resource)
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(resource, e);
        }
    }

    /** The narrative of the composition would be another type's. */
    @Test
    void compositionsWithoutTheirSectionsSayWhoWroteThem() {
        Composition reduced = TestServer.CONTEXT
                .newJsonParser()
                .parseResource(
                        Composition.class,
                        server.get("fhir/Composition/a?_elements=title").body());
        assertThat(reduced.getAuthorFirstRep().getDisplay()).isEqualTo("Materia");
        assertThat(reduced.getSection()).isEmpty();
    }
}
