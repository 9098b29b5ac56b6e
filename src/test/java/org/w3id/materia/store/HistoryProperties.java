package org.w3id.materia.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.w3id.materia.store.HistoryEntry.Change;

/** Random imports of two sources, one resource shared by both, against a list of all that happened. */
class HistoryProperties {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** One key's change, as the model knows it; version null for a removal. */
    private record Event(ResourceKey key, Change change, String version, Instant when) {}

    /** What one import is given: of each of four resources a version, 0 for none. Those of source {@code s}, {@code t}, both. */
    private static final List<ResourceKey> KEYS = List.of(
            new ResourceKey("Alpha", "s1"),
            new ResourceKey("Beta", "s2"),
            new ResourceKey("Alpha", "t1"),
            new ResourceKey("Substance", "shared"));

    private final List<Event> events = new ArrayList<>();
    private final Map<ResourceKey, String> current = new TreeMap<>();
    private final Map<Instant, ChangePoint> points = new TreeMap<>();
    private Instant now = START;

    @Property(tries = 30)
    void everythingThatHappenedIsRemembered(
            @ForAll("imports") List<List<Integer>> imports, @ForAll @IntRange(min = 1, max = 7) int count)
            throws IOException {
        events.clear();
        current.clear();
        points.clear();
        now = START;
        Path data = Files.createTempDirectory(Path.of("target"), "history");
        KnowledgeBase knowledge = TestStores.open(data, () -> now);
        try {
            for (List<Integer> each : imports) {
                now = now.plusSeconds(1);
                put(knowledge, each);
                remember(each);
                try (Snapshot snapshot = knowledge.snapshot()) {
                    points.put(now, snapshot.changePoint());
                }
                if (each.get(0) == 2) {
                    knowledge.close();
                    knowledge = TestStores.open(data, () -> now);
                }
            }
            try (Snapshot snapshot = knowledge.snapshot()) {
                checkSnapshot(snapshot, count);
                points.forEach((time, point) -> checkChanges(snapshot, time, point));
            }
        } finally {
            knowledge.close();
        }
    }

    @Provide
    Arbitrary<List<List<Integer>>> imports() {
        return Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(KEYS.size())
                .list()
                .ofMaxSize(25);
    }

    private void put(KnowledgeBase knowledge, List<Integer> versions) {
        try (ImportSession session = knowledge.beginImport()) {
            session.put(new Source("s", now.toString()), resources(versions, 0, 1, 3));
            session.put(new Source("t", now.toString()), resources(versions, 2, 3));
            session.commit();
        }
    }

    private List<IndexedResource> resources(List<Integer> versions, int... which) {
        List<IndexedResource> resources = new ArrayList<>();
        for (int i : which) {
            if (versions.get(i) > 0) {
                resources.add(TestResources.version(KEYS.get(i), "v" + versions.get(i), now));
            }
        }
        return resources;
    }

    private void remember(List<Integer> versions) {
        for (int i = 0; i < KEYS.size(); i++) {
            ResourceKey key = KEYS.get(i);
            String version = versions.get(i) == 0 ? null : "v" + versions.get(i);
            String before = version == null ? current.remove(key) : current.put(key, version);
            if (version == null && before != null) {
                events.add(0, new Event(key, Change.DELETED, null, now));
            } else if (version != null && !version.equals(before)) {
                events.add(0, new Event(key, before == null ? Change.CREATED : Change.UPDATED, version, now));
            }
        }
    }

    private void checkSnapshot(Snapshot snapshot, int count) {
        List<Event> kept = new ArrayList<>();
        for (ResourceKey key : KEYS) {
            List<Event> ofKey = kept(key);
            kept.addAll(ofKey);
            assertThat(joined(snapshot, new HistoryQuery.OfResource(key), count))
                    .isEqualTo(ofKey);
            checkVersions(snapshot, key, ofKey);
        }
        assertThat(joined(snapshot, new HistoryQuery.OfAll(), count))
                .containsExactlyInAnyOrderElementsOf(kept)
                .isSortedAccordingTo((a, b) -> b.when().compareTo(a.when()));
        assertThat(joined(snapshot, new HistoryQuery.OfTypes(List.of("Alpha", "Substance")), count))
                .containsExactlyInAnyOrderElementsOf(kept.stream()
                        .filter(e -> !e.key().type().equals("Beta"))
                        .toList());
        checkTimes(snapshot, kept);
        Map<String, Integer> counts = new TreeMap<>();
        current.keySet().forEach(key -> counts.merge(key.type(), 1, Integer::sum));
        assertThat(snapshot.counts()).as("history does not count").isEqualTo(counts);
        for (String type : counts.keySet()) {
            assertThat(snapshot.search(new Query(type, List.of(), 100, Optional.empty()))
                            .resources())
                    .as("history is not found by searches")
                    .hasSize(counts.get(type));
        }
    }

