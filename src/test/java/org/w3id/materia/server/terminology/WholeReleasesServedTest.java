package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.parts;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.server.TestServer;

/** Samples of releases that were loaded whole, over HTTP. */
@Tag("corpus")
@Tag("server")
class WholeReleasesServedTest {
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String DOID = "http://purl.obolibrary.org/obo/doid.owl";
    private static final String HPO = "http://human-phenotype-ontology.org";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() throws Exception {
        Path shared = SharedFiles.require("terminology");
        server = TestServer.withReleases(
                shared.resolve("icd10cm-2021/icd10cm_tabular_2021.xml"),
                shared.resolve("HumanDO-2015.obo"),
                shared.resolve("hp-2013.obo"));
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ICD + "; B20; Human immunodeficiency virus [HIV] disease; false;",
                ICD + "; b20; Human immunodeficiency virus [HIV] disease; false;",
                ICD + "; C50-C50; ; ;",
                ICD + "; J45.901; Unspecified asthma with (acute) exacerbation; false; J45.90",
                ICD
                        + "; S52.501A; Unspecified fracture of the lower end of right radius, initial encounter for"
                        + " closed fracture; false; S52.501",
                ICD
                        + "; S06.1X7A; Traumatic cerebral edema with loss of consciousness of any duration with death"
                        + " due to brain injury prior to regaining consciousness, initial encounter; false; S06.1X7",
                ICD + "; S06.1X7D; ; ;",
                ICD + "; A00-A09; Intestinal infectious diseases (A00-A09); true;",
                ICD + "; H81.01; Ménière's disease, right ear; false; H81.0",
                DOID + "; DOID:2841; asthma; false; DOID:1176",
                HPO + "; HP:0000003; Multicystic kidney dysplasia; false; HP:0000107",
            })
    void conceptIsLookedUpAndValidated(String system, String code, String display, String isAbstract, String parent) {
        String query = "system=" + system + "&code=" + encoded(code);
        String validation = "CodeSystem/$validate-code?url=" + system + "&code=" + encoded(code);
        if (display == null) {
            client.refusal("CodeSystem/$lookup?" + query, 404);
            assertThat(text(client.get(Parameters.class, validation), "result")).isEqualTo("false");
            return;
        }
        Parameters found = client.get(Parameters.class, "CodeSystem/$lookup?" + query);
        assertThat(text(found, "display")).isEqualTo(display);
        assertThat(text(found, "abstract")).isEqualTo(isAbstract);
        if (parent != null) {
            String subsumes =
                    "CodeSystem/$subsumes?system=" + system + "&codeA=" + encoded(parent) + "&codeB=" + encoded(code);
            assertThat(text(client.get(Parameters.class, subsumes), "outcome")).isEqualTo("subsumes");
        }
        Parameters right = client.get(Parameters.class, validation + "&display=" + encoded(display));
        assertThat(text(right, "result")).isEqualTo("true");
        Parameters wrong = client.get(Parameters.class, validation + "&display=" + encoded("another name"));
        assertThat(text(wrong, "result")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ICD + "?fhir_vs=isa/J45.9; ; J45.9 J45.90 J45.901 J45.902 J45.909 J45.99 J45.990 J45.991 J45.998",
                ICD + "?fhir_vs; alcoholic cirrhosis liver; K70.3 K70.30 K70.31",
                ICD + "?fhir_vs; ménière right; H81.01",
                HPO + "?fhir_vs; multicystic dysplastic; HP:0000003",
            })
    void valueSetIsExpanded(String url, String filter, String codes) {
        String query = "ValueSet/$expand?excludeNested=true&count=50&url=" + encoded(url)
                + (filter == null ? "" : "&filter=" + encoded(filter));
        ValueSet expanded = client.get(ValueSet.class, query);
        assertThat(expanded.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly(codes.split(" "));
        assertThat(expanded.getExpansion().getTotal()).isEqualTo(codes.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource({
        HPO + ", HP:0000003, http://id.nlm.nih.gov/mesh, D021782",
        HPO + ", HP:0000003, http://www.nlm.nih.gov/research/umls, C0345335",
    })
    void referencesToOtherCodeSystemsAreTranslations(String system, String code, String target, String translation) {
        Parameters answer = client.get(
                Parameters.class,
                "ConceptMap/$translate?system=" + system + "&code=" + encoded(code) + "&targetsystem=" + target);
        assertThat(parts(answer, "match", "concept"))
                .extracting(c -> ((org.hl7.fhir.r4.model.Coding) c).getCode())
                .containsExactly(translation);
        assertThat(parts(answer, "match", "equivalence"))
                .extracting(Type::primitiveValue)
                .containsExactly("relatedto");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
