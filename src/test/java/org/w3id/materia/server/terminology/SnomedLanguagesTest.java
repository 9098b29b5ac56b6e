package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.server.TestServer;

/** SNOMED CT's displays come from the language reference set that the client asks for, by its dialect or by its identifier. */
@Tag("server")
class SnomedLanguagesTest {
    private static final String FEVER = "system=http://snomed.info/sct&code=90000002005";

    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.withReleases(Path.of("src/test/resources/releases/snomed"));
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en; Paper fever",
                "en-US; Paper fever",
                "en-GB; Paper fevre",
                "en-AU; Paper fevre",
                "EN-au; Paper fevre",
                "en-NZ; Paper fever",
                "en-x-sctlang-90000000-00005090-07; Paper fever",
                "en-x-sctlang-90000000-00005080-04; Paper fevre",
                "en-x-sctlang-32570271-00003610-6; Paper fevre",
                "en-x-sctlang-90000011-007; Hot pages",
                "en-x-sctlang-77777777; Paper fever",
                "en-x-sctlang-90000011-007,en-GB;Hot pages",
                "en-x-sctlang-77777777,en-GB; Paper fevre",
                "en-NZ,en-AU;q=0.8,en;q=0.5; Paper fevre",
                "en;q=0.5,en-GB; Paper fevre",
                "en,en-GB;q=0.5; Paper fever",
                "de,en-GB; Paper fevre",
                "es; Calentura de papel",
                "es-419; Fiebre de papel",
                "es-x-sctlang-45082800-4; Fiebre de papel",
                "de; Paper fever",
            })
    void displayIsThatOfTheReferenceSet(String row) {
        int last = row.lastIndexOf(';');
        String language = URLEncoder.encode(row.substring(0, last), StandardCharsets.UTF_8);
        String display = row.substring(last + 1).strip();
        String asked = FEVER + "&displayLanguage=" + language;
        assertThat(text(client.get(Parameters.class, "CodeSystem/$lookup?" + asked), "display"))
                .isEqualTo(display);
        assertThat(text(
                        client.get(
                                Parameters.class,
                                "CodeSystem/$lookup?" + FEVER,
                                "Accept-Language",
                                row.substring(0, last)),
                        "display"))
                .isEqualTo(display);
        ValueSet expanded = client.get(
                ValueSet.class,
                "ValueSet/$expand?count=1&url=http://snomed.info/sct?fhir_vs%3Disa/90000002005&displayLanguage="
                        + language);
        assertThat(expanded.getExpansion().getContainsFirstRep().getDisplay()).isEqualTo(display);
    }
}
