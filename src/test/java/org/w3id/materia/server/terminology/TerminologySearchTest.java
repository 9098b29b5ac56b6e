package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.SearchTest;

/** Searches that ask the terminology service what a value set or a concept holds (FHIR R4, 3.1.1.4.10). */
@Tag("server")
class TerminologySearchTest {
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ROUTES = "https://w3id.org/materia/fhir/ValueSet/route";
    private static final String ROUTE = "https://w3id.org/materia/fhir/CodeSystem/route";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                coded("food", new Coding(ACT_CODE, "FOOD", null)),
                coded("oral", new Coding(ROUTE, "oral", null)),
                coded("other", new Coding("http://other.example", "x", null)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void membersOfAValueSetAreFound() {
        assertThat(found("code:in=" + ROUTES)).containsExactly("oral");
        assertThat(found("code:not-in=" + ROUTES)).containsExactly("food", "other");
    }

    @Test
    void kindsOfAConceptAreFoundFromAboveAndBelow() {
        assertThat(found("code:below=" + ACT_CODE + "%7CALGY")).isEmpty();
        assertThat(found("code:below=" + ACT_CODE + "%7CFOOD")).containsExactly("food");
        assertThat(found("code:above=" + ROUTE + "%7Coral")).containsExactly("oral");
    }

    @Test
    void unknownValueSetsAndConceptsAreRefused() {
        assertThat(TestServer.issue(server.get("fhir/MedicationKnowledge?code:in=http://none.example"))
                        .getDiagnostics())
                .contains("http://none.example");
        assertThat(server.get("fhir/MedicationKnowledge?code:below=" + ACT_CODE + "%7CNONE")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDrugsCodeLeadsToItsMonographAndBack() {
        TerminologyClient client = new TerminologyClient(server);
        String medicines = "https://w3id.org/materia/fhir/CodeSystem/medicine";
        Parameters there = client.get(
                Parameters.class, "ConceptMap/$translate?system=" + ACT_CODE + "&code=FOOD&targetsystem=" + medicines);
        assertThat(TerminologyClient.parts(there, "match", "concept"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(((Coding) found).getSystem()).isEqualTo(medicines);
                    assertThat(((Coding) found).getCode()).isEqualTo("food");
                });
        Parameters back = client.get(
                Parameters.class, "ConceptMap/$translate?system=" + medicines + "&code=oral&targetsystem=" + ROUTE);
        assertThat(TerminologyClient.parts(back, "match", "concept"))
                .singleElement()
                .satisfies(found -> assertThat(((Coding) found).getCode()).isEqualTo("oral"));
        Parameters lookup = client.get(
                Parameters.class, "CodeSystem/$lookup?system=" + ACT_CODE + "&code=FOOD&property=translation");
        assertThat(TerminologyClient.parts(lookup, "property", "value"))
                .singleElement()
                .satisfies(found -> assertThat(((Coding) found).getCode()).isEqualTo("food"));
    }

    private static List<String> found(String query) {
        Bundle bundle = SearchTest.parse(
                server.get("fhir/MedicationKnowledge?_sort=_id&" + query).body());
        return bundle.getEntry().stream()
                .map(e -> e.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static MedicationKnowledge coded(String id, Coding coding) {
        MedicationKnowledge medicine = new MedicationKnowledge();
        medicine.setId(id);
        medicine.setCode(new CodeableConcept().addCoding(coding).setText(id));
        return medicine;
    }
}
