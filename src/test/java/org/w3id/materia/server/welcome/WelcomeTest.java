package org.w3id.materia.server.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.MedicinalProductIndication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

@Tag("server")
class WelcomeTest {
    @Test
    void everyLinkLeadsToAnAnswerFromTheContent() {
        try (TestServer server = full()) {
            server.ready.set(true);
            HttpResponse<String> page = server.get("developers", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(page.body())
                    .contains("version 1.2.3", "<td>1</td>", "What is Amoxicillin &amp; clavulanate for?")
                    .doesNotContain("${", "<script", "https://");
            List<String> links = links(page);
            assertThat(links).contains("fhir/swagger-ui/", "fhir/api-docs", "health/ready");
            assertThat(links.stream().filter(link -> link.contains("amoxicillin-clavulanate")))
                    .hasSizeGreaterThan(8);
            for (String link : links) {
                HttpResponse<String> answer = server.get(link, "Accept", "text/html,*/*;q=0.8");
                assertThat(answer.statusCode()).as(link + " " + answer.body()).isEqualTo(200);
            }
        }
    }

    @Test
    void theQuestionForAClassFindsTheMedicineItWasTakenFrom() {
        try (TestServer server = full()) {
            List<String> searches = links(server.get("developers")).stream()
                    .filter(link -> link.contains("classification:text"))
                    .toList();
            assertThat(searches).hasSize(1);
            assertThat(server.get(searches.get(0)).body()).contains("amoxicillin-clavulanate");
        }
    }

    @Test
    void everyLineToCopyIsARequestThatAnswers() {
        try (TestServer server = full()) {
            List<String> lines = Pattern.compile("<code>curl -s '([^<]+)'</code>")
                    .matcher(server.get("developers").body())
                    .results()
                    .map(m -> m.group(1).replace("&amp;", "&"))
                    .toList();
            assertThat(lines).hasSize(15);
            for (String line : lines) {
                assertThat(line).startsWith(server.base() + "/");
                assertThat(server.get(line.substring(
                                        server.server.address().toString().length()))
                                .statusCode())
                        .as(line)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void anEmptyServerOffersWhatNeedsNoContent() {
        try (TestServer server = new TestServer(TestServer.emptyKnowledge())) {
            HttpResponse<String> page = server.get("developers");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("${", "MedicationKnowledge/");
            assertThat(links(page)).anyMatch(link -> link.startsWith("fhir/metadata"));
        }
    }

    private static TestServer full() {
        String id = "amoxicillin-clavulanate";
        MedicationKnowledge medicine = Medicines.knowledge(id, "Amoxicillin & clavulanate");
        medicine.addMedicineClassification().addClassification(new CodeableConcept().setText("penicillin <class>"));
        MedicinalProductIndication indication = Medicines.indication("i", id);
        indication.setDiseaseSymptomProcedure(new CodeableConcept().setText("otitis media"));
        return TestServer.with(
                medicine,
                Medicines.medication(id, "Amoxicillin & clavulanate"),
                indication,
                Medicines.composition(id, "Medication/" + id),
                Medicines.markdown(id));
    }

    private static List<String> links(HttpResponse<String> page) {
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(m -> m.group(1).replace("&amp;", "&"))
                .toList();
    }
}
