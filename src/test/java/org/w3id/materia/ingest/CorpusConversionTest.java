package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.coding.Lexicon;
import org.w3id.materia.extract.FactExtractor;
import org.w3id.materia.extract.LineCoverage;
import org.w3id.materia.extract.MonographFacts;
import org.w3id.materia.extract.Product;
import org.w3id.materia.fhir.Mentions;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.ResourceEncoder;
import org.w3id.materia.fhir.ResourceValidation;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.monograph.Monograph;
import org.w3id.materia.monograph.MonographReader;

/** What is promised of every conversion, on 648 real monographs. */
@Tag("corpus")
class CorpusConversionTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();
    private static final Lexicon LEXICON = ShippedLexicon.of(CONFORMANCE);
    private static final MonographMapper MAPPER = new MonographMapper(CONFORMANCE, "test");
    private static final String EVIDENCE = "https://w3id.org/materia/fhir/StructureDefinition/evidence";
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SAMPLE = 200;

    @Test
    void everyMonographIsServedAndEveryLineAccountedFor() throws Exception {
        for (Path file : SharedFiles.corpus()) {
            Monograph monograph = MonographReader.read(file.getFileName().toString(), Files.readAllBytes(file));
            MonographFacts facts = FactExtractor.extract(monograph);
            List<Resource> resources = convert(monograph, facts);

            boolean medicine = facts.product().kind() != Product.Kind.REFUSAL;
            assertThat(resources.stream().anyMatch(r -> r.fhirType().equals("MedicationKnowledge")))
                    .as(file.toString())
                    .isEqualTo(medicine);
            long lines =
                    monograph.source().text().lines().filter(l -> !l.isBlank()).count();
            assertThat(LineCoverage.of(monograph, facts).lines())
                    .as(file.toString())
                    .isEqualTo((int) lines);
        }
    }

    @Test
    void everyQuoteIsTheSourceBetweenItsOffsets() throws Exception {
        for (Path file : SharedFiles.corpus()) {
            List<Resource> resources = convert(file);
            String source = null;
            for (Resource r : resources) {
                if (r instanceof Binary binary) {
                    source = new String(binary.getData(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
            List<Extension> evidence = new ArrayList<>();
            resources.forEach(r -> collect(r, evidence));
            boolean medicine = resources.stream().anyMatch(r -> r.fhirType().equals("MedicationKnowledge"));
            assertThat(evidence.isEmpty()).as(file.toString()).isEqualTo(!medicine);
            for (Extension e : evidence) {
                int start = ((IntegerType) e.getExtensionByUrl("start").getValue()).getValue();
                int end = ((IntegerType) e.getExtensionByUrl("end").getValue()).getValue();
                assertThat(e.getExtensionByUrl("quote").getValue().primitiveValue())
                        .as(file.toString())
                        .isEqualTo(source.substring(start, end));
            }
        }
    }

    @Test
    void idsAreUniqueAndSharedSubstancesAreTheSameFromEveryMonograph() throws Exception {
        ResourceEncoder encoder = new ResourceEncoder();
        Map<String, String> substances = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        for (Path file : SharedFiles.corpus()) {
            for (Resource r : convert(file)) {
                String id = r.fhirType() + "/" + r.getIdElement().getIdPart();
                if (r.fhirType().equals("Substance")) {
                    String version = encoder.encode(r, TIME).versionId();
                    assertThat(substances.merge(id, version, (a, b) -> b))
                            .as(id)
                            .isEqualTo(version);
                } else {
                    assertThat(ids.add(id)).as(id).isTrue();
                }
            }
        }
    }

    @Test
    void aSampleOfEveryTypeIsValid() throws Exception {
        Map<String, List<Resource>> byType = new TreeMap<>();
        for (Path file : SharedFiles.corpus()) {
            convert(file).forEach(r -> byType.computeIfAbsent(r.fhirType(), t -> new ArrayList<>())
                    .add(r));
        }
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        ResourceEncoder encoder = new ResourceEncoder();
        Map<String, String> problems = new TreeMap<>();
        byType.forEach((type, resources) -> {
            Collections.shuffle(resources, new Random(7));
            for (Resource r : resources.subList(0, Math.min(SAMPLE, resources.size()))) {
                encoder.encode(r, TIME);
                validation
                        .problems(r)
                        .forEach(p ->
                                problems.put(p, type + "/" + r.getIdElement().getIdPart()));
            }
        });
        assertThat(problems).isEmpty();
    }

    private static List<Resource> convert(Path file) throws Exception {
        Monograph monograph = MonographReader.read(file.getFileName().toString(), Files.readAllBytes(file));
        return convert(monograph, FactExtractor.extract(monograph));
    }

    private static List<Resource> convert(Monograph monograph, MonographFacts facts) {
        return MAPPER.convert(monograph, new CodedFacts(facts, LEXICON), Mentions.none());
    }

    private static void collect(Base element, List<Extension> evidence) {
        if (element instanceof Extension e && EVIDENCE.equals(e.getUrl())) {
            evidence.add(e);
        } else if (element instanceof Element || element instanceof Resource) {
            for (Property p : element.children()) {
                p.getValues().forEach(v -> collect(v, evidence));
            }
        }
    }
}
