package org.w3id.materia.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationKnowledge;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.TestServer;

/** A search for a medicine answers that medicine first, and another one only where that was asked for. */
@Tag("server")
class NameSearchTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                medicine("paracetamol", "Paracetamol", "paracetamol"),
                medicine("caffeine-paracetamol", "Caffeine + Paracetamol", "caffeine", "paracetamol"),
                medicine("cold-powder", "Cold powder", "phenylephrine", "paracetamol"),
                medicine("paracetamol-codeine", "Paracetamol + Codeine", "paracetamol", "codeine"),
                medicine("ketorolac", "Ketorolac", "ketorolac"),
                medicine("etomidate", "Etomidate", "etomidate"),
                medicine("amoxycillin", "Amoxycillin", "amoxycillin"),
                medicine(
                        "amoxicillin-clavulanic-acid",
                        "Amoxicillin + Clavulanic acid",
                        "amoxicillin",
                        "clavulanic acid"),
                medicine("cefalexin", "Cefalexin", "cefalexin"),
                medicine("rifampicin", "Rifampicin", "rifampicin"),
                medicine("salbutamol", "Salbutamol (inhaled)", "salbutamol"),
                medicine("epinephrine", "Epinephrine", "epinephrine"),
                medicine("glyceryl-trinitrate", "Glyceryl trinitrate", "glyceryl trinitrate"),
                medicineCodes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    paracetamol | paracetamol paracetamol-codeine caffeine-paracetamol cold-powder
                    PARACET     | paracetamol paracetamol-codeine caffeine-paracetamol cold-powder
                    cod         | paracetamol-codeine
                    phenyl      | cold-powder
                    paracetamol,etomidate | etomidate paracetamol paracetamol-codeine caffeine-paracetamol cold-powder
                    """)
    void theBestComesFirst(String name, String ids) {
        List<String> expected = List.of(ids.split(" "));
        assertThat(ids(search("name=" + name))).isEqualTo(expected);
        assertThat(ids(search("name=" + name + "&_sort=_score"))).isEqualTo(expected);
        assertThat(ids(search("name=" + name + "&_sort=_score,_id"))).isEqualTo(expected);
        assertThat(paged("name=" + name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paracetamol",
                "PARACET",
                "cod",
                "phenyl",
                "amoxycillin",
                "clavul",
                "caffeine + para",
                "Caffeine%20",
                "p"
            })
    void aListToPickFromIsTheSearch(String typed) {
        List<String> found = ids(search("name=" + typed.replace("+", "%2B").replace(" ", "%20")));
        assertThat(found).isNotEmpty();
        assertThat(filtered(typed.replace("+", "%2B").replace(" ", "%20"))).isEqualTo(found);
        assertThat(filtered(typed.replace("+", "%2B").replace(" ", "%20") + "&count=2&offset=1"))
                .isEqualTo(found.stream().skip(1).limit(2).toList());
    }

    @Test
    void anOrderThatIsAskedForHolds() {
        assertThat(ids(search("name=paracetamol&_sort=_id")))
                .containsExactly("caffeine-paracetamol", "cold-powder", "paracetamol", "paracetamol-codeine");
    }

    @Test
    void scoresAreToldWhereTheyAreAskedFor() {
        assertThat(search("name=paracetamol&_sort=_score").getEntry().stream()
                        .map(e -> e.getSearch().getScore()))
                .containsExactly(
                        new BigDecimal("1.0"), new BigDecimal("0.8"), new BigDecimal("0.6"), new BigDecimal("0.4"));
        assertThat(search("name=paracetamol").getEntryFirstRep().getSearch().hasScore())
                .isFalse();
        for (String query : List.of("code=x&_sort=_score", "name=x&_sort=_id,_score")) {
            assertThat(server.get("fhir/MedicationKnowledge?" + query).statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"etodolac", "paracetmol", "amoxicilin", "ketorolak"})
    void anotherNameIsNoMatch(String name) {
        assertThat(search("name=" + name).getTotal()).isZero();
        assertThat(search("name=" + name).getEntry()).isEmpty();
        assertThat(filtered(name)).isEmpty();
    }

    @Test
    void nearNamesComeOnRequestWithAWarningBeforeThem() {
        Bundle near = search("similar-name=paracetmol");
        BundleEntryComponent warning = near.getEntryFirstRep();
        assertThat(warning.getSearch().getMode()).isEqualTo(SearchEntryMode.OUTCOME);
        assertThat(warning.getFullUrl()).startsWith("urn:uuid:");
        assertThat(((OperationOutcome) warning.getResource()).getIssueFirstRep().getDiagnostics())
                .contains("may be other medicines");
        assertThat(near.getTotal()).isEqualTo(4);
        assertThat(near.getEntry().stream().skip(1))
                .allSatisfy(e -> assertThat(e.getSearch().getScore()).isEqualTo(new BigDecimal("0.2")));
        Bundle right = search("similar-name=paracetamol");
        assertThat(right.getEntryFirstRep().getResource().getIdElement().getIdPart())
                .isEqualTo("paracetamol");
        assertThat(right.getEntryFirstRep().getSearch().getScore()).isEqualTo(new BigDecimal("1.0"));
        assertThat(server.get("fhir/MedicationKnowledge?similar-name:exact=a").statusCode())
                .isEqualTo(400);
        assertThat(server.get("fhir/metadata").body()).contains("\"similar-name\"");
    }

    @ParameterizedTest
    @CsvSource({
        "amoxicillin, amoxycillin amoxicillin-clavulanic-acid",
        "amoxycillin, amoxycillin amoxicillin-clavulanic-acid",
        "cephalexin, cefalexin",
        "rifampin, rifampicin",
        "acetaminophen, paracetamol paracetamol-codeine caffeine-paracetamol cold-powder",
        "albuterol, salbutamol",
        "adrenaline, epinephrine",
        "nitroglycerin, glyceryl-trinitrate"
    })
    void namesOfOtherCountriesAreNames(String name, String ids) {
        assertThat(ids(search("name=" + name))).containsExactly(ids.split(" "));
        assertThat(filtered(name)).containsExactly(ids.split(" "));
    }

    private static MedicationKnowledge medicine(String id, String name, String... ingredients) {
        MedicationKnowledge medicine = new MedicationKnowledge();
        medicine.setId(id);
        medicine.setCode(new CodeableConcept().setText(name));
        for (String ingredient : ingredients) {
            medicine.addIngredient()
                    .setItem(new Reference("Substance/" + ingredient.replace(' ', '-')).setDisplay(ingredient));
        }
        return medicine;
    }

    private static Resource medicineCodes() {
        return TestServer.CONTEXT
                .newJsonParser()
                .parseResource(
                        org.hl7.fhir.r4.model.CodeSystem.class,
                        NameSearchTest.class.getResourceAsStream(
                                "/fhir-resources/code-systems/CodeSystem-medicine.json"));
    }

    private static Bundle search(String query) {
        HttpResponse<String> response = server.get("fhir/MedicationKnowledge?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.CONTEXT.newJsonParser().parseResource(Bundle.class, response.body());
    }

    private static List<String> paged(String query) {
        List<String> ids = new ArrayList<>();
        Bundle page = search(query + "&_count=1");
        while (true) {
            ids.addAll(ids(page));
            if (page.getLink("next") == null) {
                return ids;
            }
            String next = page.getLink("next").getUrl();
            page = search(next.substring(next.indexOf('?') + 1));
        }
    }

    private static List<String> filtered(String text) {
        String url = URLEncoder.encode("https://w3id.org/materia/fhir/CodeSystem/medicine?vs", StandardCharsets.UTF_8);
        HttpResponse<String> response = server.get("fhir/ValueSet/$expand?url=" + url + "&filter=" + text);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.CONTEXT
                .newJsonParser()
                .parseResource(ValueSet.class, response.body())
                .getExpansion()
                .getContains()
                .stream()
                .map(c -> c.getCode())
                .toList();
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(e -> e.getResource().getIdElement().getIdPart())
                .toList();
    }
}
