package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.coding.Lexicon;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.MonographFacts;
import org.w3id.materia.extract.RiskKind;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.monograph.MonographReader;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.terminology.LoadListener;
import org.w3id.materia.terminology.LoadedTerminologies;

/**
 * How many phrases of 648 real monographs carry a code. With the system property {@code materia.coding.sample}, a file, the codings of all
 * indications are written there, for a sample to be drawn and judged ({@code docs/coding.md}).
 */
class CorpusCodingTest {
    private static final double LEAST = 0.70;

    @TempDir
    Path data;

    @Test
    void mostIndicationsCarryACode() throws Exception {
        LoadedTerminologies terminologies = LoadedTerminologies.in(data, new LuceneConceptStore());
        terminologies.load(SharedFiles.require("terminology/doid-xref.tsv"), LoadListener.NONE);
        List<MonographFacts> facts = new ArrayList<>();
        for (Path file : SharedFiles.corpus()) {
            facts.add(FactExtractor.extract(MonographReader.read(file.toString(), Files.readAllBytes(file))));
        }
        ConformanceResources conformance = ConformanceResources.load();
        Lexicon loaded = ShippedLexicon.of(conformance, terminologies.concepts());
        List<String> indications = phrases(facts, f -> f.indications().stream().map(i -> i.condition()));

        print("shipped", ShippedLexicon.of(conformance), facts);
        print("loaded", loaded, facts);
        String sample = System.getProperty("materia.coding.sample");
        if (sample != null) {
            Files.write(
                    Path.of(sample),
                    indications.stream().map(p -> line(loaded, p)).sorted().toList());
        }
        assertThat(share(loaded, PhraseKind.CONDITION, indications)).isGreaterThanOrEqualTo(LEAST);
    }

    private static void print(String name, Lexicon lexicon, List<MonographFacts> facts) {
        System.out.printf(
                "%s: indications %.3f, effects %.3f, contraindications %.3f, cautions %.3f%n",
                name,
                share(lexicon, PhraseKind.CONDITION, phrases(facts, f -> f.indications().stream()
                        .map(i -> i.condition()))),
                share(lexicon, PhraseKind.EFFECT, phrases(facts, f -> f.effects().stream()
                        .map(e -> e.effect()))),
                share(lexicon, PhraseKind.CONDITION, phrases(facts, f -> f.contraindications().stream()
                        .filter(c -> c.kind() != RiskKind.DRUG)
                        .map(c -> c.condition()))),
                share(lexicon, PhraseKind.CONDITION, phrases(facts, f -> f.cautions().stream()
                        .filter(c -> c.kind() != RiskKind.DRUG)
                        .map(c -> c.condition()))));
    }

    private static List<String> phrases(
            List<MonographFacts> facts, java.util.function.Function<MonographFacts, Stream<String>> phrases) {
        return facts.stream().flatMap(phrases).toList();
    }

    private static double share(Lexicon lexicon, PhraseKind kind, List<String> phrases) {
        long coded =
                phrases.stream().filter(p -> !lexicon.find(kind, p).isEmpty()).count();
        return (double) coded / phrases.size();
    }

    private static String line(Lexicon lexicon, String phrase) {
        return lexicon.find(PhraseKind.CONDITION, phrase).stream()
                .map(c -> c.reason() + " " + c.key().code() + " " + c.display().orElse(""))
                .collect(Collectors.joining("; ", phrase + "\t", ""));
    }
}
