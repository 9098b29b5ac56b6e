package org.w3id.materia.extract.dosing.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.materia.Corpus;
import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.dosing.grammar.Substances;
import org.w3id.materia.extract.dosing.grammar.Tokens;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.OwnNames;
import org.w3id.materia.monograph.MonographReader;

/**
 * What {@link ClosedWorldTest} holds for the samples, on 300 computed sentences of a collection of monographs, drawn by a hash of
 * each, so that a failure comes again and a sentence more or less does not draw the others anew. A failure names the place, not the text.
 */
@Tag("corpus")
class CorpusClosedWorldTest {
    private static final int SAMPLE = 300;

    /** Places in each sentence at which a word is put in. */
    private static final int PLACES = 4;

    /** A sentence, where it stands, and what it states by itself. */
    private record Sentence(String place, String text, Substances substances, String doses) {
        boolean statesTheSame(String changed) {
            return notation(changed, substances).equals(doses);
        }
    }

    private static List<Sentence> sentences = List.of();

    @BeforeAll
    static void draw() {
        List<Sentence> found = new ArrayList<>();
        for (Corpus.Reading reading : Corpus.readings()) {
            Substances substances = Substances.of(
                    OwnNames.of(
                            reading.facts().product(),
                            reading.monograph().source().text()),
                    List.of());
            reading.facts().dosing().stream()
                    .filter(DoseStatement::isComputed)
                    .filter(d -> !d.text().contains(" | "))
                    .map(d -> new Sentence(
                            reading.file().getFileName() + ":"
                                    + d.evidence().span().start(),
                            d.text(),
                            substances,
                            notation(d.text(), substances)))
                    .filter(s -> !s.doses().equals("text"))
                    .distinct()
                    .forEach(found::add);
        }
        sentences = found.stream()
                .sorted(Comparator.comparingLong(f -> hash(f.text())))
                .limit(SAMPLE)
                .toList();
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    @AfterAll
    static void forget() {
        sentences = List.of();
    }

    @Test
    void thereAreSentencesToTry() {
        assertThat(sentences).hasSize(SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("org.w3id.materia.extract.dosing.sentence.MeaningChanges#prefixes")
    void aPrefixThatChangesTheMeaningChangesTheOutcome(String prefix) {
        assertThat(sentences.stream()
                        .filter(s -> s.statesTheSame(prefix + s.text()))
                        .map(Sentence::place))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.w3id.materia.extract.dosing.sentence.MeaningChanges#words")
    void aStrayWordAnywhereChangesTheOutcome(String word) {
        List<String> same = new ArrayList<>();
        for (Sentence sentence : sentences) {
            MeaningChanges.withWordAnywhere(sentence.text(), word).stream()
                    .sorted(Comparator.comparingLong(CorpusClosedWorldTest::hash))
                    .limit(PLACES)
                    .filter(sentence::statesTheSame)
                    .map(c -> sentence.place() + " at " + c.indexOf(" " + word + " "))
                    .forEach(same::add);
        }
        assertThat(same).isEmpty();
    }

    @Test
    void anotherDrugsLabelLetsNoDoseStandBelowIt() throws Exception {
        List<String> computed = new ArrayList<>();
        for (Sentence sentence : sentences.subList(0, sentences.size() / 3)) {
            String text = "# Xamplin\n\n### Dosage\n* **Clopidogrel:** "
                    + sentence.text().replace("\n", " ") + "\n";
            boolean stands =
                    FactExtractor.extract(MonographReader.read("x.md", text.getBytes(StandardCharsets.UTF_8)))
                            .dosing()
                            .stream()
                            .anyMatch(DoseStatement::isComputed);
            if (stands) {
                computed.add(sentence.place());
            }
        }
        assertThat(computed).isEmpty();
    }

    private static String notation(String sentence, Substances substances) {
        List<DoseReading> doses = new SentenceReader(Tokens.of(sentence), substances)
                .read(Optional.empty())
                .doses();
        return doses.isEmpty()
                ? "text"
                : String.join(" | ", doses.stream().map(Notation::of).toList());
    }
}
