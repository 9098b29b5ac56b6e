package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.junit.jupiter.api.Test;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.model.ConceptKey;
import org.w3id.materia.model.Finding;

/** Disease Ontology, ICD-10 and MeSH. */
class DiseaseReleasesTest {
    @Test
    void tableOfCrossReferencesGivesUnambiguousOnes() throws Exception {
        CollectedRelease table = CollectedRelease.ofFixture("doid-xref.tsv");

        assertThat(table.system().getUrl()).isEqualTo("http://purl.obolibrary.org/obo/doid.owl");
        assertThat(table.concept("DOID:9000001").crossReferences())
                .containsExactly(
                        new ConceptKey("http://id.nlm.nih.gov/mesh", "D900001"),
                        new ConceptKey("http://snomed.info/sct", "900000001"));
        assertThat(table.concept("DOID:9000002").display()).isEqualTo("ink \"blue\" rash");
        assertThat(table.concept("DOID:9000002").crossReferences()).isEmpty();
    }

    @Test
    void oboGivesHierarchyExactSynonymsAndReferences() throws Exception {
        CollectedRelease obo = CollectedRelease.ofFixture("doid.obo");

        assertThat(obo.system().getVersion()).isEqualTo("2024-01-31");
        assertThat(obo.codes()).containsExactly("DOID:4", "DOID:9000001", "DOID:9000002");
        assertThat(obo.concept("DOID:9000001").parents()).containsExactly("DOID:4");
        assertThat(obo.concept("DOID:9000001").definition()).isEqualTo("A \"hot\" disease.");
        assertThat(obo.names("DOID:9000001")).containsExactly("fever of paper");
        assertThat(obo.values("DOID:9000001", "relatedSynonym")).containsExactly("paper ailment");
        assertThat(obo.concept("DOID:9000001").crossReferences())
                .extracting(ConceptKey::code)
                .containsExactly("D900001", "900000001", "C9000001");
        assertThat(obo.concept("DOID:9000002").isInactive()).isTrue();
        assertThat(obo.concept("DOID:9000002").kinds()).isEmpty();
        assertThat(obo.values("DOID:9000002", "replacedBy")).containsExactly("DOID:9000001");
    }

    @Test
    void orderFileGivesDottedCodesUnderTheLongestOneTheyBeginWith() throws Exception {
        CollectedRelease icd = CollectedRelease.ofFixture("icd10cm_order_2024.txt");

        assertThat(icd.findings()).isEmpty();
        assertThat(icd.system().getUrl()).isEqualTo("http://hl7.org/fhir/sid/icd-10-cm");
        assertThat(icd.system().getVersion()).isEqualTo("2024");
        assertThat(icd.codes()).containsExactly("A00", "A00.0", "A00.1", "S72", "S72.021A");
        assertThat(icd.concept("S72.021A").parents()).containsExactly("S72");
        assertThat(icd.concept("S72.021A").display())
                .isEqualTo("Displaced fracture of epiphysis (separation) (upper) of right femur, initial encounter "
                        + "for closed fracture");
        assertThat(icd.values("S72.021A", "shortDescription"))
                .containsExactly("Disp fx of epiphysis (separation) (upper) of r femur, init");
        assertThat(icd.values("A00", "billable")).containsExactly("false");
        assertThat(icd.concept("A00").isAbstract()).isFalse();
    }

    @Test
    void tabularListWritesSeventhCharactersOut() throws Exception {
        CollectedRelease icd = CollectedRelease.ofFixture("icd10cm_tabular.xml");

        assertThat(icd.system().getVersion()).isEqualTo("2024");
        assertThat(icd.concept("T36.0X5S").display()).isEqualTo("Adverse effect of penicillins, sequela");
        assertThat(icd.concept("T36.0X5S").parents()).containsExactly("T36.0X5");
        assertThat(icd.values("T36.0X5", "billable")).containsExactly("false");
        assertThat(icd.concept("A00-A09").isAbstract()).isTrue();
        assertThat(icd.values("A00.0", "inclusionTerm")).containsExactly("Classical cholera");
        assertThat(icd.names("A00.0")).isEmpty();
        assertThat(icd.findings()).extracting(Finding::line).containsExactly(31, 52);
    }

