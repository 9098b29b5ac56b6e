package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RxNorm, UNII and ATC from their release files to HTTP: the codes of the shipped samples, the way from a code to a monograph, and
 * that from one system to another. Codes of eight digits that begin with 99 are invented; the others are those of the publishers.
 */
@Tag("server")
class DrugCodesTest {
    @TempDir
    static Path data;

    private static SampleServer server;
    private static CodeClient codes;

    @BeforeAll
    static void loadAndServe() throws Exception {
        Path releases = Path.of("src/test/resources/releases");
        Path drugs = releases.resolve("drugs");
        int loaded = Materia.commandLine()
                .execute(
                        "load",
                        drugs.resolve("rxnorm").toString(),
                        drugs.resolve("unii").toString(),
                        drugs.resolve("atc-2024.csv").toString(),
                        releases.resolve("doid.obo").toString(),
                        "--data",
                        data.toString());
        assertThat(loaded).isZero();
        server = SampleServer.start(data);
        codes = new CodeClient(server.base());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "paracetamol, 'rxnorm 161 acetaminophen synonym; unii 362O9ITL9D ACETAMINOPHEN synonym; atc N02BE01 paracetamol exact'",
        "amlodipine, 'rxnorm 17767 amlodipine exact; unii 1J444QC288 AMLODIPINE exact; atc C08CA01 amlodipine exact'",
        "salbutamol, 'rxnorm 435 albuterol broader; unii QF8SVZ843E ALBUTEROL broader'",
        "amoxicillin, 'rxnorm 723 amoxicillin exact; atc J01CA04 null cross-reference'",
        "amoxicillin-clavulanic-acid, 'rxnorm 19711 amoxicillin / clavulanate synonym'",
        "rifampicin-isoniazid-pyrazinamide, 'atc J04AM05 rifampicin, pyrazinamide and isoniazid normalised'",
        "enoxaparin, ''",
    })
    void medicineHasTheCodesOfItsDrugAndTheReasons(String medicine, String codings) {
        List<String> expected = codings.isEmpty() ? List.of() : List.of(codings.split("; "));
        assertThat(codes.codings("MedicationKnowledge/" + medicine)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(codes.codings("Medication/" + medicine)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void substanceHasItsOwnCodes() {
        assertThat(codes.codings("Substance/clavulanic-acid"))
                .containsExactlyInAnyOrder("unii 23521W1S24 CLAVULANIC ACID exact", "rxnorm 48203 clavulanate synonym");
    }

    @ParameterizedTest
    @CsvSource({
        "rxnorm 17767, equivalent amlodipine", // ingredient
        "unii 1J444QC288, equivalent amlodipine",
        "atc C08CA01, equivalent amlodipine",
        "rxnorm 104416, wider amlodipine", // precise ingredient
        "unii 864V2Q084H, wider amlodipine",
        "rxnorm 197361, wider amlodipine", // clinical drug
        "rxnorm 99000002, wider amlodipine", // branded drug
        "rxnorm 99000003, wider amlodipine", // brand
        "rxnorm 99000020, wider amlodipine", // pack
        "rxnorm 99000010, wider amoxicillin-clavulanic-acid", // clinical drug with two ingredients
        "rxnorm 99000030, wider amoxicillin-clavulanic-acid", // the same, by its parts
        "rxnorm 435, narrower salbutamol",
        "atc R03AC02, relatedto salbutamol",
        "atc J04AM05, equivalent rifampicin-isoniazid-pyrazinamide",
    })
    void codeOfADrugLeadsToItsMonograph(String code, String medicine) {
        assertThat(codes.translations(code, "medicine", false)).containsExactly(medicine);
        assertThat(codes.translations(code, "medicine", true)).containsExactly(medicine);
        assertThat(codes.lookedUp(code)).contains("medicine " + medicine.split(" ")[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rxnorm 9384", "rxnorm 99000021", "rxnorm 99000031", "atc C08CA", "rxnorm 48203"})
    void codeOfAnotherDrugOrOfSeveralLeadsToNone(String code) {
        assertThat(codes.translations(code, "medicine", false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "paracetamol, atc, equivalent N02BE01",
        "paracetamol, rxnorm, equivalent 161",
        "salbutamol, rxnorm, wider 435",
        "amoxicillin, unii, narrower 804826J2HU; narrower 9EM05410Q9",
    })
    void medicineLeadsToItsCodes(String medicine, String system, String expected) {
        assertThat(codes.translations("medicine " + medicine, system, false)).containsExactly(expected.split("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "rxnorm 161, unii, equivalent 362O9ITL9D",
        "rxnorm 161, atc, equivalent N02BE01",
        "unii 362O9ITL9D, rxnorm, equivalent 161",
        "atc N02BE01, rxnorm, equivalent 161",
        "atc n02be01, rxnorm, equivalent 161", // ATC is not case-sensitive.
        "unii 362O9ITL9D, atc, equivalent N02BE01",
        "atc N02BE01, unii, equivalent 362O9ITL9D",
        "rxnorm 435, atc, narrower R03AC02; narrower R03CC02",
        "atc R03CC02, rxnorm, wider 435",
        "atc R03CC02, unii, wider QF8SVZ843E",
        "unii QF8SVZ843E, atc, narrower R03AC02; narrower R03CC02",
        "doid DOID:9000001, mesh, relatedto D900001",
        "mesh D900001, doid, relatedto DOID:9000001",
        "sct 900000001, doid, relatedto DOID:9000001",
    })
    void codeLeadsToOtherSystemsBothWays(String code, String system, String expected) {
        assertThat(codes.translations(code, system, false)).containsExactly(expected.split("; "));
        assertThat(codes.translations(code, system, true)).containsExactly(expected.split("; "));
    }

    @Test
    void whatIsRelatedToOneDiseaseIsNotTakenToBeTheSame() {
        assertThat(codes.translations("mesh D900001", "sct", false)).isEmpty();
    }

    @Test
    void matchNamesTheReleaseThatSaysIt() {
        assertThat(codes.matches("rxnorm 161", "atc", false)).singleElement().satisfies(match -> assertThat(match)
                .containsEntry("source", "http://www.nlm.nih.gov/research/umls/rxnorm|02052024")
                .containsEntry("display", "paracetamol"));
    }

    @ParameterizedTest
    @CsvSource({
        "rxnorm 161, unii 362O9ITL9D; atc N02BE01; medicine paracetamol",
        "atc R03CC02, rxnorm 435; unii QF8SVZ843E; medicine salbutamol",
        "doid DOID:9000001, mesh D900001; sct 900000001; umls C9000001",
    })
    void lookupTellsEachTranslationOnce(String code, String translations) {
        assertThat(codes.lookedUp(code)).containsExactlyInAnyOrder(translations.split("; "));
    }

    @Test
    void medicinesAreFoundBelowAClassOfDrugs() {
        assertThat(codes.found("MedicationKnowledge?code:below=http://www.whocc.no/atc%7CC08"))
                .containsExactly("amlodipine");
    }
}
