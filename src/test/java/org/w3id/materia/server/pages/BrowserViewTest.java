package org.w3id.materia.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.Reference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** Who opens a FHIR address in a browser gets a page; every program gets what it got. */
@Tag("server")
class BrowserViewTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static TestServer server;

    @BeforeAll
    static void start() {
        MedicationKnowledge medicine = Medicines.knowledge("amoxicillin", "Amoxicillin");
        medicine.addAssociatedMedication(new Reference("Medication/amoxicillin"));
        server = TestServer.with(
                medicine, Medicines.medication("amoxicillin", "Amoxicillin"), Medicines.markdown("amoxicillin"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aMedicineIsItsPage() {
        HttpResponse<String> answer = server.get("fhir/MedicationKnowledge/amoxicillin", "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("../../medicines/amoxicillin");
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
        assertThat(server.get("medicines/amoxicillin").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherResourceIsAPageWithLinksToOthers() {
        HttpResponse<String> answer = server.get("fhir/MedicationKnowledge/amoxicillin/_history", "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("pre.json a").eachAttr("href")).contains("../../../fhir/Medication/amoxicillin");
        assertThat(page.select(".narrative").text()).contains("Amoxicillin");
        assertThat(page.select("a").eachAttr("href")).contains("?_format=application/json&_pretty=true");
    }

    @Test
    void theJsonOfThePageIsTheJsonThatProgramsGet() throws Exception {
        String path = "fhir/Medication?_id=amoxicillin";
        Document page = Jsoup.parse(server.get(path, "Accept", BROWSER).body());
        com.fasterxml.jackson.databind.ObjectMapper json = new com.fasterxml.jackson.databind.ObjectMapper();
        assertThat(json.readTree(page.selectFirst("pre.json").wholeText()))
                .isEqualTo(json.readTree(server.get(path).body()));
        assertThat(page.select("main li a").eachAttr("href")).contains("../fhir/Medication/amoxicillin");
    }

    @ParameterizedTest
    @CsvSource({
        "fhir/Medication/nope, 404, There is no Medication",
        "fhir/Medication?nope=1, 400, has no search parameter",
        "fhir/Nope/1, 404, has no resource type",
        "nowhere, 404, There is nothing at /nowhere"
    })
    void whatIsWrongIsReadable(String path, int status, String message) {
        HttpResponse<String> answer = server.get(path, "Accept", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.selectFirst("h1").text()).startsWith(status + " ");
        assertThat(page.selectFirst(".warn").text()).contains(message);
        assertThat(server.get(path).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/fhir+json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fhir/Medication/amoxicillin?_format=json | text/html | application/fhir+json;charset=utf-8",
                "fhir/Medication/amoxicillin?_format=xml | text/html | application/fhir+xml;charset=utf-8",
                "fhir/Medication/amoxicillin | application/json | application/json;charset=utf-8",
                "fhir/Medication/amoxicillin | */* | application/fhir+json;charset=utf-8",
                "fhir/Binary/amoxicillin | text/html,*/*;q=0.1 | text/markdown;charset=utf-8",
                "fhir/api-docs | text/html | application/json",
                "fhir/swagger-ui/ | text/html | text/html;charset=utf-8"
            })
    void whatNamesItsFormHasIt(String path, String accept, String type) {
        HttpResponse<String> answer = server.get(path, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    }
}
