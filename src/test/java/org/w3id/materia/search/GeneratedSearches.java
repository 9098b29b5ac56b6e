package org.w3id.materia.search;

import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.MonographMapper;
import org.w3id.materia.fhir.conformance.ConformanceResources;
import org.w3id.materia.fhir.conformance.ShippedLexicon;
import org.w3id.materia.fhir.encoding.EncodedResource;
import org.w3id.materia.fhir.encoding.ResourceEncoder;
import org.w3id.materia.ingest.ConversionStages;
import org.w3id.materia.search.definition.SearchDefinition;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/**
 * Searches by every parameter, with every form of value and every modifier, on every type that is served, and the resources whose values
 * they are made of: sources of generated ones, which give each parameter values, and of monographs.
 */
public final class GeneratedSearches {
    static final Instant IMPORTED = Instant.parse("2026-02-03T10:20:30.456Z");
    private static final int GENERATED = 24;

    /** How many elements of a parameter values are taken from. */
    private static final int PICKED = 8;

    private final SearchParameters parameters;
    private final SearchIndexer indexer;
    private final ConceptSetsOfTest concepts = new ConceptSetsOfTest();
    private final List<List<IndexedResource>> sources = new ArrayList<>();
    private final Map<String, List<OracleItem>> items = new LinkedHashMap<>();
    private final Set<ResourceKey> seen = new LinkedHashSet<>();
    private final IParser json = Examples.CONTEXT.newJsonParser();

    public GeneratedSearches(SearchParameters parameters) {
        this.parameters = parameters;
        this.indexer = new SearchIndexer(parameters);
    }

    /** What is to be put, each list from a source of its own. */
    public List<List<IndexedResource>> sources() {
        return sources;
    }

    ConceptSetsOfTest concepts() {
        return concepts;
    }

    /** By type; a resource that several sources hold is here once. */
    Map<String, List<OracleItem>> items() {
        return items;
    }

    Oracle oracle() {
        return new Oracle(
                parameters,
                concepts,
                items.values().stream().flatMap(List::stream).toList());
    }

    private void add(List<IndexedResource> source) {
        sources.add(source);
        List<Resource> siblings = source.stream().map(r -> parse(r.resource())).toList();
        for (Resource resource : siblings) {
            ResourceKey key = new ResourceKey(resource.fhirType(), resource.getIdPart());
            if (seen.add(key)) {
                items.computeIfAbsent(key.type(), t -> new ArrayList<>()).add(new OracleItem(key, resource, siblings));
            }
        }
    }

    private Resource parse(StoredResource stored) {
        return (Resource) json.parseResource(new String(stored.json(), StandardCharsets.UTF_8));
    }

    /** Adds a source for each seed, with one resource of every type, and one that refers to them. */
    public void addGenerated() {
        ResourceEncoder encoder = new ResourceEncoder();
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
            add(indexed);
        }
    }

    /** Adds a source for each monograph. */
    public void addConverted(List<Path> files) throws IOException {
        ConformanceResources conformance = ConformanceResources.load();
        ConversionStages stages =
                new ConversionStages(ShippedLexicon.alone(), new MonographMapper(conformance, "test"), indexer);
        for (Path file : files) {
            String name = file.getFileName().toString();
            add(stages.convert(name, Files.readAllBytes(file), Set.of(), IMPORTED)
                    .resources());
        }
    }

    /** Paths below the FHIR base: every search, and each type in every order and with all that one parameter refers to. */
    public Set<String> requests() {
        Set<String> requests = new TreeSet<>();
        for (SearchCase each : cases(oracle())) {
            requests.add(each.type() + "?" + encoded(each.name()) + "=" + encoded(each.value()));
        }
        for (String type : parameters.types()) {
            for (SearchDefinition parameter : parameters.of(type)) {
                requests.add(type + "?_sort=" + parameter.code() + "&_count=50");
                requests.add(type + "?_sort=-" + parameter.code() + "&_count=9");
                if (parameter.type() == SearchParamType.REFERENCE) {
                    requests.add(type + "?_count=5&_include=" + type + ":" + parameter.code());
                    parameter.targets().stream()
                            .filter(parameters.types()::contains)
                            .forEach(target ->
                                    requests.add(target + "?_count=5&_revinclude=" + type + ":" + parameter.code()));
                }
            }
        }
        return requests;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Set<SearchCase> cases(Oracle oracle) {
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
}
