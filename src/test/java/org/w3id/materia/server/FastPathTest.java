package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes past HAPI's routing is what HAPI's routing would have answered. */
@Tag("server")
class FastPathTest {
    /** A condition that nothing meets sends a request HAPI's way and changes nothing else. */
    private static final String[] HAPIS_WAY = {"If-None-Match", "W/\"no-version\""};

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.knowledge("b", "Bóric acid"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.indication("i1", "a"),
                Medicines.markdown("a"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir/MedicationKnowledge/a",
                "fhir/MedicationKnowledge/none",
                "fhir/MedicationKnowledge/a?_summary=false",
                "fhir/MedicationKnowledge/a%20b",
                "fhir/MedicationKnowledge/",
                "fhir/Patient/a",
                "fhir/Binary/a",
                "fhir/metadata",
                "fhir/metadata?_format=json",
                "fhir/MedicationKnowledge",
                "fhir/MedicationKnowledge?",
                "fhir/MedicationKnowledge?name=b%C3%B3ric&_count=1",
                "fhir/MedicationKnowledge?name=boric+acid",
                "fhir/MedicationKnowledge?_count=1",
                "fhir/MedicationKnowledge?_count=0",
                "fhir/MedicationKnowledge?_summary=count",
                "fhir/MedicationKnowledge?_summary=true",
                "fhir/MedicationKnowledge?_pretty=true",
                "fhir/MedicationKnowledge?_pretty=false",
                "fhir/MedicationKnowledge?_elements=code",
                "fhir/MedicationKnowledge?_total=none",
                "fhir/MedicationKnowledge?code=ATC-a&code=ATC-b",
                "fhir/MedicationKnowledge?colour=red",
                "fhir/MedicationKnowledge?_cursor=1_x",
                "fhir/MedicinalProductIndication?_include=MedicinalProductIndication:subject",
                "fhir/MedicationKnowledge?_format=xml",
                "fhir/MedicationKnowledge?_format=json",
                "fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=male",
                "fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=male&_format=xml",
                "fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=none",
                "fhir/CodeSystem/$lookup?code=male",
                "fhir/CodeSystem/$lookup",
                "fhir/CodeSystem/$none",
                "fhir/CodeSystem/$validate-code?url=http://hl7.org/fhir/administrative-gender&code=male&display=Female",
                "fhir/ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/administrative-gender&code=x&system=y",
                "fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender",
                "fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&_pretty=true",
                "fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&filter=m&count=1",
                "fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&count=many",
                "fhir/CodeSystem/$subsumes?system=http://hl7.org/fhir/administrative-gender&codeA=male&codeB=female",
                "fhir/ConceptMap/$translate?system=http://hl7.org/fhir/administrative-gender&code=male",
            })
    void theAnswerIsHapis(String path) {
        assertSame(path);
        assertSame(path, "Accept", "application/fhir+json");
        assertSame(path, "Accept", "application/json");
        assertSame(path, "Accept", "application/fhir+xml;q=0.5, application/json");
        assertSame(path, "Accept", "application/fhir+xml");
        assertSame(path, "Accept", "image/png");
        assertSame(path, "Accept", "application/fhir+json;fhirVersion=3.0");
        assertSame(path, "Prefer", "handling=lenient");
        assertSame(path, "X-Request-ID", "my-request.7");
        assertSame(path, "Origin", "https://ehr.example");
    }

    @Test
    void aRequestHasAnIdOfItsOwn() {
        String one = server.get("fhir/Medication/a")
                .headers()
                .firstValue("X-Request-ID")
                .orElseThrow();
        assertThat(one).matches("[0-9a-z]{13,16}");
        assertThat(server.get("fhir/Medication/a").headers().firstValue("X-Request-ID"))
                .isNotEqualTo(one);
        assertThat(server.get("fhir/Medication/a", "X-Request-ID", "a b")
                        .headers()
                        .firstValue("X-Request-ID")
                        .orElseThrow())
                .isNotEqualTo("a b");
    }

    private static void assertSame(String path, String... headers) {
        String[] hapis = new String[headers.length + 2];
        System.arraycopy(headers, 0, hapis, 0, headers.length);
        System.arraycopy(HAPIS_WAY, 0, hapis, headers.length, 2);
        HttpResponse<String> fast = server.get(path, headers);
        HttpResponse<String> slow = server.get(path, hapis);
        assertThat(fast.statusCode()).isEqualTo(slow.statusCode());
        assertThat(comparable(fast.body())).isEqualTo(comparable(slow.body()));
        assertThat(comparable(fast.headers())).isEqualTo(comparable(slow.headers()));
    }

    /** HAPI gives a Bundle that it has encoded itself a new id each time; and each expansion has an identifier and a time. */
    private static String comparable(String body) {
        return body.replaceAll("(\"identifier\": ?\"urn:uuid|\"timestamp\"): ?\"?[^\"]*\"", "")
                .replaceAll("<identifier value=\"urn:uuid:[^>]*>|<timestamp [^>]*>", "")
                .replaceAll("\"id\": ?\"[0-9a-f]{8}-[0-9a-f-]{27}\",?", "")
                .replaceAll("<id value=\"[0-9a-f]{8}-[0-9a-f-]{27}\"/>", "");
    }

    private static Map<String, Object> comparable(HttpHeaders headers) {
        Map<String, Object> comparable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        comparable.putAll(headers.map());
        comparable.remove("Date");
        comparable.put(
                "Vary",
                new TreeSet<>(
                        List.of(String.join(", ", headers.allValues("Vary")).split(", "))));
        comparable.computeIfPresent(
                "X-Request-ID", (name, values) -> values.toString().contains("my-request") ? values : "generated");
        return comparable;
    }
}
