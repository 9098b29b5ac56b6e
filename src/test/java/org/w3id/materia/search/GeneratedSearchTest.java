package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.fhir.encoding.EncodedResource;
import org.w3id.materia.fhir.encoding.ResourceEncoder;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.search.definition.PublishedParameters;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.TestStores;

/**
 * Every search parameter, with every form of value and every modifier, on every type that is served: what the index answers must be what
 * brute force over the resources gives. Generated resources give each parameter values; the shipped monographs, and the real collection
 * where it is there, show it on what is served.
 */
@Tag("slow")
class GeneratedSearchTest {
    private static final Instant IMPORTED = Instant.parse("2026-02-03T10:20:30.456Z");
    private static final int GENERATED = 24;

    /** How many elements of a parameter values are taken from. */
    private static final int PICKED = 8;

    /** One monograph of the real collection in this many. */
    private static final int SAMPLED = 24;

    /** No parameter of the served types is a number: this one stands for those that a type may get. */
    private static final String A_NUMBER = """
            {"resourceType":"SearchParameter","url":"urn:test:amount","code":"amount","base":["Substance"],"type":"number",
            "expression":"Substance.instance.quantity.value","description":"A number"}""";

    /** Combinations for which no search has a hit, and why. */
    private static final Set<String> WITHOUT_HIT = Set.of();

    @TempDir
    Path data;

    private final SearchParameters parameters = parameters();
    private final SearchIndexer indexer = new SearchIndexer(parameters);
    private final ConceptSetsOfTest concepts = new ConceptSetsOfTest();
    private final SearchParser parser =
            new SearchParser(parameters, Optional.of(concepts), InstantSource.fixed(IMPORTED));
    private final Map<String, List<OracleItem>> items = new LinkedHashMap<>();
    private final IParser json = Examples.CONTEXT.newJsonParser();

    @Test
    void generatedAndShippedResourcesAreFoundAsBruteForceFindsThem() throws IOException {
        List<List<IndexedResource>> sources = new ArrayList<>(generated());
        sources.addAll(converted(files(Path.of("fhir-resources/monographs"))));
        Map<String, Integer> hits = run(sources);
        Set<String> without = new TreeSet<>();
        hits.forEach((combination, count) -> {
            if (count == 0) {
                without.add(combination);
            }
        });
        assertThat(without).as("combinations without any hit").isEqualTo(new TreeSet<>(WITHOUT_HIT));
    }

