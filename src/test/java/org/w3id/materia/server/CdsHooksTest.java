package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.w3id.materia.ingest.ImportedMonographs;
import org.w3id.materia.safety.Scenario;
import org.w3id.materia.safety.asked.ListedMedicine;
import org.w3id.materia.safety.drug.Term;
import org.w3id.materia.server.log.LogLines;

/** CDS Hooks 2.0 over HTTP, on the shipped samples. */
@Tag("server")
class CdsHooksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGN = "cds-services/medication-order-sign";
    private static final String SELECT = "cds-services/medication-order-select";
    private static final Map<String, String> SEVERITIES =
            Map.of("critical", "high", "warning", "moderate", "info", "low");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(TestServer.emptyKnowledge(), Optional.empty(), 1 << 20);
        ImportedMonographs.samplesInto(server.knowledge);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void ordersGiveTheirCardsAndNoOthers(Scenario scenario) throws IOException {
        JsonNode answer = valid(post(SIGN, call("order-sign", scenario)));
        TreeSet<String> cards = new TreeSet<>();
        for (JsonNode card : answer.path("cards")) {
            cards.add(SEVERITIES.get(card.path("indicator").asText()) + " "
                    + card.at("/source/topic/code").asText());
        }
        assertThat(mostSevere(cards)).isEqualTo(mostSevere(scenario.alerts()));
    }

    /** Of one kind there may be several, for several conditions. */
    private static Map<String, String> mostSevere(Set<String> alerts) {
        Map<String, String> most = new TreeMap<>();
        for (String alert : alerts) {
            String[] parts = alert.split(" ");
            most.merge(parts[1], parts[0], (a, b) -> a.equals("high") || b.equals("low") ? a : b);
        }
        return most;
    }

    private static ObjectNode call(String hook, Scenario scenario) {
        ObjectNode call = JSON.createObjectNode();
        call.put("hook", hook).put("hookInstance", UUID.randomUUID().toString());
        ObjectNode context =
                call.putObject("context").put("userId", "Practitioner/1").put("patientId", "p");
        ArrayNode drafts = context.putObject("draftOrders")
                .put("resourceType", "Bundle")
                .put("type", "collection")
                .putArray("entry");
        ObjectNode prefetch = call.putObject("prefetch");
        ObjectNode patient =
                prefetch.putObject("patient").put("resourceType", "Patient").put("id", "p");
        Map<String, String> known = scenario.patient();
        if (known.containsKey("age")) {
            patient.put(
                    "birthDate",
                    LocalDate.now(ZoneOffset.UTC)
                            .minusYears(Long.parseLong(known.get("age")))
                            .minusDays(10)
                            .toString());
        }
        if (known.containsKey("sex")) {
            patient.put("gender", known.get("sex"));
        }
        ArrayNode taken = bundle("medications", prefetch);
        int number = 0;
        for (ListedMedicine medicine : scenario.listed()) {
            ObjectNode order = (medicine.isNew() ? drafts : taken).addObject().putObject("resource");
            order.put("resourceType", "MedicationRequest").put("id", "m" + number++);
            order.put("status", medicine.isNew() ? "draft" : "active");
            order.set("medicationCodeableConcept", concept(medicine.term()));
            medicine.doses().forEach(dose -> addDose(dose, order));
        }
        ArrayNode conditions = bundle("conditions", prefetch);
        scenario.conditions().forEach(c -> conditions
                .addObject()
                .putObject("resource")
                .put("resourceType", "Condition")
                .set("code", concept(Scenario.term(c))));
        if ("true".equals(known.get("breastfeeding"))) {
            conditions
                    .addObject()
                    .putObject("resource")
                    .put("resourceType", "Condition")
                    .set("code", concept(Scenario.term("sct:413712001")));
        }
        ArrayNode allergies = bundle("allergies", prefetch);
        scenario.allergies().forEach(a -> allergies
                .addObject()
                .putObject("resource")
                .put("resourceType", "AllergyIntolerance")
                .set("code", concept(Scenario.term(a))));
        ArrayNode observations = bundle("observations", prefetch);
        addMeasure("2164-2", known.get("clearance"), "mL/min", observations);
        addMeasure("29463-7", known.get("weight"), "kg", observations);
        ObjectNode pregnancy = observations.addObject().putObject("resource").put("resourceType", "Observation");
        pregnancy.set("code", concept(new Term("", List.of())));
        pregnancy.set(
                "valueCodeableConcept",
                concept(Scenario.term("true".equals(known.get("pregnant")) ? "sct:77386006" : "sct:60001007")));
        return call;
    }

    private static ArrayNode bundle(String key, ObjectNode prefetch) {
        return prefetch.putObject(key)
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .putArray("entry");
    }

    private static ObjectNode concept(Term term) {
        ObjectNode concept = JSON.createObjectNode();
        if (!term.text().isEmpty()) {
            concept.put("text", term.text());
        }
        ArrayNode codings = concept.putArray("coding");
        term.codes().forEach(c -> codings.addObject()
                .put("system", c.key().system())
                .put("code", c.key().code()));
        return concept;
    }

    private static void addDose(Dosage dose, ObjectNode order) {
        Quantity amount = (Quantity) dose.getDoseAndRateFirstRep().getDose();
        ObjectNode instruction = order.putArray("dosageInstruction").addObject();
        instruction
                .putArray("doseAndRate")
                .addObject()
                .putObject("doseQuantity")
                .put("value", amount.getValue())
                .put("system", "http://unitsofmeasure.org")
                .put("code", amount.getCode());
        var repeat = dose.getTiming().getRepeat();
        instruction
                .putObject("timing")
                .putObject("repeat")
                .put("frequency", repeat.getFrequency())
                .put("period", repeat.getPeriod())
                .put("periodUnit", repeat.getPeriodUnit().toCode());
    }

    private static void addMeasure(String code, String value, String unit, ArrayNode observations) {
        if (value != null) {
            ObjectNode observation =
                    observations.addObject().putObject("resource").put("resourceType", "Observation");
            observation
                    .putObject("code")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://loinc.org")
                    .put("code", code);
            observation
                    .putObject("valueQuantity")
                    .put("value", new BigDecimal(value))
                    .put("code", unit);
        }
    }

    private static HttpResponse<String> post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    private static HttpResponse<String> post(String path, String body) {
        return server.send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    /** The answer, which keeps to the invariants of HL7's logical model (CDSHooksResponse). */
    private static JsonNode valid(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.path("cards").isArray()).isTrue();
        for (JsonNode card : answer.path("cards")) {
            assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
            assertThat(card.path("indicator").asText()).isIn("info", "warning", "critical");
            assertThat(card.at("/source/label").asText()).isNotBlank();
            UUID.fromString(card.path("uuid").asText());
            JsonNode suggestions = card.path("suggestions");
            assertThat(suggestions.isMissingNode() || !suggestions.isEmpty())
                    .as("no empty arrays")
                    .isTrue();
            if (!suggestions.isMissingNode()) {
                assertThat(card.path("selectionBehavior").asText())
                        .as("cds-resp-6")
                        .isIn("at-most-one", "any");
                long recommended = 0;
                for (JsonNode suggestion : suggestions) {
                    recommended += suggestion.path("isRecommended").asBoolean() ? 1 : 0;
                    assertThat(suggestion.path("actionSelectionBehavior").asText("all"))
                            .as("cds-resp-7")
                            .isIn("all", "any", "at-most-one");
                    for (JsonNode action : suggestion.path("actions")) {
                        assertThat(action.path("type").asText()).isEqualTo("delete");
                        assertThat(action.has("resourceId") && !action.has("resource"))
                                .as("cds-resp-2")
                                .isTrue();
                        assertThat(action.path("description").asText())
                                .as("cds-resp-5")
                                .isNotBlank();
                    }
                }
                assertThat(recommended).as("cds-resp-1").isLessThanOrEqualTo(1);
            }
            card.path("links").forEach(link -> {
                assertThat(link.path("type").asText()).isEqualTo("absolute");
                assertThat(link.has("appContext")).as("cds-resp-3").isFalse();
                assertThat(link.path("url").asText()).startsWith("http");
            });
            card.path("overrideReasons")
                    .forEach(r -> assertThat(r.path("display").asText())
                            .as("cds-resp-4")
                            .isNotBlank());
        }
        return answer;
    }

    @Test
    void discoveryTellsTheServices() throws IOException {
        HttpResponse<String> response = server.get("cds-services", "Origin", "https://ehr.example");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        JsonNode services = JSON.readTree(response.body()).path("services");
        assertThat(services.findValuesAsText("hook")).containsExactly("order-select", "order-sign", "patient-view");
        for (JsonNode service : services) {
            assertThat(service.path("description").asText()).isNotBlank();
            assertThat(service.path("prefetch").path("conditions").asText()).contains("{{context.patientId}}");
        }
    }

    @Test
    void aCardLeadsToItsSentenceAndTakesTheOrderBack() throws IOException {
        JsonNode card = valid(post(SIGN, call("order-sign", scenario("simvastatin; clarithromycin; ; ; ; none"))))
                .path("cards")
                .path(0);
        assertThat(card.path("summary").asText()).isEqualTo("Contraindicated: simvastatin with clarithromycin");
        assertThat(card.path("detail").asText()).contains("> Strong CYP3A4 inhibitors: itraconazole");
        assertThat(card.at("/source/url").asText()).contains("/medicines/simvastatin#simvastatin-");
        assertThat(card.at("/suggestions/0/actions/0/resourceId").asText()).isEqualTo("MedicationRequest/m0");
        String fact = card.at("/source/url").asText().replaceFirst(".*#", "");
        assertThat(server.get("fhir/DetectedIssue/" + fact).statusCode()).isEqualTo(200);
    }

    private static Scenario scenario(String line) {
        return Scenario.of(line);
    }

    /** As cds-hooks/sandbox does it: a Bundle without a type, a category that is no array, a clinical drug of RxNorm, a dose in pills. */
    @Test
    void theSandboxIsUnderstood() throws IOException {
        String body = """
            {"hook":"order-select","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
             "context":{"userId":"Practitioner/1","patientId":"1288992","selections":["MedicationRequest/request-123"],
              "draftOrders":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationRequest","id":"request-123",
               "status":"draft","intent":"order","category":{"coding":[{"code":"inpatient"}]},
               "medicationCodeableConcept":{"text":"Clopidogrel 75 MG Oral Tablet","coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"309362","display":"Clopidogrel 75 MG Oral Tablet"}]},
               "subject":{"reference":"Patient/1288992"},
               "dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"{pill}"}}],"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}}]}}]}},
             "prefetch":{"patient":{"resourceType":"Patient","id":"1288992","gender":"male","birthDate":"1960-01-01"},
              "conditions":{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Condition","code":{"coding":[{"system":"http://snomed.info/sct","code":"13200003","display":"Peptic ulcer"}]}}}]}}}\
            """;
        JsonNode cards = valid(post(SELECT, body)).path("cards");
        assertThat(cards.findValuesAsText("summary"))
                .containsExactly(
                        "Contraindicated: Clopidogrel 75 MG Oral Tablet in peptic ulcer",
                        "Not checked: allergies, other medicines were not sent along");
    }

    /** As Bahmni does it: neither context nor hookInstance, and drafts in the prefetch. */
    @Test
    void bahmniIsUnderstood() throws IOException {
        String body = """
            {"hook":"order-select","prefetch":{"patient":{"resourceType":"Patient","id":"p","birthDate":"1960","gender":"male"},
             "conditions":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Condition","code":{"coding":[{"system":"http://snomed.info/sct","code":"13200003","display":"Peptic ulcer"},{"system":"https://fhir.openmrs.org","code":"x"}]}}}]},
             "draftMedicationRequests":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"MedicationRequest","id":"r","status":"active","medicationCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"386952008","display":"Clopidogrel"}],"text":"Clopidogrel 75mg tablet"}}}]}}}\
            """;
        assertThat(valid(post(SELECT, body)).path("cards").findValuesAsText("summary"))
                .contains("Contraindicated: Clopidogrel 75mg tablet in peptic ulcer");
    }

    @Test
    void whatIsNeededAndMissingIsExplained() throws IOException {
        ObjectNode call = call("order-sign", scenario("apixaban; ; ; ; ; none"));
        ((ObjectNode) call.path("prefetch")).remove("conditions");
        HttpResponse<String> response = post(SIGN, call);
        assertThat(response.statusCode()).isEqualTo(412);
        assertThat(TestServer.issue(response).getDiagnostics()).contains("no Condition", "'conditions'");
        ((ObjectNode) call.path("prefetch")).putNull("conditions"); // Looked for, and none found.
        valid(post(SIGN, call));
    }

    @Test
    void whatIsTakenIsHeldAgainstTheConditions() throws IOException {
        JsonNode answer = valid(post(
                "cds-services/medication-patient-view",
                call("patient-view", scenario("; clopidogrel, apixaban; peptic ulcer; ; ; none"))));
        assertThat(answer.path("cards").findValuesAsText("summary"))
                .containsExactly("Contraindicated: clopidogrel in peptic ulcer");
    }

    @Test
    void authorizationIsForAServer() {
        ObjectNode call = call("order-sign", scenario("apixaban; ; ; ; ; none"));
        call.putObject("fhirAuthorization").put("access_token", "secret");
        HttpResponse<String> response = post(SIGN, call);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics()).contains("cds-r-1");
        call.put("fhirServer", "https://ehr.example/fhir");
        ((ObjectNode) call.path("fhirAuthorization"))
                .put("scope", "patient/*.rs"); // cds-r-2 is a warning, and no refusal.
        assertThat(post(SIGN, call).statusCode()).isEqualTo(200);
    }

    @Test
    void feedbackIsCountedByKindAndNothingElseIsKept() throws IOException {
        String card = valid(post(SIGN, call("order-sign", scenario("simvastatin; clarithromycin; ; ; ; none"))))
                .at("/cards/0/uuid")
                .asText();
        String path = SIGN + "/feedback";
        String accepted = "{\"feedback\":[{\"card\":\"" + card
                + "\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":\"1\"}],\"outcomeTimestamp\":\"2026-11-27T10:00:00Z\"}]}";
        assertThat(post(path, accepted).statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(server.get(path).body()).at("/DRG/accepted").asInt())
                .isEqualTo(1);
        assertThat(post(path, accepted.replace("accepted\"", "ignored\"")).body())
                .contains("cds-fb-1");
        assertThat(post(path, accepted.replace(",\"acceptedSuggestions\":[{\"id\":\"1\"}]", ""))
                        .body())
                .contains("cds-fb-2");
        assertThat(post(path, accepted.replace("\"accepted\"", "\"overridden\",\"overrideReason\":{}"))
                        .body())
                .contains("cds-fb-3");
        assertThat(post(path, accepted.replace(card, UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(JSON.readTree(server.get(path).body()).toString()).isEqualTo("{\"DRG\":{\"accepted\":1}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "1",
                "\"order-sign\"",
                "null",
                "{}",
                "{\"hook\":\"order-select\"}",
                "{\"hook\":{}}",
                "{\"hook\":\"order-sign\",\"prefetch\":[]}",
                "{\"hook\":\"order-sign\",\"context\":1}",
            })
    void whatIsNoCallIsRefused(String body) {
        HttpResponse<String> response = post(SIGN, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hook\":\"order-sign\",\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"birthDate\":5,\"gender\":[]},\"conditions\":{\"resourceType\":\"Bundle\",\"entry\":7}}}",
                "{\"hook\":\"order-sign\",\"context\":{\"draftOrders\":{\"entry\":[{\"resource\":{\"resourceType\":\"MedicationRequest\",\"medicationCodeableConcept\":{\"text\":[]},\"dosageInstruction\":\"x\"}}]}},\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\"},\"conditions\":null}}",
            })
    void elementsOfAWrongTypeArePassedOver(String body) throws IOException {
        valid(post(SIGN, body));
    }

    @Test
    void deepAndLargeBodiesAreRefused() {
        assertThat(post(SIGN, "{\"hook\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(SIGN, "{\"hook\":\"" + "x".repeat((1 << 20) + 1000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.get("cds-services/none").statusCode()).isEqualTo(404);
        assertThat(server.get(SIGN).statusCode()).isEqualTo(405);
    }

    @Test
    void aScriptInANameReachesNoPage() throws IOException {
        ObjectNode call = call("order-sign", scenario("apixaban; ; ; ; ; none"));
        ((ObjectNode) call.at("/context/draftOrders/entry/0/resource/medicationCodeableConcept"))
                .put("text", "<img src=x onerror=alert(1)> warfarin [a](javascript:b)");
        ((ArrayNode) call.at("/prefetch/medications/entry"))
                .addObject()
                .putObject("resource")
                .put("resourceType", "MedicationRequest")
                .put("status", "active")
                .putObject("medicationCodeableConcept")
                .put("text", "apixaban")
                .putArray("coding");
        ((ObjectNode) call.at("/context/draftOrders/entry/0/resource/medicationCodeableConcept"))
                .putArray("coding")
                .addObject()
                .put("system", "http://www.nlm.nih.gov/research/umls/rxnorm")
                .put("code", "11289");
        JsonNode answer = valid(post(SIGN, call));
        assertThat(answer.path("cards").size()).isPositive();
        assertThat(answer.toString()).doesNotContain("<img");
        assertThat(answer.path("cards").findValuesAsText("detail")) // Markdown; a summary is text.
                .noneMatch(detail -> detail.contains("[a](javascript"));
    }

    /** Neither the log of requests, whose line for the last request here is waited for, nor any other. */
    @Test
    @Timeout(60)
    void noLineOfTheLogHasAnythingOfThePatient() throws Exception {
        List<String> lines = new ArrayList<>();
        try (LogLines log = new LogLines(Logger.ROOT_LOGGER_NAME)) {
            ObjectNode call = call("order-sign", scenario("apixaban; clopidogrel; Qwertyitis; Zuiopol; ; none"));
            ((ObjectNode) call.at("/prefetch/patient")).put("id", "patient-4711");
            valid(post(SIGN, call));
            post(SIGN, call.toString().substring(0, 200));
            server.get("fhir/MedicationKnowledge/$check?medicine=apixaban&condition=Qwertyitis");
            server.get("fhir/MedicationKnowledge?contraindicated-for:text=Qwertyitis");
            server.get("infobutton?mainSearchCriteria.v.dn=Qwertyitis&patientPerson.id=patient-4711&age.v.v=old");
            server.get("find?contraindicated-for=Qwertyitis");
            server.get("suggest?q=Qwertyitis");
            post(SIGN + "/feedback", "{\"feedback\":[{\"card\":\"Qwertyitis\",\"outcome\":\"overridden\"}]}");
            post(SIGN, "{\"hook\":\"order-sign\",\"x\":\"" + "Qwertyitis".repeat(200_000) + "\"}");
            server.send(
                    "POST",
                    "fhir/MedicationKnowledge/$check",
                    BodyPublishers.ofString(
                            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"condition\",\"valueString\":\"Qwertyitis\"}]}"),
                    "Content-Type",
                    "application/fhir+json");
            server.get("medicines/the-last");
            do {
                lines.add(log.take());
            } while (!lines.get(lines.size() - 1).contains("/medicines/the-last"));
        }
        assertThat(lines).anyMatch(line -> line.contains("\"POST /" + SIGN + "\" 200"));
        assertThat(lines)
                .noneMatch(line -> line.contains("Qwertyitis") || line.contains("Zuiopol") || line.contains("4711"));
    }

    @Test
    void aCallWithMoreConditionsThanAnyRecordHasIsRefused() {
        String conditions = "headache,".repeat(1_001);
        HttpResponse<String> response =
                post(SIGN, call("order-sign", scenario("apixaban; ; " + conditions + "; ; ; none")));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics())
                .isEqualTo("A call has at most 1000 conditions and allergies.");
    }

    @Test
    void oneSentenceStandsInACardOnce() throws IOException {
        String detail = valid(post(SIGN, call("order-sign", scenario("simvastatin; clarithromycin; ; ; ; none"))))
                .at("/cards/0/detail")
                .asText();
        assertThat(detail.split("> Strong CYP3A4 inhibitors", -1)).hasSize(2);
        assertThat(detail).contains("is named “clarithromycin”.", "is a member of the class");
    }
}
