package org.w3id.materia.extract.dosing.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.monograph.MonographReader;

/**
 * What holds of a reader that reads whole or not at all: a sentence that states doses, changed by words that change its
 * meaning, never states the same doses again. Tried on every computed sentence of the shipped monographs.
 */
class ClosedWorldTest {
    private static final Path SAMPLES = Path.of("fhir-resources", "monographs");

    private static List<String> sentences = List.of();

    @BeforeAll
    static void readSamples() throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                FactExtractor.extract(MonographReader.read(file.getFileName().toString(), Files.readAllBytes(file)))
                        .dosing()
                        .stream()
                        .filter(DoseStatement::isComputed)
                        .map(DoseStatement::text)
                        .filter(t -> !t.contains(" | "))
                        .distinct()
                        .forEach(found::add);
            }
        }
        found.removeIf(s -> notation(s).equals("text"));
        sentences = List.copyOf(found);
    }

    @Test
    void thereAreSentencesToTry() {
        assertThat(sentences).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("org.w3id.materia.extract.dosing.sentence.MeaningChanges#prefixes")
    void aPrefixThatChangesTheMeaningChangesTheOutcome(String prefix) {
        assertThat(sentences)
                .allSatisfy(s -> assertThat(notation(prefix + s)).as(prefix + s).isNotEqualTo(notation(s)));
    }

    @ParameterizedTest
    @MethodSource("org.w3id.materia.extract.dosing.sentence.MeaningChanges#words")
    void aStrayWordAnywhereChangesTheOutcome(String word) {
        for (String sentence : sentences) {
            for (String changed : MeaningChanges.withWordAnywhere(sentence, word)) {
                assertThat(notation(changed)).as(changed).isNotEqualTo(notation(sentence));
            }
        }
    }

    @Test
    void anotherDrugsLabelLetsNoDoseStandBelowIt() throws Exception {
        for (String sentence : sentences) {
            String text = "# Xamplin\n\n### Dosage\n* **Clopidogrel:** " + sentence.replace("\n", " ") + "\n";
            assertThat(FactExtractor.extract(MonographReader.read("x.md", text.getBytes(StandardCharsets.UTF_8)))
                            .dosing())
                    .as(text)
                    .noneMatch(DoseStatement::isComputed);
        }
    }

    private static String notation(String sentence) {
        SentenceReader reader = new SentenceReader(
                Tokens.of(sentence), Substances.of(OwnNames.of(List.of("xamplin"), List.of()), List.of()));
        List<DoseReading> doses = reader.read(Optional.empty()).doses();
        return doses.isEmpty()
                ? "text"
                : String.join(" | ", doses.stream().map(Notation::of).toList());
    }
}