    @Tag("corpus")
    @Test
    void theRealCollectionIsFoundAsBruteForceFindsIt() throws IOException {
        List<Path> corpus = SharedFiles.corpus();
        List<Path> sample = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i += SAMPLED) {
            sample.add(corpus.get(i));
        }
        run(converted(sample));
    }

    private Map<String, Integer> run(List<List<IndexedResource>> sources) {
        List<String> mismatches = new ArrayList<>();
        Map<String, Integer> hits = new LinkedHashMap<>();
        int searches = 0;
        try (KnowledgeBase knowledge = TestStores.open(data)) {
            put(knowledge, sources);
            Oracle oracle = new Oracle(
                    parameters,
                    concepts,
                    items.values().stream().flatMap(List::stream).toList());
            try (Snapshot snapshot = knowledge.snapshot()) {
                for (SearchCase each : cases(oracle)) {
                    Set<String> ours = search(snapshot, each);
                    Set<String> theirs = new TreeSet<>();
                    for (OracleItem item : items.get(each.type())) {
                        if (oracle.matches(item, each.name(), each.value())) {
                            theirs.add(item.key().id());
                        }
                    }
                    hits.merge(each.combination(), theirs.size(), Integer::sum);
                    searches++;
                    if (!ours.equals(theirs)) {
                        mismatches.add(each + "\n  only by the index " + difference(ours, theirs)
                                + "\n  only by brute force " + difference(theirs, ours));
                    }
                }
            }
        }
        System.out.printf(
                "%d resources, %d combinations of type, parameter and form, %d of them with hits; %d searches, %d mismatches%n",
                items.values().stream().mapToInt(List::size).sum(),
                hits.size(),
                hits.values().stream().filter(count -> count > 0).count(),
                searches,
                mismatches.size());
        assertThat(mismatches.size() > 12 ? mismatches.subList(0, 12) : mismatches)
                .isEmpty();
        return hits;
    }

    private static Set<String> difference(Set<String> of, Set<String> without) {
        Set<String> difference = new TreeSet<>(of);
        difference.removeAll(without);
        return difference;
    }

    private Set<String> search(Snapshot snapshot, SearchCase each) {
        Criterion criterion = parser.parse(each.type(), each.name(), each.value(), Oracle.BASE);
        Set<String> ids = new TreeSet<>();
        Query query = new Query(each.type(), List.of(criterion), Integer.MAX_VALUE - 1, Optional.empty());
        snapshot.search(query).resources().forEach(r -> ids.add(r.key().id()));
        return ids;
    }

    private Set<SearchCase> cases(Oracle oracle) {
        Set<SearchCase> cases = new LinkedHashSet<>();
        for (String type : parameters.types()) {
            List<OracleItem> ofType = items.getOrDefault(type, List.of());
            for (SearchDefinition parameter : ofType.isEmpty() ? List.<SearchDefinition>of() : parameters.of(type)) {
                String combination = type + "." + parameter.code();
                if (parameter.code().equals("similar-name")) {
                    continue; // What is near, an oracle would have to find the same way.
                }
                if (parameter.code().equals("_id")) {
                    String id = ofType.get(0).key().id();
                    cases.add(new SearchCase(type, combination + " id", "_id", id + ",nobody"));
                    cases.add(new SearchCase(type, combination + " :not", "_id:not", id));
                } else if (parameter.expression().isEmpty()
                        && parameter.siblings().isEmpty()) {
                    cases.addAll(WordCases.of(type, parameter, ofType));
                } else {
                    List<Base> elements = elements(ofType, parameter, oracle);
                    cases.addAll(SearchCases.of(type, parameter, elements, concepts));
                    if (parameter.code().equals("_lastUpdated")) {
                        cases.removeIf(c -> c.name().equals("_lastUpdated:missing"));
                    }
                }
            }
        }
        cases.addAll(ChainCases.of(parameters, items, oracle));
        return cases;
    }

    /** As different ones as there are, up to a number. */
    private static List<Base> elements(List<OracleItem> items, SearchDefinition parameter, Oracle oracle) {
        Map<String, Base> different = new LinkedHashMap<>();
        for (OracleItem item : items) {
            for (Base element : oracle.elements(item, parameter)) {
                if (different.size() < PICKED && !element.isEmpty()) {
                    different.putIfAbsent(FormOfElement.of(parameter.type(), element), element);
                }
            }
        }
        return List.copyOf(different.values());
    }

    private void put(KnowledgeBase knowledge, List<List<IndexedResource>> sources) {
        try (ImportSession session = knowledge.beginImport()) {
            Set<ResourceKey> seen = new LinkedHashSet<>();
            for (int i = 0; i < sources.size(); i++) {
                session.put(new Source("s" + i, "1"), sources.get(i));
                List<Resource> siblings =
                        sources.get(i).stream().map(r -> parse(r.resource())).toList();
                for (Resource resource : siblings) {
                    ResourceKey key = new ResourceKey(resource.fhirType(), resource.getIdPart());
                    if (seen.add(key)) {
                        items.computeIfAbsent(key.type(), t -> new ArrayList<>())
                                .add(new OracleItem(key, resource, siblings));
                    }
                }
            }
            session.commit();
        }
    }

    private Resource parse(StoredResource stored) {
        return (Resource) json.parseResource(new String(stored.json(), StandardCharsets.UTF_8));
    }

    /** A source for each seed, with one resource of every type, and one that refers to them. */
    private List<List<IndexedResource>> generated() {
        ResourceEncoder encoder = new ResourceEncoder();
        List<List<IndexedResource>> sources = new ArrayList<>();
        for (int seed = 0; seed < GENERATED; seed++) {
            List<Resource> resources = new ArrayList<>();
            for (String type : parameters.types()) {
                resources.add(GeneratedResources.of(type, "g" + seed, seed));
            }
            List<IndexedResource> indexed = new ArrayList<>();
            for (Resource resource : resources) {
                EncodedResource e = encoder.encode(resource, IMPORTED.plusSeconds(seed));
                indexed.add(new IndexedResource(
                        new StoredResource(new ResourceKey(e.type(), e.id()), e.versionId(), e.lastUpdated(), e.json()),
                        indexer.index(resource, e.json(), resources)));
            }
            sources.add(indexed);
        }
        return sources;
    }

    private List<List<IndexedResource>> converted(List<Path> files) throws IOException {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages =
                new ConversionStages(ShippedLexicon.of(conformance), new MonographMapper(conformance, "test"), indexer);
        List<List<IndexedResource>> sources = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            sources.add(stages.convert(name, Files.readAllBytes(file), Set.of(), IMPORTED)
                    .resources());
        }
        return sources;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static SearchParameters parameters() {
        try {
            List<JsonNode> published = new ArrayList<>(PublishedParameters.ofHl7());
            published.addAll(PublishedParameters.ours());
            published.add(new ObjectMapper().readTree(A_NUMBER));
            return new SearchParameters(published);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
