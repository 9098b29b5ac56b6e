package org.w3id.materia.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Substance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

@Tag("server")
class InclusionTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        MedicationKnowledge knowledge = Medicines.knowledge("a", "Amoxicillin");
        knowledge.addIngredient().setItem(new Reference("Substance/amoxicillin"));
        knowledge.addAssociatedMedication(new Reference("Medication/a"));
        Substance substance = new Substance();
        substance.setId("amoxicillin");
        server = TestServer.with(
                knowledge,
                Medicines.knowledge("b", "Boric acid"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.medication("b", "Boric acid"),
                substance,
                Medicines.indication("i1", "a"),
                Medicines.indication("i2", "a"),
                Medicines.indication("i3", "b"),
                Medicines.indication("i4", "gone"),
                Medicines.composition("a"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Query; what matches; what is included. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "MedicinalProductIndication?_include=MedicinalProductIndication:subject ! i1 i2 i3 i4 ! Medication/a"
                        + " Medication/b",
                "MedicinalProductIndication?_id=i1,i2&_include=MedicinalProductIndication:subject ! i1 i2 !"
                        + " Medication/a",
                "MedicinalProductIndication?_id=i1&_include=MedicinalProductIndication:subject:Medication ! i1 !"
                        + " Medication/a",
                "MedicinalProductIndication?_id=i1&_include=MedicinalProductIndication:* ! i1 ! Medication/a",
                "MedicinalProductIndication?_id=i4&_include=MedicinalProductIndication:subject ! i4 ! ''",
                "MedicationKnowledge?_include=MedicationKnowledge:ingredient ! a b ! Substance/amoxicillin",
                "Medication?_revinclude=MedicinalProductIndication:subject ! a b !"
                        + " MedicinalProductIndication/i1 MedicinalProductIndication/i2 MedicinalProductIndication/i3",
                "Medication?_id=a&_revinclude=Composition:subject&_revinclude=MedicinalProductIndication:subject ! a !"
                        + " Composition/a MedicinalProductIndication/i1 MedicinalProductIndication/i2",
                "Substance?_revinclude=MedicationKnowledge:ingredient ! amoxicillin ! MedicationKnowledge/a",
                "MedicinalProductIndication?_id=i1&_include=MedicinalProductIndication:subject"
                        + "&_revinclude:iterate=Composition:subject ! i1 ! Medication/a Composition/a",
                "MedicinalProductIndication?_id=i1&_include=MedicinalProductIndication:subject"
                        + "&_revinclude=Composition:subject ! i1 ! Medication/a",
                "Medication?_id=a&_revinclude:iterate=MedicinalProductIndication:subject"
                        + "&_include:iterate=MedicinalProductIndication:subject ! a !"
                        + " MedicinalProductIndication/i1 MedicinalProductIndication/i2",
            })
    void whatIsAskedForIsIncluded(String query, String matches, String included) {
        Bundle bundle = search(query);
        assertThat(bundle.getTotal())
                .isEqualTo(matches.isBlank() ? 0 : matches.strip().split(" ").length);
        assertThat(of(bundle, SearchEntryMode.MATCH).replaceAll("[A-Za-z]+/", ""))
                .isEqualTo(matches.strip());
        assertThat(of(bundle, SearchEntryMode.INCLUDE)).isEqualTo(included.strip());
    }

    /** Query; a piece of what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Medication?_include=Medication:colour ! no reference parameter 'colour'",
                "Medication?_include=Medication:name ! no reference parameter 'name'",
                "Medication?_include=Patient:organization ! no resource type",
                "Medication?_include=Medication ! Type:parameter",
                "Medication?_include:below=Medication:ingredient ! ':iterate'",
                "MedicationKnowledge?_include=MedicationKnowledge:ingredient:Composition ! does not refer to",
            })
    void whatCannotBeIncludedIsRefused(String query, String said) {
        HttpResponse<String> response = server.get("fhir/" + query.strip());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.issue(response).getDiagnostics()).contains(said.strip());
    }

    @Test
    void theSelfLinkKeepsTheIncludes() {
        assertThat(search("Medication?_id=a&_revinclude=Composition:subject")
                        .getLink("self")
                        .getUrl())
                .isEqualTo(server.base() + "/Medication?_id=a&_revinclude=Composition:subject");
    }

    private static String of(Bundle bundle, SearchEntryMode mode) {
        return String.join(
                " ",
                bundle.getEntry().stream()
                        .filter(e -> e.getSearch().getMode() == mode)
                        .map(e -> e.getFullUrl().substring(server.base().length() + 1))
                        .toList());
    }

    private static Bundle search(String query) {
        HttpResponse<String> response = server.get("fhir/" + query.strip());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }
}
