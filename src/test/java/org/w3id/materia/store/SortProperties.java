package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Sorted searches of several types, against a sort of everything in memory: many ties, missing and repeated values. */
class SortProperties {
    private static final List<String> TYPES = List.of("Alpha", "Beta", "BetaMax");
    private static final int EACH = 500;

    private static final Map<ResourceKey, Map<String, List<String>>> EXPECTED = new TreeMap<>();
    private static KnowledgeBase knowledge;

    @BeforeContainer
    static void fill() throws IOException {
        knowledge = TestStores.open(Files.createTempDirectory(Path.of("target"), "sorting"));
        SplittableRandom random = new SplittableRandom(7);
        for (int source = 0; source < 3; source++) {
            List<IndexedResource> resources = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                resources.add(resource(random, TYPES.get(random.nextInt(TYPES.size()))));
            }
            try (ImportSession session = knowledge.beginImport()) {
                session.put(new Source("s" + source, "1"), resources);
                session.commit();
            }
        }
    }

    /** Ids of different lengths, of which some belong to several types. */
    private static IndexedResource resource(SplittableRandom random, String type) {
        ResourceKey key = new ResourceKey(type, Integer.toString(random.nextInt(100_000), 36));
        List<IndexValue> values = new ArrayList<>();
        Map<String, List<String>> sortedBy = new TreeMap<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            String word = word(random);
            values.add(new IndexValue.Text("name", word));
            sortedBy.computeIfAbsent("name", p -> new ArrayList<>()).add(word);
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            String code = Integer.toString(random.nextInt(9));
            values.add(new IndexValue.Token("code", "urn:x", code));
            sortedBy.computeIfAbsent("code", p -> new ArrayList<>()).add(code);
        }
        if (random.nextInt(3) > 0) {
            Instant start = Instant.parse("1969-12-31T23:59:5" + random.nextInt(10) + "Z")
                    .plusSeconds(random.nextInt(10));
            values.add(new IndexValue.Period("date", start, start.plusSeconds(1)));
            sortedBy.put("date", List.of(sortable(start)));
        }
        values.add(new IndexValue.Token("rare", "", Boolean.toString(random.nextInt(40) == 0)));
        Instant updated = TestResources.UPDATED.plusMillis(random.nextInt(20));
        sortedBy.put("_lastUpdated", List.of(sortable(updated)));
        sortedBy.put("_id", List.of(key.id()));
        if (EXPECTED.putIfAbsent(key, sortedBy) != null) {
            return resource(random, type);
        }
        return TestResources.version(key, "1", updated, values.toArray(IndexValue[]::new));
    }

    private static String word(SplittableRandom random) {
        return "abc".substring(random.nextInt(3)).repeat(1 + random.nextInt(2));
    }

    private static String sortable(Instant instant) {
        return String.format("%020d", instant.toEpochMilli() + 1_000_000_000L);
    }

    @AfterContainer
    static void close() {
        knowledge.close();
    }

    @Property(tries = 60)
    void pagesJoinedAreTheWholeInOrder(
            @ForAll("types") List<String> types,
            @ForAll("sorts") List<SortKey> sort,
            @ForAll boolean rare,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Criterion> criteria =
                rare ? List.of(new Criterion("rare", List.of(new Criterion.TokenIs("", "true")))) : List.of();
        try (Snapshot snapshot = knowledge.snapshot()) {
            List<ResourceKey> whole =
                    keys(snapshot.search(new Query(types, criteria, sort, EXPECTED.size(), Optional.empty())));
            List<ResourceKey> joined = new ArrayList<>();
            Optional<String> after = Optional.empty();
            int count = Math.max(1, whole.size() * percent / 100);
            do {
                SearchPage page = snapshot.search(new Query(types, criteria, sort, count, after));
                assertThat(page.total()).isEqualTo(whole.size());
                joined.addAll(keys(page));
                after = page.next();
                after.ifPresent(next -> assertThat(next).matches("[A-Za-z0-9._\\-]+"));
                assertThat(page.resources())
                        .hasSize(after.isPresent() ? count : page.resources().size());
            } while (after.isPresent());
            assertThat(joined).isEqualTo(whole);
            if (!rare) {
                assertThat(joined).isEqualTo(expected(types, sort));
            }
        }
    }

    @Provide
    Arbitrary<List<String>> types() {
        return Arbitraries.of(TYPES).set().ofMinSize(1).map(List::copyOf);
    }

    @Provide
    Arbitrary<List<SortKey>> sorts() {
        return Combinators.combine(
                        Arbitraries.of("name", "code", "date", "_id", "_lastUpdated", "unknown"),
                        Arbitraries.of(true, false))
                .as(SortKey::new)
                .list()
                .ofMaxSize(3);
    }

    private static List<ResourceKey> expected(List<String> types, List<SortKey> sort) {
        Comparator<ResourceKey> order = Comparator.comparingInt(key -> 0);
        for (SortKey each : sort) {
            Comparator<String> values =
                    each.descending() ? Comparator.<String>reverseOrder() : Comparator.<String>naturalOrder();
            order = order.thenComparing(key -> first(key, each.parameter(), values), Comparator.nullsLast(values));
        }
        return EXPECTED.keySet().stream()
                .filter(key -> types.contains(key.type()))
                .sorted(order.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String first(ResourceKey key, String parameter, Comparator<String> order) {
        return EXPECTED.get(key).getOrDefault(parameter, List.of()).stream()
                .min(order)
                .orElse(null);
    }

    private static List<ResourceKey> keys(SearchPage page) {
        return page.resources().stream().map(resource -> resource.key()).toList();
    }
}
