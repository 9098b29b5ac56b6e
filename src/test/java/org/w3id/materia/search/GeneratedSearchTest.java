package org.w3id.materia.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.materia.SharedFiles;
import org.w3id.materia.search.definition.PublishedParameters;
import org.w3id.materia.search.definition.SearchParameters;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.ImportSession;
import org.w3id.materia.store.KnowledgeBase;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.TestStores;

/**
 * Every search parameter, with every form of value and every modifier, on every type that is served: what the index answers must be what
 * brute force over the resources gives. Generated resources give each parameter values; the shipped monographs, and the real collection
 * where it is there, show it on what is served.
 */
@Tag("slow")
class GeneratedSearchTest {
    /** One monograph of the real collection in this many. */
    private static final int SAMPLED = 24;

    /** Of the searches, one in so many is asked: with other stores all of them take long. */
    private static final int ONE_IN = Integer.getInteger("materia.test.searches", 1);

    /** No parameter of the served types is a number: this one stands for those that a type may get. */
    private static final String A_NUMBER = """
            {"resourceType":"SearchParameter","url":"urn:test:amount","code":"amount","base":["Substance"],"type":"number",
            "expression":"Substance.instance.quantity.value","description":"A number"}""";

    /** Combinations for which no search has a hit, and why. */
    private static final Set<String> WITHOUT_HIT = Set.of();

    @TempDir
    Path data;

    private final SearchParameters parameters = parameters();
    private final GeneratedSearches searches = new GeneratedSearches(parameters);
    private final SearchParser parser = new SearchParser(
            parameters, Optional.of(searches.concepts()), InstantSource.fixed(GeneratedSearches.IMPORTED));

    @Test
    void generatedAndShippedResourcesAreFoundAsBruteForceFindsThem() throws IOException {
        searches.addGenerated();
        searches.addConverted(files(Path.of("fhir-resources/monographs")));
        Map<String, Integer> hits = run();
        if (ONE_IN > 1) {
            return; // Who asks a part leaves combinations out.
        }
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
        searches.addConverted(sample);
        run();
    }

    private Map<String, Integer> run() {
        List<String> mismatches = new ArrayList<>();
        Map<String, Integer> hits = new LinkedHashMap<>();
        int number = 0;
        int asked = 0;
        try (KnowledgeBase knowledge = TestStores.open(data)) {
            put(knowledge);
            Oracle oracle = searches.oracle();
            try (Snapshot snapshot = knowledge.snapshot()) {
                for (SearchCase each : searches.cases(oracle)) {
                    if (number++ % ONE_IN > 0) {
                        continue;
                    }
                    Set<String> ours = search(snapshot, each);
                    Set<String> theirs = new TreeSet<>();
                    for (OracleItem item : searches.items().get(each.type())) {
                        if (oracle.matches(item, each.name(), each.value())) {
                            theirs.add(item.key().id());
                        }
                    }
                    hits.merge(each.combination(), theirs.size(), Integer::sum);
                    asked++;
                    if (!ours.equals(theirs)) {
                        mismatches.add(each + "\n  only by the index " + difference(ours, theirs)
                                + "\n  only by brute force " + difference(theirs, ours));
                    }
                }
            }
        }
        System.out.printf(
                "%d resources, %d combinations of type, parameter and form, %d of them with hits; %d searches, %d mismatches%n",
                searches.items().values().stream().mapToInt(List::size).sum(),
                hits.size(),
                hits.values().stream().filter(count -> count > 0).count(),
                asked,
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

    private void put(KnowledgeBase knowledge) {
        try (ImportSession session = knowledge.beginImport()) {
            for (int i = 0; i < searches.sources().size(); i++) {
                session.put(new Source("s" + i, "1"), searches.sources().get(i));
            }
            session.commit();
        }
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
