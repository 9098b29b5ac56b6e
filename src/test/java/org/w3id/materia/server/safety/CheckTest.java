package org.w3id.materia.server.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductContraindication;
import org.hl7.fhir.r4.model.MedicinalProductInteraction;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** {@code MedicationKnowledge/$check} over HTTP. What is matched and how is told by {@code SafetyCheckTest}. */
@Tag("server")
class CheckTest {
    private static final String CHECK = "fhir/MedicationKnowledge/$check";
    private static final String JSON = "application/fhir+json";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.forTerminology(
                medicine("thinner", "Thinner"),
                medicine("other", "Other"),
                interaction("thinner", "Other"),
                medicine("limited", "Limited"),
                warning("limited", "Reye's syndrome"),
                contraindicationOfChildren("limited", "Reye's syndrome"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static MedicationKnowledge medicine(String id, String name) {
        MedicationKnowledge medicine = Medicines.knowledge(id, name);
        medicine.getCode().addCoding(new Coding("https://w3id.org/materia/fhir/CodeSystem/medicine", id, name));
        return medicine;
    }

    private static MedicinalProductInteraction interaction(String medicine, String agent) {
        MedicinalProductInteraction interaction = new MedicinalProductInteraction();
        interaction.setId(medicine + "-1");
        interaction.addSubject(new Reference("Medication/" + medicine));
        interaction.addInteractant().setItem(new CodeableConcept().setText(agent));
        interaction.addExtension(evidence("Not with Other, <b>ever</b>."));
        return interaction;
    }

    private static DetectedIssue warning(String medicine, String condition) {
        DetectedIssue issue = new DetectedIssue();
        issue.setId(medicine + "-2");
        issue.addImplicated(new Reference("Medication/" + medicine));
        issue.getCode()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("COND");
        issue.addEvidence().addCode().setText(condition);
        issue.addExtension(
                "https://w3id.org/materia/fhir/StructureDefinition/strength", new CodeType("contraindicated"));
        issue.addExtension(evidence("Not for children with " + condition + "."));
        return issue;
    }

    /** The other resource of that warning, which says whom it is about. */
    private static MedicinalProductContraindication contraindicationOfChildren(String medicine, String condition) {
        MedicinalProductContraindication stated = new MedicinalProductContraindication();
        stated.setId(medicine + "-3");
        stated.addSubject(new Reference("Medication/" + medicine));
        stated.getDisease().setText(condition);
        Quantity twelve = new Quantity()
                .setValue(12)
                .setSystem("http://unitsofmeasure.org")
                .setCode("a");
        stated.addPopulation().setAge(new Range().setHigh(twelve));
        stated.addExtension(evidence("Not for children with " + condition + "."));
        return stated;
    }

    private static Extension evidence(String sentence) {
        Extension evidence = new Extension("https://w3id.org/materia/fhir/StructureDefinition/evidence");
        evidence.addExtension("start", new IntegerType(0));
        evidence.addExtension("end", new IntegerType(8));
        evidence.addExtension("sentence", new StringType(sentence));
        return evidence;
    }

    /** However its name is written: it stands in two resources, one of which names the group. */
    @ParameterizedTest
    @CsvSource({"5, true", "40, false"})
    void aContraindicationOfAGroupIsForThatGroupAlone(int age, boolean isFound) {
        Bundle answer = bundle(server.get(CHECK + "?medicine=limited&condition=Reye%27s%20syndrome&age=" + age));
        assertThat(answer.getEntryFirstRep().getResource() instanceof DetectedIssue)
                .isEqualTo(isFound);
    }

    @Test
    void idsAreCheckedByGet() {
        Bundle answer = bundle(server.get(CHECK + "?medicine=thinner&medicine=other"));
        DetectedIssue issue = (DetectedIssue) answer.getEntryFirstRep().getResource();
        assertThat(issue.getDetail()).isEqualTo("Not with Other, <b>ever</b>.");
        assertThat(issue.getImplicatedFirstRep().getReference()).isEqualTo("Medication/thinner");
        assertThat(issue.getEvidenceFirstRep().getDetailFirstRep().getReference())
                .isEqualTo("MedicinalProductInteraction/thinner-1");
        assertThat(issue.getEvidenceFirstRep()
                        .getCodeFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("text");
        OperationOutcome rest = (OperationOutcome) answer.getEntry().get(1).getResource();
        assertThat(rest.getIssue().get(1).getDetails().getCodingFirstRep().getCode())
                .isEqualTo("stated");
    }

    @Test
    void theSameIsAnsweredForAFormAndForParameters() {
        String byGet =
                server.get(CHECK + "?medicine=thinner&medicine=other&age=40").body();
        assertThat(server.send(
                                "POST",
                                CHECK,
                                BodyPublishers.ofString("medicine=thinner&medicine=other&age=40"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .body())
                .isEqualTo(byGet);
        assertThat(post("""
            {"resourceType":"Parameters","parameter":[
              {"name":"medicine","valueReference":{"reference":"MedicationKnowledge/thinner"}},
              {"name":"medicine","valueCodeableConcept":{"coding":[
                {"system":"https://w3id.org/materia/fhir/CodeSystem/medicine","code":"other"}]}},
              {"name":"age","valueQuantity":{"value":480,"system":"http://unitsofmeasure.org","code":"mo"}}]}\
            """).body()).isEqualTo(byGet);
        assertThat(server.get(CHECK + "?medicine=thinner&medicine=other&age=40&_format=xml")
                        .body())
                .startsWith("<Bundle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?colour=red",
                "?medicine=",
                "?medicine=thinner&age=young",
                "?medicine=thinner&age=-1",
                "?medicine=thinner&age=40&age=41",
                "?medicine=thinner&sex=none",
                "?medicine=thinner&pregnant=perhaps",
                "?medicine=thinner&weight=1e99",
            })
    void whatIsNotAsItHasToBeIsRefused(String query) {
        HttpResponse<String> response = server.get(CHECK + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics()).contains("$check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Parameters\",\"parameter\":{}}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"medicine\"}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"medicine\",\"valueReference\":{\"reference\":\"Patient/1\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"medicine\",\"valueReference\":{\"reference\":\"Medication/none\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"medicine\",\"valueString\":\"a\"},{\"name\":\"weight\",\"valueQuantity\":{\"value\":1,\"code\":\"furlong\"}}]}",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"medicine\",\"part\":[{\"name\":\"dosage\",\"valueString\":\"a\"}]}]}",
            })
    void aBodyThatIsNoneIsRefused(String body) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics()).isNotBlank();
    }

    @Test
    void aDeepBodyIsRefused() {
        String deep = "{\"resourceType\":\"Parameters\",\"parameter\":"
                + "[{\"name\":\"medicine\",\"part\":".repeat(5_000) + "[]" + "}]".repeat(5_000) + "}";
        assertThat(post(deep).statusCode()).isEqualTo(400);
    }

    /** How many medicines, conditions, codes of the first medicine, characters of its name, and doses of it are taken. */
    @ParameterizedTest
    @CsvSource({
        "50, 200, 50, 1000, 50, 200",
        "51, 1, 1, 1, 1, 422",
        "1, 201, 1, 1, 1, 422",
        "1, 1, 51, 1, 1, 422",
        "1, 1, 1, 1001, 1, 422",
        "1, 1, 1, 1, 51, 422",
        "2000, 20000, 1, 1, 1, 422",
    })
    void moreThanARecordHasIsRefused(int medicines, int conditions, int codes, int name, int doses, int status) {
        String first = "{\"name\":\"medicine\",\"part\":[{\"name\":\"medicine\",\"valueCodeableConcept\":{\"text\":\""
                + "x".repeat(name)
                + "\",\"coding\":[" + repeated("{\"system\":\"http://a.example\",\"code\":\"1\"}", codes) + "]}},"
                + repeated("{\"name\":\"dosage\",\"valueDosage\":{\"text\":\"one\"}}", doses) + "]},";
        HttpResponse<String> response = post("{\"resourceType\":\"Parameters\",\"parameter\":[" + first
                + "{\"name\":\"medicine\",\"valueString\":\"other\"},".repeat(medicines - 1)
                + repeated("{\"name\":\"condition\",\"valueString\":\"headache\"}", conditions) + "]}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status == 422) {
            assertThat(TestServer.issue(response).getCode()).isEqualTo(IssueType.TOOCOSTLY);
        }
    }

    private static String repeated(String element, int times) {
        return String.join(",", Collections.nCopies(times, element));
    }

    @Test
    void aScriptInANameIsAStringInJsonAndEscapedInXml() {
        String script = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
        HttpResponse<String> json = server.get(CHECK + "?medicine=" + script, "Accept", JSON);
        assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith(JSON);
        HttpResponse<String> xml = server.get(CHECK + "?medicine=" + script + "&_format=xml");
        assertThat(xml.body()).doesNotContain("<script>").contains("&lt;script");
    }

    @Test
    void itIsDeclared() {
        assertThat(server.get("fhir/metadata").body())
                .contains("https://w3id.org/materia/fhir/OperationDefinition/check");
        assertThat(server.get("fhir/api-docs").body()).contains("/MedicationKnowledge/$check");
        assertThat(server.get("fhir/MedicationKnowledge/thinner/$check").statusCode())
                .isEqualTo(400);
        assertThat(server.send("DELETE", CHECK).statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> post(String body) {
        return server.send("POST", CHECK, BodyPublishers.ofString(body), "Content-Type", JSON);
    }

    private static Bundle bundle(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.CONTEXT.newJsonParser().parseResource(Bundle.class, response.body());
    }
}
