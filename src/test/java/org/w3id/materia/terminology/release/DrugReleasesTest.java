package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.terminology.codesystem.Designation;

/** RxNorm, UNII and ATC. */
class DrugReleasesTest {
    private static final String UNII = "http://fdasis.nlm.nih.gov";

    @Test
    void rxNormHasItsUriAndTheDateOfTheReleaseAsVersion() throws Exception {
        CollectedRelease rxnorm = CollectedRelease.ofFixture("rxnorm");

        assertThat(rxnorm.system().getUrl()).isEqualTo("http://www.nlm.nih.gov/research/umls/rxnorm");
        assertThat(rxnorm.system().getVersion()).isEqualTo("02052024");
        assertThat(rxnorm.findings()).isEmpty();
        assertThat(rxnorm.codes()).containsExactly("1191", "11289", "855332", "317541", "1151126", "202421", "999001");
    }

    @Test
    void displayIsTheNameThatIsNoSynonym() throws Exception {
        CollectedRelease rxnorm = CollectedRelease.ofFixture("rxnorm");

        assertThat(rxnorm.concept("855332").display()).isEqualTo("warfarin sodium 5 MG Oral Tablet");
        assertThat(rxnorm.names("855332"))
                .containsExactly("warfarin sodium 5 mg oral tablet", "warfarin sodium 5 MG (as warfarin) Oral Tablet");
    }

    @Test
    void relationsAreReadFromTheSecondConceptToTheFirst() throws Exception {
        CollectedRelease rxnorm = CollectedRelease.ofFixture("rxnorm");

        assertThat(rxnorm.values("855332", "has_ingredient")).containsExactly("11289");
        assertThat(rxnorm.values("202421", "tradename_of")).containsExactly("11289");
        assertThat(rxnorm.concept("855332").parents()).containsExactly("1151126");
        assertThat(rxnorm.values("855332", "NDC")).containsExactly("00056017270");
        assertThat(rxnorm.values("855332", "DEA")).isEmpty();
    }

    @Test
    void oneCodeOfAnotherSystemIsTheSameAndSeveralAreAttributes() throws Exception {
        CollectedRelease rxnorm = CollectedRelease.ofFixture("rxnorm");

        assertThat(rxnorm.concept("11289").crossReferences())
                .containsExactly(
                        new ConceptKey(UNII, "5Q7ZVV76EI"), new ConceptKey("http://www.whocc.no/atc", "B01AA03"));
        assertThat(rxnorm.concept("1191").crossReferences()).containsExactly(new ConceptKey(UNII, "R16CO5Y76E"));
        assertThat(rxnorm.values("1191", "ATC")).containsExactly("A01AD05", "B01AC06");
    }

    @Test
    void ingredientsCodeDrugsAndBrandsDoNot() throws Exception {
        CollectedRelease rxnorm = CollectedRelease.ofFixture("rxnorm");

        assertThat(rxnorm.concept("1191").kinds()).containsExactly(PhraseKind.DRUG);
        assertThat(rxnorm.concept("317541").kinds()).containsExactly(PhraseKind.DOSE_FORM);
        assertThat(rxnorm.concept("202421").kinds()).isEmpty();
        assertThat(rxnorm.concept("999001").isInactive()).isTrue();
        assertThat(rxnorm.concept("1191").isInactive()).isFalse();
    }

    @Test
    void uniiJoinsNamesAndRecords() throws Exception {
        CollectedRelease unii = CollectedRelease.ofFixture("unii");

        assertThat(unii.system().getUrl()).isEqualTo(UNII);
        assertThat(unii.system().getVersion()).isEqualTo("2023-08-18");
        assertThat(unii.concept("R16CO5Y76E").display()).isEqualTo("ASPIRIN");
        assertThat(unii.concept("R16CO5Y76E").designations())
                .extracting(Designation::value)
                .containsExactly("ACETYLSALICYLIC ACID", "ASPIRIN [USAN]", "NSC-27223");
        assertThat(unii.values("R16CO5Y76E", "brandName")).containsExactly("ECOTRIN");
        assertThat(unii.values("R16CO5Y76E", "RN")).containsExactly("50-78-2");
        assertThat(unii.concept("R16CO5Y76E").crossReferences())
                .containsExactly(new ConceptKey("http://www.nlm.nih.gov/research/umls/rxnorm", "1191"));
        assertThat(unii.concept("059QF0KO0R").display()).isEqualTo("WATER");
    }

    @Test
    void atcHasItsLevelsAndDoses() throws Exception {
        CollectedRelease atc = CollectedRelease.ofFixture("atc-2099-01-31.csv");

        assertThat(atc.system().getUrl()).isEqualTo("http://www.whocc.no/atc");
        assertThat(atc.system().getVersion()).isEqualTo("2099-01-31");
        assertThat(atc.concept("Z01AA").display()).isEqualTo("Blotting acids, plain");
        assertThat(atc.concept("Z01AA01").parents()).containsExactly("Z01AA");
        assertThat(atc.concept("Z").parents()).isEmpty();
        assertThat(atc.values("Z01AA01", "ddd")).containsExactly("3 g O", "1 g P (as sodium salt)");
        assertThat(atc.values("Z01AA01", "level")).containsExactly("5");
    }

    @Test
    void nameOfSeveralAtcCodesCodesNoDrug() throws Exception {
        CollectedRelease atc = CollectedRelease.ofFixture("atc-2099-01-31.csv");

        assertThat(atc.concept("Z01AA01").kinds()).containsExactly(PhraseKind.DRUG);
        assertThat(atc.concept("Z01AA02").kinds()).isEmpty();
        assertThat(atc.concept("Z01AB01").kinds()).isEmpty();
    }
}
