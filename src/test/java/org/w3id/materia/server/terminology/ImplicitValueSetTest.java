package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;
import static org.w3id.materia.server.terminology.TerminologyClient.texts;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.Medicines;
import org.w3id.materia.server.TestServer;

/** Value sets that exist by their URL alone have the expression and the version that the URL says, or are not there. */
@Tag("server")
class ImplicitValueSetTest {
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String EDITION = SNOMED + "/900000000000207008";
    private static final String VERSION = EDITION + "/version/20990131";
    private static final String MEDICINES = "https://w3id.org/materia/fhir/CodeSystem/medicine";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TestServer.withReleases(
                Path.of("src/test/resources/releases/snomed"),
                loinc(folder, "2.70", "9900001-1"),
                loinc(folder, "2.78", "9900001-1", "9900002-9"));
        CodeSystem medicines = new CodeSystem();
        medicines.setId("medicine");
        medicines.setUrl(MEDICINES).setVersion("7").setStatus(PublicationStatus.ACTIVE);
        medicines.setContent(CodeSystemContentMode.NOTPRESENT);
        server.put("test", medicines, Medicines.knowledge("paracetamol", "Paracetamol"));
        client = new TerminologyClient(server);
    }

    private static Path loinc(Path folder, String version, String... codes) throws IOException {
        StringBuilder table = new StringBuilder("LOINC_NUM,COMPONENT,LONG_COMMON_NAME\n");
        for (String code : codes) {
            table.append(code).append(",ink,Ink ").append(code).append('\n');
        }
        Path release = Files.createDirectory(folder.resolve("Loinc_" + version));
        Files.writeString(release.resolve("Loinc.csv"), table);
        return release;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<<90000001001 |Paper disorder|; 90000001001 90000002005 90000003000",
                "<<90000001001 |Paper disorder| MINUS <<90000002005 |Paper fever|; 90000001001",
                "<<90000001001|Paper disorder|.90000005007; 90000006008",
                "<<90000001001 |Paper 5% of a+b| AND 90000003000; 90000003000",
                "^90000009001|Stationery|; 90000002005",
            })
    void expressionIsReadToItsEnd(String expression, String codes) {
        String url = SNOMED + "?fhir_vs=ecl/" + expression;
        assertThat(codes(expand(url))).containsExactly(codes.split(" "));
        assertThat(codes(expand(url.replace("|", "%7C")))).containsExactly(codes.split(" "));
        for (String code : List.of("90000001001", "90000002005", "90000003000", "90000006008")) {
            assertThat(isIn(url, SNOMED, code))
                    .as(code)
                    .isEqualTo(List.of(codes.split(" ")).contains(code));
        }
    }

    @ParameterizedTest
    @CsvSource({"<<90000001001 |Paper disorder| AND garbage", "<<90000001001 |Paper disorder", "|Paper| <<90000001001"})
    void expressionThatIsNoneIsRefused(String expression) {
        String url = encoded(SNOMED + "?fhir_vs=ecl/" + expression);
        assertThat(texts(client.refusal("ValueSet/$expand?url=" + url, 400)).get(0))
                .contains("at character");
        assertThat(texts(client.refusal(
                                "ValueSet/$validate-code?url=" + url + "&system=" + SNOMED + "&code=90000002005", 400))
                        .get(0))
                .contains("at character");
    }

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org/vs, 2.70, http://loinc.org, 9900002-9, false, 2.70",
        "http://loinc.org/vs, 2.78, http://loinc.org, 9900002-9, true, 2.78",
        "http://loinc.org/vs, , http://loinc.org, 9900002-9, true, 2.78",
        "http://loinc.org?fhir_vs, 2.x, http://loinc.org, 9900002-9, true, 2.78",
        "http://loinc.org?fhir_vs, 2.70, http://loinc.org, 9900001-1, true, 2.70",
        MEDICINES + "?vs, 7, " + MEDICINES + ", paracetamol, true, 7",
        SNOMED + "?fhir_vs, " + VERSION + ", " + SNOMED + ", 90000002005, true, " + VERSION,
        SNOMED + "?fhir_vs, " + EDITION + ", " + SNOMED + ", 90000002005, true, " + VERSION,
        SNOMED + "?fhir_vs=isa/90000002005, " + VERSION + ", " + SNOMED + ", 90000001001, false, " + VERSION,
        SNOMED + "?fhir_vs=refset, " + VERSION + ", " + SNOMED + ", 90000009001, true, " + VERSION,
    })
    void versionIsTheOneThatWasAskedFor(
            String url, String version, String system, String code, boolean isIn, String used) {
        String bar = version == null ? "" : "|" + version;
        assertThat(isIn(url + bar, system, code)).isEqualTo(isIn);
        ValueSet expanded = expand(url + bar);
        assertThat(codes(expanded).contains(code)).isEqualTo(isIn);
        assertThat(expanded.getExpansion()
                        .getParameter("used-codesystem")
                        .getValue()
                        .primitiveValue())
                .isEqualTo(system + "|" + used);
        assertThat(expanded.getVersion()).isEqualTo(version == null ? null : used);
        if (version != null) {
            String parameter = encoded(url) + "&valueSetVersion=" + encoded(version);
            assertThat(codes(client.get(ValueSet.class, "ValueSet/$expand?excludeNested=true&url=" + parameter)))
                    .isEqualTo(codes(expanded));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org/vs, 99.99",
        "http://loinc.org?fhir_vs, 2.7",
        "http://loinc.org/vs, 2.78|2.78",
        SNOMED + "?fhir_vs, nonsense",
        SNOMED + "?fhir_vs, " + EDITION + "/version/20980131",
        SNOMED + "?fhir_vs=isa/90000002005, nonsense",
        SNOMED + "?fhir_vs=refset/90000009001, nonsense",
        EDITION + "?fhir_vs, " + SNOMED + "/1/version/20990131",
        MEDICINES + "?vs, 9",
    })
    void versionThatIsNotThereIsNotFound(String url, String version) {
        String canonical = url + "|" + version;
        for (String operation : List.of("$expand?", "$validate-code?system=http://loinc.org&code=9900001-1&")) {
            for (String query : List.of(
                    "url=" + encoded(canonical), "url=" + encoded(url) + "&valueSetVersion=" + encoded(version))) {
                assertThat(texts(client.refusal("ValueSet/" + operation + query, 404)))
                        .containsExactly("A definition for the value Set '" + canonical + "' could not be found");
            }
        }
    }

    @Test
    void twoVersionsAtOnceAreRefused() {
        String query = "ValueSet/$expand?url=http://loinc.org/vs%7C2.70&valueSetVersion=";
        assertThat(texts(client.refusal(query + "2.78", 400)))
                .containsExactly("The url names the version '2.70', and valueSetVersion '2.78'");
        assertThat(client.get(ValueSet.class, query + "2.70").getVersion()).isEqualTo("2.70");
    }

    @Test
    void versionOfAnExpressionIsSaidByItsParameter() {
        String url = encoded(SNOMED + "?fhir_vs=ecl/<<90000002005 |Paper fever|");
        String query = "?excludeNested=true&url=" + url + "&valueSetVersion=" + VERSION;
        assertThat(codes(client.get(ValueSet.class, "ValueSet/$expand" + query)))
                .containsExactly("90000002005", "90000003000");
        client.refusal("ValueSet/$expand?url=" + url + "&valueSetVersion=nonsense", 404);
    }

    @Test
    void referenceSetsAreThoseWithMembers() {
        assertThat(codes(expand(SNOMED + "?fhir_vs=refset"))).containsExactly("90000009001");
        assertThat(codes(expand(SNOMED + "?fhir_vs=refset/90000009001"))).containsExactly("90000002005");
        assertThat(codes(expand(VERSION + "?fhir_vs=refset"))).containsExactly("90000009001");
        client.refusal("ValueSet/$expand?url=" + encoded(SNOMED + "?fhir_vs=refsets"), 404);
    }

    private static ValueSet expand(String url) {
        return client.get(ValueSet.class, "ValueSet/$expand?excludeNested=true&url=" + encoded(url));
    }

    private static boolean isIn(String url, String system, String code) {
        String query = "?url=" + encoded(url) + "&system=" + encoded(system) + "&code=" + code;
        return text(client.get(Parameters.class, "ValueSet/$validate-code" + query), "result")
                .equals("true");
    }

    private static List<String> codes(ValueSet valueSet) {
        return valueSet.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
