package org.w3id.materia.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.w3id.materia.server.terminology.TerminologyClient.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.materia.server.TestServer;

/** Releases are served whole, under the names and in the character sets that their publishers gave them at different times. */
@Tag("server")
class LoadedReleasesTest {
    private static TestServer server;
    private static TerminologyClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TestServer.withReleases(loinc(folder), unii(folder), atc(folder), rxnorm(folder));
        client = new TerminologyClient(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** As LOINC came up to 2.72. */
    private static Path loinc(Path folder) throws IOException {
        Path release = folder.resolve("Loinc_2.72");
        write(
                release.resolve("LoincTable/Loinc.csv"),
                "LOINC_NUM,COMPONENT,LONG_COMMON_NAME\n99901-1,Ink,Ink in Paper\n");
        write(release.resolve("AccessoryFiles/MultiAxialHierarchy/MultiAxialHierarchy.csv"), """
                PATH_TO_ROOT,SEQUENCE,IMMEDIATE_PARENT,CODE,CODE_TEXT
                ,1,,LP99990-1,Stationery
                LP99990-1,1,LP99990-1,LP99991-9,Ink
                LP99990-1.LP99991-9,1,LP99991-9,99901-1,Ink Ppr
                """);
        return release;
    }

    private static Path unii(Path folder) throws IOException {
        return write(
                folder.resolve("UNII_Records_2Nov2026.txt"),
                "UNII\tPT\tRN\nCCCC333344\tBÉTATEST\t1-1-1\nDDDD444455\tGAMMATEST\t2-2-2\n");
    }

    private static Path atc(Path folder) throws IOException {
        return write(folder.resolve("atc-2026.csv"), "atc_code;atc_name\nZ01AA01;\"Crème d’encre\"\n");
    }

    /** With the part that may be prescribed in a folder of its own, as the full release has it. */
    private static Path rxnorm(Path folder) throws IOException {
        Path release = folder.resolve("RxNorm_full_11022026");
        String ink = "99000001|ENG||||||1||||RXNORM|IN|99000001|ínktopril|0|N||\n";
        String paper = "99000002|ENG||||||2||||RXNORM|IN|99000002|paperol|0|N||\n";
        write(release.resolve("prescribe/rrf/RXNCONSO.RRF"), ink);
        write(release.resolve("rrf/RXNCONSO.RRF"), ink + paper);
        return release;
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void hierarchyIsReadUnderItsFormerName() {
        Parameters answer = client.get(
                Parameters.class, "CodeSystem/$subsumes?system=http://loinc.org&codeA=LP99990-1&codeB=99901-1");
        assertThat(text(answer, "outcome")).isEqualTo("subsumes");
    }

    @ParameterizedTest
    @CsvSource({
        "http://fdasis.nlm.nih.gov, CCCC333344, BÉTATEST",
        "http://fdasis.nlm.nih.gov, DDDD444455, GAMMATEST",
        "http://www.whocc.no/atc, Z01AA01, Crème d’encre",
        "http://www.nlm.nih.gov/research/umls/rxnorm, 99000001, ínktopril",
        "http://www.nlm.nih.gov/research/umls/rxnorm, 99000002, paperol",
        "http://loinc.org, LP99991-9, Ink",
    })
    void namesAreReadAsTheyWereWritten(String system, String code, String display) {
        Parameters found = client.get(Parameters.class, "CodeSystem/$lookup?system=" + system + "&code=" + code);
        assertThat(text(found, "display")).isEqualTo(display);
    }
}
