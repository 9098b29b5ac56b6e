package org.w3id.materia.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.cli.SampleServer;

/** What a pharmacist reads on the pages of the shipped samples, over HTTP. */
@Tag("server")
class PagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void paracetamolIsFoundByTyping() throws Exception {
        JsonNode found = JSON.readTree(get("/suggest?q=parac").body());
        assertThat(found.get(0).get("label").asText()).isEqualTo("Paracetamol");
        assertThat(found.get(0).get("page").asText()).isEqualTo("medicines/paracetamol");
        HttpResponse<String> typed = get("/find?q=paracetamol");
        assertThat(typed.statusCode()).isEqualTo(302);
        assertThat(typed.headers().firstValue("Location")).hasValue("medicines/paracetamol");
    }

    @ParameterizedTest
    @CsvSource({
        "amoxycillin, medicines/amoxicillin",
        "acetaminophen, medicines/paracetamol",
        "rifampin, medicines/rifampicin-isoniazid-pyrazinamide",
        "for hyperten, find?for=hypertension",
        "contraindicated in preg, find?contraindicated-for=pregnancy",
        "interacts with warf, find?interacts-with=warfarin",
        "class: oral anticoag, find?class=oral+anticoagulant",
        "containing clav, find?ingredient=clavulanic+acid"
    })
    void whatIsTypedIsSuggested(String typed, String page) throws Exception {
        List<String> pages = new ArrayList<>();
        JSON.readTree(get("/suggest?q=" + typed.replace(" ", "%20")).body())
                .forEach(s -> pages.add(s.get("page").asText()));
        assertThat(pages).contains(page).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void theChildsDoseStandsInTheTableBesideItsSentence() throws Exception {
        Document page = page("/medicines/paracetamol");
        Element child = page.select("table.doses tbody").stream()
                .filter(dose -> dose.select("[data-label='For whom']").text().equals("Children"))
                .findFirst()
                .orElseThrow();
        assertThat(child.select("[data-label='Dose']").text()).isEqualTo("15 mg/kg");
        assertThat(child.select("[data-label='How often']").text()).isEqualTo("every 4–6 hours as needed");
        assertThat(child.select("[data-label='Route']").text()).isEqualTo("Oral");
        assertThat(child.select(".sentence").text()).contains("Children: 15 mg/kg every 4 to 6 hours as needed.");
        Element sentence =
                page.getElementById(child.select("a.seen").attr("href").substring(1));
        assertThat(sentence.text()).isEqualTo("Children: 15 mg/kg every 4 to 6 hours as needed.");
        assertThat(sentence.select("mark").attr("data-f")).isEqualTo(child.id());
        assertThat(sentence.nextElementSibling().attr("href")).isEqualTo("#" + child.id());
    }

    @Test
    void whatWasReadStandsUnderItsKindWithItsCodesAndItsVersion() throws Exception {
        Document page = page("/medicines/paracetamol");
        assertThat(page.select("#facts h2, #facts h3").eachText())
                .containsSubsequence(
                        "Doses",
                        "Used for",
                        "Contraindicated",
                        "With caution",
                        "Interactions",
                        "Undesirable effects",
                        "Rare",
                        "Very rare",
                        "Frequency not stated",
                        "Medicine",
                        "Codes");
        assertThat(page.select("h2#contraindicated + ul > li").text()).contains("hypersensitivity to paracetamol");
        assertThat(page.select("h2#interactions + ul > li").eachText())
                .anyMatch(fact -> fact.startsWith("warfarin") && fact.contains("RxNorm 11289 Warfarin"));
        assertThat(page.select(".made").text())
                .matches("Version \\w+ of \\d{4}-\\d\\d-\\d\\d · as FHIR: JSON, XML, document.*");
        assertThat(page("/medicines/apixaban").select("h2#interactions + ul a[href*=medicines/clopidogrel]"))
                .as("a medicine that has a page here")
                .isNotEmpty();
    }

    @Test
    void aTableHasNoColumnThatNoDoseHasAnythingIn() throws Exception {
        Set<Integer> widths = new HashSet<>();
        for (String id : medicines()) {
            Document page = page("/medicines/" + id);
            widths.add(page.select("table.doses thead th").size());
            for (String column : page.select("table.doses thead th").eachText()) {
                assertThat(page.select("table.doses td[data-label='" + column + "']")
                                .eachText())
                        .as(id + ": " + column)
                        .isNotEmpty();
            }
        }
        assertThat(widths).hasSizeGreaterThan(1);
        assertThat(page("/medicines/paracetamol")
                        .select("table.doses [data-label='At most']")
                        .eachText())
                .contains("4 g a day", "4 doses in 24 hours");
    }

    @Test
    void aClassIsAskedForByItsMembersAndAMedicineByItsClasses() throws Exception {
        assertThat(medicines("/find?class=oral%20anticoagulants")).contains("Apixaban");
        assertThat(medicines("/find?class=penicillins")).contains("Amoxicillin", "Amoxicillin + Clavulanic acid");
        assertThat(page("/find?class=penicillins").select("main a code").eachText())
                .extracting(query -> URLDecoder.decode(query, StandardCharsets.UTF_8))
                .anyMatch(query -> query.contains("MedicationKnowledge?ingredient-code=")
                        && query.contains("http://www.nlm.nih.gov/research/umls/rxnorm|723,"));
        assertThat(medicines("/find?interacts-with=NSAIDs")).contains("Apixaban", "Methotrexate (oral, once weekly)");
        Element apixaban = page("/find?interacts-with=naproxen").select("table.answer tbody tr").stream()
                .filter(row -> row.text().startsWith("Apixaban"))
                .findFirst()
                .orElseThrow();
        assertThat(apixaban.text()).contains("interaction with its class");
        assertThat(page("/find?q=NSAIDs").select("main a").eachText()).contains("Interacts with NSAIDs");
        assertThat(medicines("/find?interacts-with=bisoprolol"))
                .as("what is stated of non-selective beta-blockers alone")
                .doesNotContain("Salbutamol (inhalation)");
        assertThat(medicines("/find?interacts-with=nadolol")).contains("Salbutamol (inhalation)");
    }

    private static List<String> medicines(String question) throws Exception {
        return page(question).select("table.answer tbody td:first-child a").eachText();
    }

    @Test
    void oneSentenceThatForbidsAnInteractionIsToldOnce() throws Exception {
        List<Element> rows = page("/find?interacts-with=warfarin").select("table.answer tbody tr").stream()
                .filter(row -> row.text().startsWith("Clopidogrel"))
                .toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text()).contains("interaction, not recommended: warfarin");
    }

    @Test
    void aDoseThatStayedTextIsShownAsTextAndSaidToBeSo() throws Exception {
        Element unread = page("/medicines/paracetamol").selectFirst("table.doses tbody.unread");
        assertThat(unread.text()).startsWith("Not computed, read the text: ");
        assertThat(unread.select("[data-label]")).isEmpty();
    }

    @Test
    void whatInteractsWithWarfarinIsListedWithTheSentenceAndTheQueryThatGaveIt() throws Exception {
        Document page = page("/find?interacts-with=warfarin");
        Element row = page.select("table.answer tbody tr").stream()
                .filter(r -> r.text().contains("Paracetamol"))
                .findFirst()
                .orElseThrow();
        assertThat(row.text()).contains("regular daily use over a longer time can increase the risk of bleeding");
        String link = row.selectFirst("a").attr("href");
        assertThat(page("/" + link.substring(0, link.indexOf('#')))
                        .getElementById(link.substring(link.indexOf('#') + 1)))
                .as("the fact on the page that the row leads to")
                .isNotNull();
        assertThat(page.text()).contains("/fhir/MedicinalProductInteraction?agent:text=warfarin");
    }

    @Test
    void whatIsContraindicatedInPregnancyIsWhatTheFhirSearchFinds() throws Exception {
        Set<String> facts = new HashSet<>();
        for (String query : List.of("condition:text=pregnancy", "code=PREG")) {
            JSON.readTree(get("/fhir/DetectedIssue?strength=contraindicated,not-recommended&_count=500&" + query)
                            .body())
                    .path("entry")
                    .forEach(entry -> facts.add(entry.at("/resource/id").asText()));
        }
        List<String> shown =
                page("/find?contraindicated-for=pregnancy").select("table.answer a").eachAttr("href").stream()
                        .map(link -> link.substring(link.indexOf('#') + 1))
                        .toList();
        assertThat(shown).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(facts);
        String[] lines =
                get("/find?contraindicated-for=pregnancy&as=csv").body().split("\r\n");
        assertThat(lines).hasSize(facts.size() + 1);
    }

    /** The anchors are a contract: others link to them. */
    @Test
    void everyFactOfEveryMedicineIsAnAnchorOfItsPageThatLeadsToItsSentence() throws Exception {
        for (String id : medicines()) {
            Document page = page("/medicines/" + id);
            Set<String> anchors = new HashSet<>(page.select("[id]").eachAttr("id"));
            assertThat(page.select("[id]").eachAttr("id")).as(id).doesNotHaveDuplicates();
            assertThat(anchors).as(id).containsAll(facts(id));
            for (Element link : page.select("a[href^=#]")) {
                assertThat(anchors)
                        .as(id + " " + link)
                        .contains(link.attr("href").substring(1));
            }
            // An ingredient may be named by the title alone, which is no part of the text.
            Set<String> marked = new HashSet<>();
            page.select("mark")
                    .forEach(mark -> marked.addAll(List.of(mark.attr("data-f").split(" "))));
            assertThat(marked)
                    .as(id)
                    .containsAll(page.select(".fact:not([id^=ingredient-])").eachAttr("id"));
        }
    }

    private static Set<String> facts(String medicine) throws Exception {
        Set<String> facts = new HashSet<>();
        JsonNode everything = JSON.readTree(
                get("/fhir/MedicationKnowledge/" + medicine + "/$everything").body());
        for (JsonNode entry : everything.get("entry")) {
            String type = entry.at("/resource/resourceType").asText();
            if (type.startsWith("MedicinalProduct") || type.equals("DetectedIssue")) {
                facts.add(entry.at("/resource/id").asText());
            } else if (type.equals("MedicationKnowledge")) {
                entry.findValues("dosage")
                        .forEach(dosages -> dosages.forEach(d -> {
                            if (d.has("id")) {
                                facts.add(d.get("id").asText());
                            }
                        }));
            }
        }
        assertThat(facts).hasSizeGreaterThan(5);
        return facts;
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        Set<String> seen = new HashSet<>();
        for (String path : List.of("/", "/find", "/find?q=penicillin", "/find?for=pain", "/medicines/simvastatin")) {
            URI from = URI.create(SampleServer.shared().address() + path);
            for (Element link : page(path).select("a[href], link[href], script[src]")) {
                URI to = from.resolve(link.hasAttr("src") ? link.attr("src") : link.attr("href"));
                String target = to.toString().replaceAll("#.*", "");
                if (seen.add(target)) {
                    assertThat(target).startsWith(SampleServer.shared().address());
                    int status = get(target.substring(
                                    SampleServer.shared().address().length()))
                            .statusCode();
                    assertThat(status).as(path + " → " + target).isEqualTo(200);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/find", "/medicines/paracetamol", "/find?q=nothing-of-this-name", "/medicines/nope"})
    void nothingComesFromElsewhereAndNothingRunsInThePage(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly(PagesHandler.CONTENT_SECURITY_POLICY);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("script:not([src]), style, [style], [onclick], iframe, object"))
                .isEmpty();
        assertThat(page.select("[src^=http], link[href^=http]")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void whatIsNotThereIsSaidOnAPage() throws Exception {
        HttpResponse<String> answer = get("/medicines/nope");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).selectFirst("main").text())
                .contains("There is no medicine with the id 'nope' here.");
        assertThat(get("/find?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(get("/pages/nope").statusCode()).isEqualTo(404);
        HttpResponse<String> posted = CLIENT.send(
                HttpRequest.newBuilder(URI.create(SampleServer.shared().address() + "/find"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void anEmptyAnswerIsNotTakenForSafety() throws Exception {
        assertThat(page("/find?contraindicated-for=moonlight")
                        .selectFirst("main")
                        .text())
                .contains("does not say that there is nothing, or that it is safe");
        Document similar = page("/find?q=paracetmol");
        assertThat(similar.select("main a").eachText()).contains("Paracetamol");
        assertThat(similar.selectFirst(".warn").text()).contains("may be other medicines");
    }

    private static List<String> medicines() throws Exception {
        List<String> ids = page("/").select(".az a").eachAttr("href").stream()
                .map(link -> link.substring("medicines/".length()))
                .toList();
        assertThat(ids).hasSize(25);
        return ids;
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(SampleServer.shared().address() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
