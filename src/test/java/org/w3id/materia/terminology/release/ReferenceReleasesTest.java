package org.w3id.materia.terminology.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.coding.PhraseKind;

/** SNOMED CT and LOINC. */
class ReferenceReleasesTest {
    @TempDir
    Path folder;

    @Test
    void snomedVersionNamesModuleAndDate() throws Exception {
        CollectedRelease snomed = CollectedRelease.ofFixture("snomed");

        assertThat(snomed.findings()).isEmpty();
        assertThat(snomed.system().getUrl()).isEqualTo("http://snomed.info/sct");
        assertThat(snomed.system().getVersion())
                .isEqualTo("http://snomed.info/sct/900000000000207008/version/20990131");
        assertThat(snomed.system().getProperty())
                .filteredOn(p -> p.getCode().equals("90000005007"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.getDescription()).isEqualTo("Page number");
                    assertThat(p.getType()).isEqualTo(PropertyType.CODE);
                });
    }

    @Test
    void displayIsThePreferredTermAndOthersTellTheirLanguageAndUse() throws Exception {
        CollectedRelease snomed = CollectedRelease.ofFixture("snomed");

        assertThat(snomed.concept("90000002005").display()).isEqualTo("Paper fever");
        assertThat(snomed.concept("90000002005").definition()).isEqualTo("A rise in temperature of paper.");
        assertThat(snomed.concept("90000002005").designations())
                .extracting(d -> d.language(), d -> d.use().getCode(), d -> d.value())
                .containsExactly(
                        tuple("en", "900000000000003001", "Paper fever (disorder)"),
                        tuple("en-US", "900000000000548007", "Paper fever"),
                        tuple("en-AU", "900000000000013009", "Paper fever"),
                        tuple("en-GB", "900000000000548007", "Paper fevre"),
                        tuple("en-AU", "900000000000548007", "Paper fevre"),
                        tuple("en-x-sctlang-90000011-007", "900000000000548007", "Hot pages"),
                        tuple("en-US", "900000000000013009", "Hot pages"),
                        tuple("es-419", "900000000000548007", "Fiebre de papel"),
                        tuple("es", "900000000000013009", "Fiebre de papel"),
                        tuple("es", "900000000000548007", "Calentura de papel"));
        assertThat(snomed.concept("90000003000").designations())
                .as("where the reference sets agree, nothing is said twice")
                .extracting(d -> d.language(), d -> d.value())
                .containsExactly(tuple("en", "Acute paper fever (disorder)"));
    }

    @Test
    void relationshipsBecomeParentsAttributesAndGroups() throws Exception {
        CollectedRelease snomed = CollectedRelease.ofFixture("snomed");

        assertThat(snomed.concept("90000003000").parents()).containsExactly("90000002005");
        assertThat(snomed.values("90000003000", "90000005007")).containsExactly("90000006008");
        assertThat(snomed.values("90000003000", "roleGroup"))
                .containsExactly("90000005007=90000006008,116676008=90000007004");
        assertThat(snomed.values("90000003000", "sufficientlyDefined")).containsExactly("true");
        assertThat(snomed.values("90000007004", "1142135004")).containsExactly("5.50");
    }

    @Test
    void membersOfReferenceSetsAndInactiveConceptsAreKnown() throws Exception {
        CollectedRelease snomed = CollectedRelease.ofFixture("snomed");

        assertThat(snomed.values("90000002005", "memberOf")).containsExactly("90000009001");
        assertThat(snomed.values("90000003000", "memberOf")).isEmpty();
        assertThat(snomed.concept("90000004006").isInactive()).isTrue();
        assertThat(snomed.concept("90000004006").display()).isEqualTo("Old paper fever");
        assertThat(snomed.concept("90000004006").kinds()).isEmpty();
        assertThat(snomed.concept("90000007004").kinds()).containsExactly(PhraseKind.DRUG);
    }

    @Test
    void loincReadsItsAccessoryFiles() throws Exception {
        CollectedRelease loinc = CollectedRelease.ofFixture("loinc");

        assertThat(loinc.system().getVersion()).isEqualTo("9.99");
        assertThat(loinc.system().getCaseSensitive()).isFalse();
        assertThat(loinc.system().getValueSet()).isEqualTo("http://loinc.org/vs");
        assertThat(loinc.concept("9900001-1").display()).isEqualTo("Ink [Mass/volume] in Paper");
        assertThat(loinc.concept("9900001-1").definition()).isEqualTo("The ink in paper,\ndry or \"wet\".");
        assertThat(loinc.concept("9900001-1").parents()).containsExactly("LP990001-1");
        assertThat(loinc.concept("LP990001-1").parents()).containsExactly("LP990000-3");
        assertThat(loinc.concept("LP990000-3").display()).isEqualTo("{component}");
        assertThat(loinc.concept("9900002-9").isInactive()).isTrue();
        assertThat(loinc.values("9900002-9", "AnswerList")).containsExactly("LL9901-1");
        assertThat(loinc.values("LA9902-9", "AnswerList")).containsExactly("LL9901-1");
        assertThat(loinc.values("9900001-1", "SYSTEM")).containsExactly("Paper");
    }

    @Test
    void zipIsReadAsItsFolderIs() throws Exception {
        Path source = CollectedRelease.fixture("snomed");
        Path zip = folder.resolve("SnomedCT_Invented.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry("SnomedCT_Invented/" + source.relativize(file)));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }

        CollectedRelease fromZip = CollectedRelease.of(zip);
        CollectedRelease fromFolder = CollectedRelease.ofFixture("snomed");

        assertThat(fromZip.codes()).containsExactlyElementsOf(fromFolder.codes());
        assertThat(fromZip.system().equalsDeep(fromFolder.system())).isTrue();
    }
}
