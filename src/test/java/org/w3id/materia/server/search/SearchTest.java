package org.w3id.materia.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

@Tag("server")
public class SearchTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.knowledge("b", "Bóric acid"),
                Medicines.knowledge("c", "Co-trimoxazole, \"forte\" | 480"),
                Medicines.indication("i1", "a"),
                Medicines.indication("i2", "b"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Query, ids of what it finds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "MedicationKnowledge ! a b c",
                "MedicationKnowledge?_id=a,c ! a c",
                "MedicationKnowledge?_id=a&_id=c ! ''",
                "MedicationKnowledge?code=ATC-a ! a",
                "MedicationKnowledge?code=http://www.whocc.no/atc%7CATC-a ! a",
                "MedicationKnowledge?code=%7CATC-a ! ''",
                "MedicationKnowledge?code=http://www.whocc.no/atc%7C ! a b c",
                "MedicationKnowledge?code:text=amox ! a",
                "MedicationKnowledge?name=AMOX ! a",
                "MedicationKnowledge?name=boric ! b",
                "MedicationKnowledge?name=acid ! b",
                "MedicationKnowledge?name:contains=moxazole ! c",
                "MedicationKnowledge?name:exact=amoxicillin ! ''",
                "MedicationKnowledge?name=Co-trimoxazole%5C,%20%22forte%22%20%5C%7C%20480 ! c",
                "MedicationKnowledge?name=amox,boric ! a b",
                "MedicationKnowledge?doseform:missing=true&name=amox ! a",
                "MedicationKnowledge?status=active&status=inactive ! ''",
                "MedicationKnowledge?_lastUpdated=2026-11-23 ! a b c",
                "MedicationKnowledge?_lastUpdated=lt2026-11-23 ! ''",
                "MedicinalProductIndication?subject=a ! i1",
                "MedicinalProductIndication?subject=Medication/b ! i2",
                "MedicinalProductIndication?subject:Medication=b ! i2",
                "MedicinalProductIndication?subject=https://other.example/fhir/Medication/b ! ''",
            })
    void aSearchFindsWhatMatches(String query, String ids) {
        Bundle bundle = search(query);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(ids(bundle)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
        assertThat(bundle.getTotal()).isEqualTo(bundle.getEntry().size());
        for (BundleEntryComponent entry : bundle.getEntry()) {
            assertThat(entry.getFullUrl())
                    .isEqualTo(server.base() + "/" + entry.getResource().fhirType() + "/"
                            + entry.getResource().getIdPart());
            assertThat(entry.getSearch().getMode()).isEqualTo(SearchEntryMode.MATCH);
        }
    }

    @Test
    void anAbsoluteReferenceToThisServerIsItsOwn() {
        assertThat(ids(search("MedicinalProductIndication?subject=" + server.base() + "/Medication/b")))
                .containsExactly("i2");
    }

    @Test
    void aSearchByPostIsTheSameSearch() {
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/MedicationKnowledge/_search?_count=5",
                HttpRequest.BodyPublishers.ofString("name=b%C3%B3ric"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        Bundle bundle = parse(response.body());
        assertThat(ids(bundle)).containsExactly("b");
        assertThat(bundle.getLink("self").getUrl())
                .isEqualTo(server.base() + "/MedicationKnowledge?_count=5&name=b%C3%B3ric");
    }

    @Test
    void theTotalAloneHasNoEntries() {
        for (String query : List.of("_summary=count", "_count=0", "_summary=count&_pretty=true")) {
            Bundle bundle = search("MedicationKnowledge?" + query);
            assertThat(bundle.getTotal()).isEqualTo(3);
            assertThat(bundle.getEntry()).isEmpty();
            assertThat(bundle.getLink("self").getUrl()).endsWith(query);
            assertThat(bundle.getLink("next")).isNull();
        }
        assertThat(search("MedicationKnowledge?_total=none").hasTotal()).isFalse();
        assertThat(search("MedicationKnowledge?_total=accurate").getTotal()).isEqualTo(3);
    }

    @Test
    void lenientHandlingPassesOverWhatIsUnknownAndSaysSo() {
        HttpResponse<String> response =
                server.get("fhir/MedicationKnowledge?colour=red&_list=x&name=amox", "Prefer", "handling=lenient");
        Bundle bundle = parse(response.body());
        assertThat(ids(bundle)).containsExactly("a");
        assertThat(bundle.getLink("self").getUrl()).isEqualTo(server.base() + "/MedicationKnowledge?name=amox");
        assertThat(server.get("fhir/MedicationKnowledge?code=a%7Cb%7Cc", "Prefer", "handling=lenient")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void everyFormHoldsTheSame() {
        Bundle json = search("MedicationKnowledge?name=amox,boric");
        Bundle xml = TestServer.CONTEXT
                .newXmlParser()
                .parseResource(
                        Bundle.class,
                        server.get("fhir/MedicationKnowledge?name=amox,boric", "Accept", "application/fhir+xml")
                                .body());
        Bundle pretty = search("MedicationKnowledge?name=amox,boric&_pretty=true");
        assertThat(xml.equalsDeep(json)).isTrue();
        json.setLink(List.of());
        pretty.setLink(List.of());
        assertThat(pretty.equalsDeep(json)).isTrue();
    }

    @Test
    void elementsAndSummaryReachTheEntriesAndSpareTheBundle() {
        Bundle elements = search("MedicationKnowledge?_elements=code");
        assertThat(elements.getTotal()).isEqualTo(3);
        MedicationKnowledge first =
                (MedicationKnowledge) elements.getEntryFirstRep().getResource();
        assertThat(first.hasCode()).isTrue();
        assertThat(first.hasText()).isFalse();
        Bundle text = search("MedicationKnowledge?_summary=text");
        assertThat(text.getTotal()).isEqualTo(3);
        MedicationKnowledge narrated =
                (MedicationKnowledge) text.getEntryFirstRep().getResource();
        assertThat(narrated.hasText()).isTrue();
        assertThat(narrated.hasCode()).isFalse();
        assertThat(search("MedicationKnowledge?_summary=true").getEntry()).hasSize(3);
    }

    @Test
    void hapisClientSearches() {
        Bundle bundle = TestServer.CONTEXT
                .newRestfulGenericClient(server.base())
                .search()
                .forResource(MedicationKnowledge.class)
                .where(MedicationKnowledge.CODE.exactly().systemAndCode("http://www.whocc.no/atc", "ATC-b"))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(ids(bundle)).containsExactly("b");
    }

    public static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream().map(e -> e.getResource().getIdPart()).toList();
    }

    public static Bundle parse(String json) {
        return TestServer.CONTEXT.newJsonParser().parseResource(Bundle.class, json);
    }

    private static Bundle search(String query) {
        HttpResponse<String> response = server.get("fhir/" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Bundle bundle = parse(response.body());
        List<String> relations =
                bundle.getLink().stream().map(BundleLinkComponent::getRelation).toList();
        assertThat(relations).containsExactly("self");
        return bundle;
    }
}
