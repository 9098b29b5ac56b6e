package org.w3id.materia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes that the shipped samples have before anything is loaded, and what is found by them. */
@Tag("server")
class ShippedCodesTest {
    private static CodeClient codes;

    @BeforeAll
    static void serve() {
        codes = new CodeClient(SampleServer.shared().base());
    }

    @Test
    void medicineHasTheCodesOfItsDrugAndTheReasons() {
        assertThat(codes.codings("MedicationKnowledge/simvastatin"))
                .contains("rxnorm 36567 Simvastatin exact", "unii AGG2FN16EV null cross-reference");
        assertThat(codes.codings("Medication/paracetamol")).contains("rxnorm 161 Acetaminophen synonym");
        assertThat(codes.codings("Substance/clavulanic-acid")).anyMatch(c -> c.startsWith("rxnorm 21216 "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MedicationKnowledge?code=https://w3id.org/materia/fhir/CodeSystem/medicine|simvastatin; simvastatin",
                "Medication?code=https://w3id.org/materia/fhir/CodeSystem/medicine|simvastatin; simvastatin",
                "MedicationKnowledge?code=http://www.nlm.nih.gov/research/umls/rxnorm|36567; simvastatin",
                "MedicationKnowledge?code=http://fdasis.nlm.nih.gov|AGG2FN16EV; simvastatin",
                "MedicationKnowledge?ingredient-code=http://www.nlm.nih.gov/research/umls/rxnorm|21216; amoxicillin-clavulanic-acid",
                "Medication?ingredient-code=http://www.nlm.nih.gov/research/umls/rxnorm|21216; amoxicillin-clavulanic-acid",
                "MedicationKnowledge?indication=http://snomed.info/sct|38341003; amlodipine",
                "MedicationKnowledge?effect=http://snomed.info/sct|62315008; amoxicillin",
                "MedicationKnowledge?interacts-with=https://w3id.org/materia/fhir/CodeSystem/medicine|simvastatin; amlodipine",
                "Medication?_has:MedicinalProductInteraction:interactant:subject=Medication/amlodipine; simvastatin",
            })
    void medicineIsFoundByACode(String search, String medicine) {
        assertThat(codes.found(search)).contains(medicine);
    }

    @Test
    void codeLeadsToTheMedicineAndBack() {
        assertThat(codes.translations("unii AGG2FN16EV", "medicine", false)).containsExactly("equivalent simvastatin");
        assertThat(codes.translations("medicine simvastatin", "rxnorm", false)).containsExactly("equivalent 36567");
    }
}
