package org.w3id.materia.fhir.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.Lexicon;
import org.w3id.materia.coding.PhraseKind;

class ShippedLexiconTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();
    private static final Pattern TABLE_ROW = Pattern.compile("\"([^\"]*)\"\t\"([^\"]*)\"\t.*");
    private static final Pattern CATEGORY = Pattern.compile("([A-Z0-9]+),\"(.*)\"");

    @Test
    void shippedDiseasesAreThoseOfTheOntology() throws Exception {
        Map<String, String> labels = read(SharedFiles.require("terminology/doid-xref.tsv"), TABLE_ROW);
        CodeSystem fragment = CONFORMANCE.codeSystem("human-disease-ontology");
        assertThat(labels).containsAllEntriesOf(displays(fragment, false));
    }

    @Test
    void shippedClassesAreThoseOfIcd10Cm() throws Exception {
        Map<String, String> titles = read(SharedFiles.require("terminology/icd10cm-categories.csv"), CATEGORY);
        assertThat(titles).containsAllEntriesOf(displays(CONFORMANCE.codeSystem("icd-10-cm"), true));
    }

    @Test
    void everyShippedSynonymNamesOneConcept() {
        Lexicon lexicon = ShippedLexicon.of(CONFORMANCE);
        Map<String, String> wrong = new TreeMap<>();
        for (String id : java.util.List.of("human-disease-ontology", "icd-10-cm")) {
            CodeSystem system = CONFORMANCE.codeSystem(id);
            system.getConcept().forEach(c -> c.getDesignation().forEach(d -> {
                boolean found = lexicon.find(PhraseKind.CONDITION, d.getValue()).stream()
                        .map(CodedConcept::key)
                        .anyMatch(key -> key.system().equals(system.getUrl())
                                && key.code().equals(c.getCode()));
                if (!found) {
                    wrong.put(d.getValue(), c.getCode());
                }
            }));
        }
        assertThat(wrong).isEmpty();
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