    @Test
    void tabularListKeepsSeventhCharactersFromCodesThatHaveNone() throws Exception {
        CollectedRelease icd = CollectedRelease.ofFixture("icd10cm_tabular.xml");

        assertThat(icd.codes())
                .contains("X99.111A", "X99.111D", "X99.111S", "X99.117A", "X99.118A", "X98.111")
                .doesNotContain("X99.117D", "X99.117S", "X99.118D", "X99.118S");
        assertThat(icd.codes()).as("in words that are not understood").doesNotContain("X98.111A");
        assertThat(icd.values("X98.111", "billable")).containsExactly("false");
    }

    @Test
    void sectionOfOneCategoryIsTheCategory() throws Exception {
        CollectedRelease icd = CollectedRelease.ofFixture("icd10cm_tabular.xml");

        assertThat(icd.concept("X99").display()).isEqualTo("Paper cut");
        assertThat(icd.concept("X99").isAbstract()).isFalse();
        assertThat(icd.concept("X99").parents()).isEmpty();
        assertThat(icd.concept("X98").parents()).containsExactly("X98-X98");
    }

    @Test
    void tableOfCategoriesIsAFragment() throws Exception {
        CollectedRelease icd = CollectedRelease.ofFixture("icd10cm_categories.csv");

        assertThat(icd.system().getContent()).isEqualTo(CodeSystemContentMode.FRAGMENT);
        assertThat(icd.concept("A01.0").display()).isEqualTo("Typhoid fever");
        assertThat(icd.concept("A01.0").parents()).containsExactly("A01");
    }

    @Test
    void clamlGivesClassesUnderTheirSuperClasses() throws Exception {
        CollectedRelease icd = CollectedRelease.ofFixture("icd10_claml.xml");

        assertThat(icd.system().getUrl()).isEqualTo("http://hl7.org/fhir/sid/icd-10");
        assertThat(icd.system().getVersion()).isEqualTo("2099");
        assertThat(icd.concept("A09").parents()).containsExactly("A00-A09");
        assertThat(icd.concept("A00-A09").isAbstract()).isTrue();
        assertThat(icd.values("A09", "inclusion")).containsExactly("Hot pages");
        assertThat(icd.findings()).extracting(Finding::message).containsExactly("A09.9 has no preferred rubric.");
    }

    @Test
    void bothFormatsOfMeshGiveTheSameDescriptor() throws Exception {
        CollectedRelease ascii = CollectedRelease.ofFixture("d2024.bin");
        CollectedRelease xml = CollectedRelease.ofFixture("desc2024.xml");

        for (CollectedRelease mesh : new CollectedRelease[] {ascii, xml}) {
            assertThat(mesh.system().getUrl()).isEqualTo("http://id.nlm.nih.gov/mesh");
            assertThat(mesh.system().getVersion()).isEqualTo("2024");
            assertThat(mesh.names("D001241")).containsExactly("Acetylsalicylic Acid");
            assertThat(mesh.values("D001241", "narrowerTerm")).containsExactly("Acylpyrin");
            assertThat(mesh.concept("D001241").parents()).containsExactly("D012459");
            assertThat(mesh.concept("D001241").kinds()).containsExactly(PhraseKind.DRUG);
            assertThat(mesh.concept("D012459").kinds()).isEmpty();
            assertThat(mesh.concept("D001241").crossReferences())
                    .containsExactly(new ConceptKey("http://fdasis.nlm.nih.gov", "R16CO5Y76E"));
        }
        assertThat(ascii.concept("D005334").kinds()).containsExactlyInAnyOrder(PhraseKind.CONDITION, PhraseKind.EFFECT);
        assertThat(xml.findings()).extracting(Finding::line).containsExactly(27);
    }
}
