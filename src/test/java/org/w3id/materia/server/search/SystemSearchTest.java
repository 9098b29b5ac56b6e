package org.w3id.materia.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

@Tag("server")
class SystemSearchTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                Medicines.knowledge("a", "Amoxicillin"),
                Medicines.medication("a", "Amoxicillin"),
                Medicines.medication("b", "Boric acid"),
                Medicines.composition("a"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void allTypesAreSearchedByWhatIsCommonToThem() {
        assertThat(urls(search("fhir?_id=a")))
                .containsExactlyInAnyOrder("Composition/a", "Medication/a", "MedicationKnowledge/a");
        assertThat(urls(search("fhir/?_id=b"))).containsExactly("Medication/b");
        assertThat(urls(search("fhir?_id=a&_type=Medication,Composition")))
                .containsExactlyInAnyOrder("Composition/a", "Medication/a");
        assertThat(urls(search("fhir?_type=Medication&name=amox"))).containsExactly("Medication/a");
        assertThat(urls(search("fhir?_lastUpdated=gt2026&_summary=count"))).isEmpty();
        assertThat(search("fhir?_lastUpdated=ge2026&_summary=count").getTotal()).isEqualTo(4);
    }

    @Test
    void pagesGoOverTheTypes() {
        List<String> joined = new ArrayList<>();
        Bundle page = search("fhir?_count=1&_type=MedicationKnowledge,Medication,Composition");
        while (true) {
            joined.addAll(urls(page));
            assertThat(page.getTotal()).isEqualTo(4);
            BundleLinkComponent next = page.getLink("next");
            if (next == null) {
                break;
            }
            page = search(
                    next.getUrl().substring(server.server.address().toString().length()));
        }
        assertThat(joined)
                .containsExactlyInAnyOrder("Composition/a", "Medication/a", "Medication/b", "MedicationKnowledge/a");
    }

    @Test
    void aFormDoesTheSame() {
        HttpResponse<String> response = server.send(
                "POST",
                "fhir/_search",
                BodyPublishers.ofString("_id=a&_type=Medication"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(urls(SearchTest.parse(response.body()))).containsExactly("Medication/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir?name=amox",
                "fhir?_type=Patient",
                "fhir?_type=Medication,Composition&name=x",
                "fhir?colour=red"
            })
    void whatNotAllTypesHaveIsRefused(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(400);
    }

    private static List<String> urls(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(e -> e.getFullUrl().substring(server.base().length() + 1))
                .toList();
    }

    private static Bundle search(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SearchTest.parse(response.body());
    }
}
