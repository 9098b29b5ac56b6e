package org.w3id.materia.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.hl7.fhir.r4.model.Reference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** Whatever names, texts and questions contain, it is shown and does nothing. */
@Tag("server")
class HostilePagesTest {
    private static final String EVIL =
            "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onfocus=alert(3) {{ 7*191 }}";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static TestServer server;

    @BeforeAll
    static void start() {
        MedicationKnowledge medicine = Medicines.knowledge("evil", "Evil");
        medicine.getCode().setText(EVIL);
        medicine.addSynonym(EVIL);
        medicine.getText().setDivAsString("<div>narrative <a href=\"javascript:alert(4)\">link</a></div>");
        MedicinalProductIndication indication = Medicines.indication("evil-1", "evil");
        indication.getSubjectFirstRep().setDisplay(EVIL);
        indication.setDiseaseSymptomProcedure(new CodeableConcept().setText("sleep " + EVIL));
        Binary text = Medicines.markdown("evil");
        text.setContent(("# Evil\n\n### Usage\n\n`" + EVIL + "` and \\<b>bold\\</b> " + EVIL + "\n")
                .getBytes(StandardCharsets.UTF_8));
        MedicinalProductIndication lost = Medicines.indication("lost", "gone");
        lost.addSubject(new Reference("Medication/gone"));
        server = TestServer.with(
                medicine, Medicines.medication("evil", EVIL), indication, lost, text, Medicines.composition("evil"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "medicines/evil",
                "find?for=sleep",
                "find?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "find?for=%22%20onfocus=alert(1)%20autofocus=%22",
                "find?interacts-with=%7B%7B7*191%7D%7D%3Cimg%20src=x%20onerror=alert(1)%3E",
                "medicines/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "medicines/..%2f..%2fetc",
                "fhir/MedicationKnowledge/evil?_pretty=true",
                "fhir/MedicationKnowledge?name:exact=%3Cscript%3E",
                "fhir/MedicationKnowledge?%3Cscript%3E=1",
                "fhir/%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void nothingOfItRuns(String path) {
        HttpResponse<String> answer = server.get(path, "Accept", BROWSER);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("1337"); // A template that was run.
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("a").eachAttr("href")).noneMatch(link -> link.startsWith("javascript"));
        assertThat(page.select("script:not([src]), img, b, [onerror], [onfocus], [autofocus]"))
                .as(answer.body())
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        Document page = Jsoup.parse(server.get("medicines/evil").body());
        assertThat(page.selectFirst("h1").text()).isEqualTo(EVIL);
        assertThat(page.getElementById("text").text()).contains("<script>alert(1)</script>");
        assertThat(server.get("suggest?q=sleep").body()).contains("\"label\":\"Used for sleep <script>");
        assertThat(server.get("suggest?q=sleep").headers().firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void aFactWhoseMedicineIsNotHereIsNoFault() {
        assertThat(server.get("find?for=nothing").statusCode()).isEqualTo(200);
        assertThat(server.get("medicines/gone").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsSaidOfAKnowledgeBaseThatWasNeverFilled() {
        try (TestServer empty = new TestServer(TestServer.emptyKnowledge())) {
            assertThat(empty.get("find?for=pain").statusCode()).isEqualTo(503);
            assertThat(empty.get("").body()).contains("the first import of the monographs is under way");
        }
    }
}
