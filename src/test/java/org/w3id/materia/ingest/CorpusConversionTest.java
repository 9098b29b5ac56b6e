package org.w3id.materia.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3id.materia.Corpus;
import org.w3id.materia.coding.CodedFacts;
import org.w3id.materia.coding.ConceptLexicon;
import org.w3id.materia.extract.fact.DoseStatement;
import org.w3id.materia.extract.fact.LineCoverage;
import org.w3id.materia.extract.fact.Product;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.ResourceValidation;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.fhir.encoding.ResourceEncoder;
import org.w3id.materia.fhir.scope.MentionedMonographs;
import org.w3id.materia.model.Finding;
import org.w3id.materia.monograph.Monograph;

/** What is promised of every conversion, on 648 real monographs. */
@Tag("corpus")
class CorpusConversionTest {
    private static final ConformanceResources CONFORMANCE = ConformanceResources.load();
    private static final ConceptLexicon LEXICON = ShippedLexicon.alone();
    private static final MonographMapper MAPPER = new MonographMapper(CONFORMANCE, "test");
    private static final String EVIDENCE = "https://w3id.org/materia/fhir/StructureDefinition/evidence";
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    /** The validator takes minutes for all resources: of each type it is shown those whose ids have the least hashes, or all. */
    private static final int SAMPLE = Integer.getInteger("materia.test.validated", 60);

    private static final Pattern AMOUNT = Pattern.compile("\\d mg\\b(?! ?/)");

    private record Conversion(Corpus.Reading of, List<Resource> resources) {
        boolean isServed() {
            return resources.stream().anyMatch(r -> r.fhirType().equals("MedicationKnowledge"));
        }

        @Override
        public String toString() {
            return of.file().toString();
        }
    }

    private static List<Conversion> conversions;

    @BeforeAll
    static void convert() {
        conversions = Corpus.readings().stream()
                .map(r -> new Conversion(
                        r,
                        MAPPER.convert(r.monograph(), new CodedFacts(r.facts(), LEXICON), MentionedMonographs.none())))
                .toList();
    }

    @AfterAll
    static void forget() {
        conversions = null;
    }

    @Test
    void everyMedicineIsServed() {
        for (Conversion each : conversions) {
            boolean medicine = each.of().facts().product().kind() != Product.Kind.REFUSAL;
            assertThat(each.isServed()).as(each.toString()).isEqualTo(medicine);
        }
    }

    @Test
    void everyLineIsInASectionOrReported() {
        for (Conversion each : conversions) {
            Monograph monograph = each.of().monograph();
            Set<Integer> reported = LineCoverage.of(monograph, each.of().facts()).reported().stream()
                    .map(Finding::line)
                    .collect(Collectors.toSet());
            String[] lines = monograph.source().text().split("\n", -1);
            int start = 0;
            for (int i = 0; i < lines.length; i++) {
                int from = start;
                int to = start + lines[i].length();
                boolean read = from < monograph.bodyStart()
                        || monograph.sections().stream()
                                .anyMatch(s ->
                                        s.span().start() < to && from < s.span().end());
                assertThat(lines[i].isBlank() || read || reported.contains(i + 1))
                        .as("%s:%d %s", each, i + 1, lines[i])
                        .isTrue();
                start = to + 1;
            }
        }
    }

    @Test
    void aDoseIsReadToItsLastWord() {
        for (Conversion each : conversions) {
            for (DoseStatement dose : each.of().facts().dosing()) {
                if (dose.isComputed()) {
                    assertThat(dose.unread()).as("%s: %s", each, dose.text()).isEmpty();
                }
            }
        }
    }

    @Test
    void whatKeepsAnAmountTextIsNamed() {
        for (Conversion each : conversions) {
            Monograph monograph = each.of().monograph();
            Map<Integer, String> reported = each.of().facts().findings().stream()
                    .filter(f -> f.code().equals("dose-kept-as-text"))
                    .collect(Collectors.toMap(Finding::line, Finding::message, String::concat));
            for (DoseStatement dose : each.of().facts().dosing()) {
                String message = reported.get(
                        monograph.source().lineOf(dose.evidence().span().start()));
                if (!dose.isComputed() && AMOUNT.matcher(dose.text()).find()) {
                    assertThat(message).as("%s: %s", each, dose.text()).isNotNull();
                    assertThat(dose.unread()).as(message).allMatch(message::contains);
                }
            }
        }
    }

    @Test
    void everyQuoteIsTheSourceBetweenItsOffsets() {
        for (Conversion each : conversions) {
            String source = null;
            for (Resource r : each.resources()) {
                if (r instanceof Binary binary) {
                    source = new String(binary.getData(), StandardCharsets.UTF_8);
                }
            }
            List<Extension> evidence = new ArrayList<>();
            each.resources().forEach(r -> collect(r, evidence));
            assertThat(evidence.isEmpty()).as(each.toString()).isEqualTo(!each.isServed());
            for (Extension e : evidence) {
                int start = ((IntegerType) e.getExtensionByUrl("start").getValue()).getValue();
                int end = ((IntegerType) e.getExtensionByUrl("end").getValue()).getValue();
                assertThat(e.getExtensionByUrl("quote").getValue().primitiveValue())
                        .as(each.toString())
                        .isEqualTo(source.substring(start, end));
            }
        }
    }

    @Test
    void idsAreUniqueAndSharedSubstancesAreTheSameFromEveryMonograph() {
        ResourceEncoder encoder = new ResourceEncoder();
        Map<String, String> substances = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        for (Conversion each : conversions) {
            for (Resource r : each.resources()) {
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
    void aSampleOfEveryTypeIsValid() {
        Map<String, List<Resource>> byType = new TreeMap<>();
        conversions.forEach(
                each -> each.resources().forEach(r -> byType.computeIfAbsent(r.fhirType(), t -> new ArrayList<>())
                        .add(r)));
        ResourceValidation validation = new ResourceValidation(CONFORMANCE);
        ResourceEncoder encoder = new ResourceEncoder();
        Map<String, String> problems = new TreeMap<>();
        byType.forEach((type, resources) -> {
            resources.sort(Comparator.comparing(
                    r -> UUID.nameUUIDFromBytes(r.getIdElement().getIdPart().getBytes(StandardCharsets.UTF_8))));
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
