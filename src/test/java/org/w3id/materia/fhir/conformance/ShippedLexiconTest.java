package org.w3id.materia.fhir.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.ConceptLexicon;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.coding.ShippedName;
import org.w3id.materia.coding.ShippedTable;
import org.w3id.materia.model.ConceptKey;

class ShippedLexiconTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();
    private static final ConceptLexicon LEXICON = ShippedLexicon.alone();
    private static final Pattern CATEGORY = Pattern.compile("([A-Z0-9]+),\"(.*)\"");

    @Test
    void shippedClassesAreThoseOfIcd10Cm() throws Exception {
        Map<String, String> titles = read(SharedFiles.require("terminology/icd10cm-categories.csv"), CATEGORY);
        assertThat(titles).containsAllEntriesOf(displays(CONFORMANCE.codeSystem("icd-10-cm"), true));
    }

    /** A synonym that is a preferred name elsewhere may be held apart there. */
    @Test
    void everyShippedSynonymNamesItsConcept() {
        CodeSystem classes = CONFORMANCE.codeSystem("icd-10-cm");
        Map<String, String> wrong = new TreeMap<>();
        classes.getConcept().forEach(c -> c.getDesignation().stream()
                .filter(d ->
                        !isNamed(PhraseKind.CONDITION, d.getValue(), new ConceptKey(classes.getUrl(), c.getCode())))
                .forEach(d -> wrong.put(d.getValue(), c.getCode())));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DISEASES, CONDITION", "SNOMED_CT, CONDITION", "RXNORM, DRUG"})
    void everyFurtherNameNamesItsConcept(ShippedTable table, PhraseKind kind) throws Exception {
        Map<String, String> names = new HashMap<>();
        table.rows().forEach(row -> names.put(row.code(), row.name()));
        Map<String, String> wrong = new TreeMap<>();
        for (String[] own : furtherNames(table)) {
            assertThat(names).containsEntry(own[0], own[1]);
            for (String name : own[2].split("\\|")) {
                if (!isNamed(kind, name, new ConceptKey(table.system(), own[0]))) {
                    wrong.put(name, own[0]);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The tenth character of a UNII is the sum of the others, as digits of base 36. */
    @ParameterizedTest
    @EnumSource(names = {"RXNORM", "UNII"})
    void everyUniiHasItsCheckCharacter(ShippedTable table) {
        List<String> uniis = table.rows().stream()
                .map(row -> table == ShippedTable.UNII ? row.code() : row.mark())
                .toList();
        assertThat(uniis).hasSizeGreaterThan(8_000).allMatch(ShippedLexiconTest::isUnii);
    }

    private static boolean isUnii(String code) {
        int sum = code.substring(0, 9).chars().map(c -> Character.digit(c, 36)).sum();
        return code.length() == 10 && Character.forDigit(sum % 36, 36) == Character.toLowerCase(code.charAt(9));
    }

    /** What RxNorm names has RxNorm's code and the UNII that RxNorm gives it; the table of UNIIs adds other substances only. */
    @Test
    void everySubstanceIsFoundByItsNamesAndIsNoneOfRxNorm() {
        Map<String, List<CodedConcept>> wrong = new TreeMap<>();
        for (ShippedName row : ShippedTable.UNII.rows()) {
            Stream.concat(Stream.of(row.name()), row.synonyms().stream()).forEach(name -> {
                List<CodedConcept> found = LEXICON.find(PhraseKind.DRUG, name);
                boolean right = found.stream()
                        .anyMatch(c -> c.key().equals(new ConceptKey(ShippedTable.UNII.system(), row.code())));
                boolean named = found.stream()
                        .anyMatch(c -> c.key().system().equals(ShippedTable.RXNORM.system())
                                && Set.of("exact", "normalised").contains(c.reason()));
                if (!right || named) {
                    wrong.put(name, found);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isNamed(PhraseKind kind, String name, ConceptKey concept) {
        List<CodedConcept> found = LEXICON.find(kind, name);
        return found.stream()
                .anyMatch(c -> c.key().equals(concept)
                        || !c.key().system().equals(concept.system())
                                && Set.of("exact", "normalised").contains(c.reason()));
    }

    private static List<String[]> furtherNames(ShippedTable table) throws Exception {
        String file = Map.of(
                        ShippedTable.DISEASES,
                        "disease",
                        ShippedTable.SNOMED_CT,
                        "snomed",
                        ShippedTable.RXNORM,
                        "rxnorm")
                .get(table);
        try (InputStream in =
                ShippedTable.class.getResourceAsStream("/org/w3id/materia/names/" + file + "-synonyms.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static Map<String, String> displays(CodeSystem system, boolean withoutPoint) {
        Map<String, String> displays = new HashMap<>();
        system.getConcept()
                .forEach(c -> displays.put(withoutPoint ? c.getCode().replace(".", "") : c.getCode(), c.getDisplay()));
        return displays;
    }

    private static Map<String, String> read(Path file, Pattern line) throws Exception {
        Map<String, String> entries = new HashMap<>();
        try (var lines = Files.lines(file)) {
            lines.map(line::matcher).filter(Matcher::matches).forEach(m -> entries.put(m.group(1), m.group(2)));
        }
        return entries;
    }
}
