package org.w3id.materia.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Substance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;
import org.w3id.materia.server.search.SearchTest;

@Tag("server")
class EverythingTest {
    private static final List<String> ALL = List.of(
            "MedicationKnowledge/a",
            "Substance/amoxicillin",
            "Medication/a",
            "MedicinalProductIndication/i1",
            "Binary/a",
            "Provenance/a");

    private static TestServer server;

    @BeforeAll
    static void start() {
        MedicationKnowledge knowledge = Medicines.knowledge("a", "Amoxicillin");
        knowledge.addIngredient().setItem(new Reference("Substance/amoxicillin"));
        Substance substance = new Substance();
        substance.setId("amoxicillin");
        Provenance provenance = new Provenance();
        provenance.setId("a");
        provenance.setRecordedElement(new InstantType("2026-11-23T01:50:24.123Z"));
        for (String target :
                List.of("MedicationKnowledge/a", "Medication/a", "MedicinalProductIndication/i1", "Binary/a")) {
            provenance.addTarget(new Reference(target));
        }
        server = TestServer.with(
                knowledge,
                Medicines.knowledge("b", "Boric acid"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.medication("b", "Boric acid"),
                substance,
                Medicines.indication("i1", "a"),
                Medicines.indication("i2", "b"),
                Medicines.markdown("a"),
                provenance);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everythingIsTheMedicineAndAllThatItsMonographGave() {
        Bundle everything = get("");
        assertThat(urls(everything)).isEqualTo(ALL);
        assertThat(everything.getTotal()).isEqualTo(ALL.size());
        assertThat(everything.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(everything.getLink("next")).isNull();
    }

    @Test
    void typesAndTimesNarrowIt() {
        assertThat(urls(get("?_type=Medication,Substance"))).containsExactly("Substance/amoxicillin", "Medication/a");
        assertThat(urls(get("?_since=2999-01-01T00:00:00Z"))).isEmpty();
        assertThat(urls(get("?_since=2020-01-01T00:00:00Z"))).isEqualTo(ALL);
    }

    @Test
    void pagesJoinedAreTheWhole() {
        List<String> joined = new ArrayList<>();
        Bundle page = get("?_count=4");
        while (true) {
            joined.addAll(urls(page));
            BundleLinkComponent next = page.getLink("next");
            if (next == null) {
                break;
            }
            page = parsed(server.get(
                    next.getUrl().substring(server.server.address().toString().length())));
        }
        assertThat(joined).isEqualTo(ALL);
    }

    @Test
    void parametersComeInABodyToo() {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("_count").setValue(new IntegerType(2));
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/MedicationKnowledge/a/$everything",
                BodyPublishers.ofString(TestServer.CONTEXT.newJsonParser().encodeResourceToString(parameters)),
                "Content-Type",
                "application/fhir+json");
        assertThat(urls(parsed(response))).isEqualTo(ALL.subList(0, 2));
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThat(server.get("fhir/MedicationKnowledge/none/$everything").statusCode())
                .isEqualTo(404);
        assertThat(server.get("fhir/Medication/a/$everything").statusCode()).isEqualTo(400);
        for (String query :
                List.of("?_type=Patient", "?_since=yesterday", "?_count=x", "?colour=red", "?_cursor=7_x")) {
            assertThat(server.get("fhir/MedicationKnowledge/a/$everything" + query)
                            .statusCode())
                    .as(query)
                    .isIn(400, 410);
        }
    }

    private static List<String> urls(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(e -> e.getFullUrl().substring(server.base().length() + 1))
                .toList();
    }

    private static Bundle get(String query) {
        return parsed(server.get("fhir/MedicationKnowledge/a/$everything" + query));
    }

    private static Bundle parsed(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }
}
