package org.w3id.materia.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.materia.model.ConceptKey;

class DrugNamesTest {
    private static final List<NamedConcept> CONCEPTS = List.of(
            concept("amlodipine"),
            concept("amlodipine besylate"),
            concept("acetaminophen", "paracetamol"),
            concept("sulfamethoxazole / trimethoprim"),
            concept("sulfamethoxazole", "sulfisomezole"),
            concept("trimethoprim", "TMP"),
            concept("estradiol"),
            concept("valproate"),
            concept("insulin glargine"),
            concept("insulin"),
            concept("sodium chloride"),
            concept("zinc"),
            concept("sucrose"),
            concept("cellulose"),
            concept("sulfadiazine"),
            concept("atorvastatin"),
            concept("penicillin"),
            concept("prednisone", "first of two"),
            concept("prednisolone", "first of two"));
    private static final ConceptLexicon LEXICON = ConceptLexicon.of(Map.of(PhraseKind.DRUG, CONCEPTS));

    @ParameterizedTest
    @CsvSource({
        "Amlodipine Besylate, exact, amlodipine besylate",
        "amlodipine maleate, salt, amlodipine",
        "atorvastatin calcium trihydrate, salt, atorvastatin",
        "paracetamol, synonym, acetaminophen",
        "trimethoprim and sulphamethoxazole, normalised, sulfamethoxazole / trimethoprim",
        "'trimethoprim, sulfamethoxazole', normalised, sulfamethoxazole / trimethoprim",
        "trimethoprim sulfate + sulfamethoxazole sodium, salt, sulfamethoxazole / trimethoprim",
        "oestradiol valerate, salt, estradiol",
        "sodium valproate, salt, valproate",
        "sodium chloride, exact, sodium chloride",
        "TMP + sulfisomezole, synonym, sulfamethoxazole / trimethoprim",
        "TMP lactate + sulfisomezole, salt, sulfamethoxazole / trimethoprim",
        "Amlodipine (oral), broader, amlodipine",
        "'Amlodipine (oral, once weekly)', broader, amlodipine",
        "amlodipine maleate (oral), broader, amlodipine",
        "Estradiol topical, broader, estradiol",
        "'TMP/sulfisomezole (intravenous)', broader, sulfamethoxazole / trimethoprim",
    })
    void drugIsCodedByItsNameOrItsSubstance(String name, String reason, String code) {
        assertThat(LEXICON.find(PhraseKind.DRUG, name)).singleElement().satisfies(found -> {
            assertThat(found.key().code()).isEqualTo(code);
            assertThat(found.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insulin lispro",
                "severe penicillin",
                "penicillin infection",
                "trimethoprim, estradiol",
                "trimethoprim, TMP",
                "amlodipine (liposomal)",
                "amlodipine (sucrose)",
                "sodium cellulose phosphate",
                "(topical)",
                "topical",
                "amlodipine and atorvastatin",
                "zinc sulfate",
                "iron sucrose",
                "silver sulfadiazine",
                "chloride",
                "first of two",
                "prednison",
                " / ",
            })
    void whatIsAnotherDrugOrInDoubtStaysWithoutACode(String name) {
        assertThat(LEXICON.find(PhraseKind.DRUG, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "paracetamol (acetaminophen), synonym, acetaminophen",
        "sulfamethoxazole / sulfisomezole, synonym, sulfamethoxazole",
        "trimethoprim [TMP] (oral), synonym, trimethoprim",
    })
    void drugIsCodedByTheNamesThatStandForEachOther(String name, String reason, String code) {
        drugIsCodedByItsNameOrItsSubstance(name, reason, code);
    }

    @Test
    void drugHasTheNamesOfItsConceptAndThatOfItsSubstance() {
        assertThat(LEXICON.drugNames("paracetamol"))
                .containsExactly(
                        new DrugName("paracetamol", "exact"),
                        new DrugName("acetaminophen", "synonym"),
                        new DrugName("paracetamol", "synonym"));
        assertThat(LEXICON.drugNames("amlodipine maleate"))
                .containsExactly(new DrugName("amlodipine maleate", "exact"), new DrugName("amlodipine", "salt"));
    }

    @Test
    void codesThatBelongToTheSubstanceSayThatTheySayLess() {
        ConceptLexicon lexicon = ConceptLexicon.of(Map.of(
                PhraseKind.DRUG,
                List.of(new NamedConcept(
                        new ConceptKey("a", "1"), "warfarin", List.of(), List.of(new ConceptKey("b", "2"))))));
        assertThat(lexicon.find(PhraseKind.DRUG, "warfarin"))
                .extracting(CodedConcept::reason)
                .containsExactly("exact", "cross-reference");
        assertThat(lexicon.find(PhraseKind.DRUG, "warfarin sodium"))
                .extracting(CodedConcept::reason)
                .containsExactly("salt", "broader-cross-reference");
    }

    private static NamedConcept concept(String name, String... synonyms) {
        return new NamedConcept(new ConceptKey("drugs", name), name, List.of(synonyms), List.of());
    }
}