    /** The newest, up to the bound; of a resource that was removed, none of it is the current one. */
    private List<Event> kept(ResourceKey key) {
        int most = KnowledgeBase.HISTORY + (current.containsKey(key) ? 1 : 0);
        return events.stream().filter(e -> e.key().equals(key)).limit(most).toList();
    }

    private void checkVersions(Snapshot snapshot, ResourceKey key, List<Event> kept) {
        assertThat(snapshot.read(key).map(StoredResource::versionId)).isEqualTo(Optional.ofNullable(current.get(key)));
        assertThat(snapshot.deleted(key))
                .isEqualTo(kept.stream()
                        .findFirst()
                        .filter(e -> e.version() == null)
                        .map(Event::when));
        for (String version : List.of("v1", "v2", "v3")) {
            Optional<Event> newest =
                    kept.stream().filter(e -> version.equals(e.version())).findFirst();
            assertThat(snapshot.vread(key, version).map(r -> event(key, Change.CREATED, Optional.of(r))))
                    .isEqualTo(newest.map(e -> new Event(key, Change.CREATED, version, e.when())));
        }
        assertThat(snapshot.vread(key, "")).isEmpty();
    }

    private void checkTimes(Snapshot snapshot, List<Event> kept) {
        for (Instant time : new TreeSet<>(events.stream().map(Event::when).toList())) {
            HistoryQuery since = new HistoryQuery(
                    new HistoryQuery.OfAll(), Optional.of(time), Optional.empty(), 1000, Optional.empty());
            assertThat(events(snapshot.history(since)))
                    .containsExactlyInAnyOrderElementsOf(
                            kept.stream().filter(e -> !e.when().isBefore(time)).toList());
            HistoryQuery at = new HistoryQuery(
                    new HistoryQuery.OfAll(),
                    Optional.empty(),
                    Optional.of(new HistoryQuery.Stretch(time, time.plusMillis(1))),
                    1000,
                    Optional.empty());
            Map<ResourceKey, Event> holding = new TreeMap<>();
            events.stream().filter(e -> !e.when().isAfter(time)).forEach(e -> holding.putIfAbsent(e.key(), e));
            assertThat(events(snapshot.history(at)))
                    .containsExactlyInAnyOrderElementsOf(
                            holding.values().stream().filter(kept::contains).toList());
        }
    }

    /** Each resource that has changed after the time, by the last change of it. */
    private void checkChanges(Snapshot snapshot, Instant time, ChangePoint point) {
        assertThat(ChangePoint.parse(point.toString())).contains(point);
        Map<ResourceKey, Event> last = new TreeMap<>();
        events.stream().filter(e -> e.when().isAfter(time)).forEach(e -> last.putIfAbsent(e.key(), e));
        assertThat(snapshot.changesSince(point).orElseThrow())
                .extracting(c -> new Event(c.key(), c.change(), c.versionId().orElse(null), c.when()))
                .containsExactlyInAnyOrderElementsOf(last.values())
                .isSortedAccordingTo((a, b) -> a.when().compareTo(b.when()));
        assertThat(snapshot.changesSince(new ChangePoint(point.index() + 1, point.entry())))
                .as("a place of another knowledge base")
                .isEmpty();
        assertThat(snapshot.changesSince(
                        new ChangePoint(point.index(), snapshot.changePoint().entry() + 1)))
                .as("a place that is still to come")
                .isEmpty();
    }

    private static List<Event> joined(Snapshot snapshot, HistoryQuery.Scope scope, int count) {
        List<Event> joined = new ArrayList<>();
        Optional<String> after = Optional.empty();
        HistoryPage page;
        do {
            page = snapshot.history(new HistoryQuery(scope, Optional.empty(), Optional.empty(), count, after));
            joined.addAll(events(page));
            after = page.next();
        } while (after.isPresent());
        assertThat(joined).hasSize(page.total());
        return joined;
    }

    private static List<Event> events(HistoryPage page) {
        return page.entries().stream()
                .map(e -> {
                    assertThat(e.resource().map(StoredResource::lastUpdated).orElse(e.when()))
                            .isEqualTo(e.when());
                    return event(e.key(), e.change(), e.resource(), e.when());
                })
                .toList();
    }

    private static Event event(ResourceKey key, Change change, Optional<StoredResource> resource) {
        return event(key, change, resource, resource.orElseThrow().lastUpdated());
    }

    private static Event event(ResourceKey key, Change change, Optional<StoredResource> resource, Instant when) {
        resource.ifPresent(r -> assertThat(new String(r.json(), StandardCharsets.UTF_8))
                .contains(
                        "\"versionId\":\"" + r.versionId() + "\"",
                        "\"lastUpdated\":\"" + StoredResource.stamp(when) + "\""));
        return new Event(key, change, resource.map(StoredResource::versionId).orElse(null), when);
    }
}
