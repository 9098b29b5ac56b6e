package org.w3id.materia.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3id.materia.ingest.ImportedMonographs;

/** Infobutton over HTTP, on the shipped samples. */
@Tag("server")
class InfobuttonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RXNORM = "mainSearchCriteria.v.cs=2.16.840.1.113883.6.88&mainSearchCriteria.v.c=";
    private static final String AS_JSON = "&knowledgeResponseType=application/json";

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

    private static HttpResponse<String> ask(String query) {
        return server.get("infobutton?" + query);
    }

    private static JsonNode json(String query) throws IOException {
        HttpResponse<String> response = ask(query + AS_JSON);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        return JSON.readTree(response.body()).path("feed");
    }

    private static Document atom(String query) throws Exception {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> titles(JsonNode feed) {
        List<String> titles = new ArrayList<>();
        feed.path("entry").forEach(e -> titles.add(e.at("/title/_value").asText()));
        return titles;
    }

    /** MedlinePlus Connect's own example, here. */
    @Test
    void medlinePlusStyleIsAnsweredInJson() throws IOException {
        JsonNode feed =
                json(RXNORM + "161&mainSearchCriteria.v.dn=acetaminophen&informationRecipient.languageCode.c=en");
        assertThat(titles(feed))
                .containsExactly(
                        "Paracetamol – Dosage",
                        "Paracetamol – contraindications",
                        "Paracetamol – Precautions",
                        "Paracetamol – Usage",
                        "Paracetamol – Side effects",
                        "Paracetamol – How it works",
                        "Paracetamol – Frequently asked questions");
        JsonNode entry = feed.at("/entry/0");
        assertThat(entry.at("/link/0/href").asText()).endsWith("/medicines/paracetamol#section-dosage");
        assertThat(entry.at("/summary/type").asText()).isEqualTo("html");
        assertThat(entry.at("/summary/_value").asText()).contains("4 g in 24 hours");
        assertThat(feed.path("category").findValuesAsText("scheme"))
                .containsExactly(
                        "mainSearchCriteria.v.cs",
                        "mainSearchCriteria.v.c",
                        "mainSearchCriteria.v.dn",
                        "informationRecipient.languageCode.c",
                        "knowledgeResponseType");
    }

    /** As an OpenInfobutton client asks (a clinical drug whose code is not known here, with its name). */
    @Test
    void openInfobuttonStyleIsOrderedByTheTask() throws IOException {
        String query =
                "searchType=HL7&representedOrganization.id.root=1.3.6.1.4.1.3768&patientPerson.administrativeGenderCode.c=F"
                        + "&age.v.v=67&age.v.u=a&" + RXNORM
                        + "749196&mainSearchCriteria.v.dn=Clopidogrel&performer=PROV"
                        + "&informationRecipient=PROV&taskContext.c.c=";
        assertThat(titles(json(query + "MLREV")).get(0)).isEqualTo("Clopidogrel – contraindications");
        assertThat(titles(json(query + "MEDOE")).get(0)).isEqualTo("Clopidogrel – Dosage");
        assertThat(titles(json(query + "PROBLISTREV")).get(0)).isEqualTo("Clopidogrel – Usage");
        assertThat(titles(json("knowledgeRequestNotification." + RXNORM + "32968")))
                .isNotEmpty();
    }

    @Test
    void aPatientReadsThePlainSectionsFirst() throws IOException {
        List<String> titles = titles(json(RXNORM + "161&informationRecipient=PAT"));
        assertThat(titles.get(0)).isEqualTo("Paracetamol – Frequently asked questions");
        assertThat(titles).doesNotContain("Paracetamol – contraindications");
    }

    @Test
    void aChildsDosesAreThoseForChildren() throws IOException {
        JsonNode doses =
                json(RXNORM + "161&age.v.v=5&age.v.u=a&subTopic.v.dn=dosage").at("/entry/0");
        assertThat(doses.at("/title/_value").asText()).isEqualTo("Paracetamol – doses for a patient of this age");
        assertThat(doses.at("/summary/_value").asText()).contains("15 mg/kg").doesNotContain("500 mg to 1 g");
    }

    /** Each link of each entry, on the page that it leads to. */
    @Test
    void entriesLeadToTheirSectionsAndFacts() throws IOException {
        JsonNode feed = json(RXNORM + "161&age.v.v=5&age.v.u=a");
        String base = server.server.address().toString();
        Set<String> links = new TreeSet<>();
        for (JsonNode entry : feed.path("entry")) {
            links.add(entry.at("/link/0/href").asText());
            Jsoup.parse(entry.at("/summary/_value").asText()).select("a[href]").forEach(a -> links.add(a.attr("href")));
        }
        assertThat(links)
                .hasSizeGreaterThan(8)
                .contains(base + "medicines/paracetamol#section-precautions")
                .allMatch(link -> link.startsWith(base + "medicines/paracetamol#"));
        org.jsoup.nodes.Document page =
                Jsoup.parse(server.get("medicines/paracetamol").body());
        assertThat(links).allSatisfy(link -> assertThat(page.getElementById(link.replaceFirst(".*#", "")))
                .as(link)
                .isNotNull());
        assertThat(feed.at("/entry/0/link/0/href").asText())
                .as("a child's dose")
                .isEqualTo(base + "medicines/paracetamol#"
                        + page.select("table.doses tbody").stream()
                                .filter(d -> d.text().startsWith("Children"))
                                .findFirst()
                                .orElseThrow()
                                .id());
    }

    @Test
    void aSubTopicAsksForOneSection() throws IOException {
        assertThat(titles(json(RXNORM + "161&subTopic.v.dn=adverse%20effects")))
                .containsExactly("Paracetamol – Side effects");
    }

    @Test
    void atomIsTheDefault() throws Exception {
        Document atom = atom(RXNORM + "161");
        Element feed = atom.getDocumentElement();
        assertThat(feed.getNamespaceURI() + " " + feed.getLocalName()).isEqualTo("http://www.w3.org/2005/Atom feed");
        assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(7);
        Element summary = (Element) atom.getElementsByTagName("summary").item(0);
        assertThat(summary.getAttribute("type")).isEqualTo("html");
        assertThat(summary.getTextContent()).contains("<p>");
        assertThat(ask(RXNORM + "161").headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
    }

    @Test
    void severalCriteriaAreNumberedAndSystemsMayBeUris() throws IOException {
        JsonNode feed = json("mainSearchCriteria.v.c1=161&mainSearchCriteria.v.cs1=2.16.840.1.113883.6.88"
                + "&mainSearchCriteria.v.c2=32968&mainSearchCriteria.v.cs2="
                + URLEncoder.encode("http://www.nlm.nih.gov/research/umls/rxnorm", StandardCharsets.UTF_8));
        assertThat(titles(feed)).contains("Paracetamol – Dosage", "Clopidogrel – Dosage");
    }

    @Test
    void aConditionAnswersTheMedicinesForIt() throws IOException {
        JsonNode feed = json(
                "mainSearchCriteria.v.cs=2.16.840.1.113883.6.96&mainSearchCriteria.v.c=38341003&subTopic.v.dn=dosage");
        assertThat(titles(feed)).contains("Amlodipine – Dosage").doesNotContain("Paracetamol – Dosage");
    }

    @Test
    void oneMedicineAsAPageIsItsOwnPage() {
        HttpResponse<String> one = ask(RXNORM + "161&knowledgeResponseType=text/html");
        assertThat(one.statusCode()).isEqualTo(302);
        assertThat(one.headers().firstValue("Location").orElseThrow()).endsWith("/medicines/paracetamol");
    }

    @Test
    void whatIsNotKnownIsAnEmptyFeed() throws Exception {
        assertThat(json(RXNORM + "999999999").path("entry")).isEmpty();
        assertThat(atom(RXNORM + "999999999").getElementsByTagName("entry").getLength())
                .isZero();
        HttpResponse<String> page = ask(RXNORM + "999999999&knowledgeResponseType=text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Nothing is known here");
    }

    @Test
    void nothingIsReflectedUnescaped() throws Exception {
        String script = URLEncoder.encode("</title><script>alert(1)</script>\u0000", StandardCharsets.UTF_8);
        for (String form : List.of("text/xml", "text/html", "application/atom+xml")) {
            String body = ask("mainSearchCriteria.v.dn=" + script + "&x" + script + "=1&knowledgeResponseType=" + form)
                    .body();
            assertThat(body).as(form).doesNotContain("<script>");
        }
        atom("mainSearchCriteria.v.dn=" + script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mainSearchCriteria.v.c=161", "mainSearchCriteria.v.c1=&mainSearchCriteria.v.cs1=1"})
    void aRequestWithoutAMainCriterionIsRefused(String query) {
        HttpResponse<String> response = ask(query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("mainSearchCriteria");
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(ask("a=1&".repeat(201) + RXNORM + "161").statusCode()).isEqualTo(400);
        assertThat(server.send("POST", "infobutton").statusCode()).isEqualTo(405);
    }
}
