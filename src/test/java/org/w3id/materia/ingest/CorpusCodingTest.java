package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.Corpus;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.coding.CodedConcept;
import org.w3id.materia.coding.ConceptLexicon;
import org.w3id.materia.coding.PhraseKind;
import org.w3id.materia.extract.fact.MonographFacts;
import org.w3id.materia.extract.fact.RiskKind;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.store.lucene.concept.LuceneConceptStore;
import org.w3id.materia.terminology.loaded.LoadListener;
import org.w3id.materia.terminology.loaded.LoadedTerminologies;

/**
 * How many phrases of 648 real monographs carry a code. With the system property {@code materia.coding.sample}, a file, all phrases are
 * written there with their kind and their codings, for a sample to be drawn and judged ({@code docs/coding.md}).
 */
@Tag("corpus")
class CorpusCodingTest {
    private static final Set<String> DRUG_SYSTEMS =
            Set.of("http://www.nlm.nih.gov/research/umls/rxnorm", "http://fdasis.nlm.nih.gov");

    private record Phrase(PhraseKind kind, String words) {}

    private static final Map<String, List<Phrase>> PHRASES = new LinkedHashMap<>();

    /** Name and ingredient of each medicine that has one ingredient. */
    private static final List<List<String>> MEDICINES = new ArrayList<>();

    @TempDir
    Path data;

    @BeforeAll
    static void readTheCorpus() {
        List<MonographFacts> facts = new ArrayList<>();
        for (Corpus.Reading reading : Corpus.readings()) {
            facts.add(reading.facts());
            if (reading.facts().product().ingredients().size() == 1) {
                MEDICINES.add(List.of(
                        reading.monograph().title(),
                        reading.facts().product().ingredients().get(0).name()));
            }
        }
        put("ingredients", PhraseKind.DRUG, facts, f -> f.product().ingredients().stream()
                .map(i -> i.name()));
        put("interactants", PhraseKind.DRUG, facts, f -> f.interactions().stream()
                .map(i -> i.agent()));
        put("indications", PhraseKind.CONDITION, facts, f -> f.indications().stream()
                .map(i -> i.condition()));
        put("effects", PhraseKind.EFFECT, facts, f -> f.effects().stream().map(e -> e.effect()));
        put("contraindications", PhraseKind.CONDITION, facts, f -> f.contraindications().stream()
                .filter(c -> c.kind() != RiskKind.DRUG)
                .map(c -> c.condition()));
        put("cautions", PhraseKind.CONDITION, facts, f -> f.cautions().stream()
                .filter(c -> c.kind() != RiskKind.DRUG)
                .map(c -> c.condition()));
    }

    private static void put(
            String name,
            PhraseKind kind,
            List<MonographFacts> facts,
            Function<MonographFacts, Stream<String>> phrases) {
        PHRASES.put(
                name,
                facts.stream().flatMap(phrases).map(p -> new Phrase(kind, p)).toList());
    }

    @Test
    void mostPhrasesCarryACodeWithNothingLoaded() throws Exception {
        ConceptLexicon shipped = ShippedLexicon.alone();
        print("shipped", shipped);
        String sample = System.getProperty("materia.coding.sample");
        if (sample != null) {
            List<String> lines = new ArrayList<>();
            PHRASES.forEach((name, phrases) -> phrases.forEach(p -> lines.add(line(name, shipped, p))));
            Files.write(Path.of(sample), lines.stream().sorted().toList());
        }
        assertThat(medicinesWithACode(shipped)).isGreaterThanOrEqualTo(0.89);
        assertThat(share(shipped, "indications")).isGreaterThanOrEqualTo(0.758);
        assertThat(share(shipped, "effects")).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void aLoadedReleaseTakesNoCodesAway() throws Exception {
        LoadedTerminologies terminologies = LoadedTerminologies.in(data, new LuceneConceptStore());
        terminologies.load(SharedFiles.require("terminology/doid-xref.tsv"), LoadListener.NONE);
        ConceptLexicon loaded = ShippedLexicon.with(terminologies.concepts());
        print("loaded", loaded);
        assertThat(share(loaded, "indications")).isGreaterThanOrEqualTo(0.75);
    }

    private static void print(String name, ConceptLexicon lexicon) {
        System.out.println(name + ": "
                + String.format("medicines %.3f, ", medicinesWithACode(lexicon))
                + PHRASES.keySet().stream()
                        .map(p -> String.format("%s %.3f", p, share(lexicon, p)))
                        .collect(Collectors.joining(", ")));
    }

    private static double share(ConceptLexicon lexicon, String name) {
        List<Phrase> phrases = PHRASES.get(name);
        long coded = phrases.stream()
                .filter(p -> !lexicon.find(p.kind(), p.words()).isEmpty())
                .count();
        return (double) coded / phrases.size();
    }

    /** The share of the medicines that have a code of RxNorm or UNII, by their name or else that of their ingredient. */
    private static double medicinesWithACode(ConceptLexicon lexicon) {
        long coded = MEDICINES.stream()
                .filter(names -> names.stream()
                        .flatMap(name -> lexicon.find(PhraseKind.DRUG, name).stream())
                        .anyMatch(c -> DRUG_SYSTEMS.contains(c.key().system())))
                .count();
        return (double) coded / MEDICINES.size();
    }

    private static String line(String name, ConceptLexicon lexicon, Phrase phrase) {
        return lexicon.find(phrase.kind(), phrase.words()).stream()
                .map(CorpusCodingTest::text)
                .collect(Collectors.joining("; ", name + "\t" + phrase.words() + "\t", ""));
    }

    private static String text(CodedConcept c) {
        String system = c.key().system().replaceFirst(".*[/.]", "");
        return c.reason() + " " + system + " " + c.key().code() + " "
                + c.display().orElse("");
    }
}
