package org.w3id.materia.store;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A knowledge base of plain maps, that looks at every resource for every search. */
public final class InMemoryKnowledgeBase implements KnowledgeBase {
    private final int kept;
    private final Deque<Generation> generations = new ArrayDeque<>();

    /** @param kept how many generations a client can page through */
    public InMemoryKnowledgeBase(int kept) {
        this.kept = kept;
        generations.add(new Generation(0, Instant.EPOCH, new TreeMap<>(), new TreeMap<>()));
    }

    @Override
    public synchronized Snapshot snapshot() {
        return generations.getLast();
    }

    @Override
    public synchronized Optional<Snapshot> snapshot(long generation) {
        return generations.stream()
                .filter(g -> g.generation() == generation)
                .<Snapshot>map(g -> g)
                .findFirst();
    }

    @Override
    public ImportSession beginImport() {
        Generation base = (Generation) snapshot();
        Map<String, Source> sources = new TreeMap<>(base.bySource);
        Map<String, List<IndexedResource>> resources = new TreeMap<>(base.resources);
        return new ImportSession() {
            @Override
            public void put(Source source, List<IndexedResource> put) {
                sources.put(source.id(), source);
                resources.put(source.id(), List.copyOf(put));
            }

            @Override
            public void remove(String sourceId) {
                sources.remove(sourceId);
                resources.remove(sourceId);
            }

            @Override
            public void commit() {
                publish(new Generation(base.generation + 1, Instant.now(), sources, resources));
            }

            @Override
            public void close() {}
        };
    }

    private synchronized void publish(Generation generation) {
        generations.add(generation);
        while (generations.size() > kept) {
            generations.removeFirst();
        }
    }

    @Override
    public void close() {}

    private record Generation(
            long generation,
            Instant committed,
            Map<String, Source> bySource,
            Map<String, List<IndexedResource>> resources)
            implements Snapshot {
        @Override
        public Optional<StoredResource> read(ResourceKey key) {
            return all().values().stream()
                    .map(IndexedResource::resource)
                    .filter(r -> r.key().equals(key))
                    .findFirst();
        }

        @Override
        public SearchPage search(Query query) {
            List<StoredResource> matches = all().values().stream()
                    .filter(r -> r.resource().key().type().equals(query.type()))
                    .filter(r -> query.allOf().stream().allMatch(c -> matches(r, c)))
                    .map(IndexedResource::resource)
                    .sorted(Comparator.comparing(r -> r.key().id()))
                    .toList();
            List<StoredResource> from = matches.stream()
                    .filter(r -> query.after()
                            .map(a -> r.key().id().compareTo(a) > 0)
                            .orElse(true))
                    .toList();
            List<StoredResource> page = from.stream().limit(query.count()).toList();
            return new SearchPage(page, matches.size(), query.count() > 0 && from.size() > page.size());
        }

        @Override
        public Map<String, String> sources() {
            return bySource.values().stream().collect(Collectors.toMap(Source::id, Source::fingerprint));
        }

        @Override
        public Map<String, Integer> counts() {
            return all().keySet().stream().collect(Collectors.toMap(ResourceKey::type, k -> 1, Integer::sum));
        }

        @Override
        public void close() {}

        private Map<ResourceKey, IndexedResource> all() {
            Map<ResourceKey, IndexedResource> all = new HashMap<>();
            resources
                    .values()
                    .forEach(list -> list.forEach(r -> all.put(r.resource().key(), r)));
            return all;
        }

        private static boolean matches(IndexedResource resource, Criterion criterion) {
            List<IndexValue> values = resource.values().stream()
                    .filter(v -> v.parameter().equals(criterion.parameter()))
                    .toList();
            return criterion.anyOf().stream().anyMatch(match -> {
                if (match instanceof Criterion.Missing m) {
                    return m.missing() == values.isEmpty();
                }
                if (match instanceof Criterion.IdIs id) {
                    return resource.resource().key().id().equals(id.id());
                }
                if (criterion.parameter().equals("_lastUpdated") && match instanceof Criterion.PeriodIs p) {
                    Instant at = resource.resource().lastUpdated();
                    return compare(p, at, at.plusMillis(1));
                }
                return values.stream().anyMatch(value -> matches(value, match));
            });
        }

        private static boolean matches(IndexValue value, Criterion.Match match) {
            if (value instanceof IndexValue.Token v && match instanceof Criterion.TokenIs m) {
                return (m.system() == null || m.system().equals(v.system()))
                        && (m.code() == null || m.code().equals(v.code()));
            }
            if (value instanceof IndexValue.Text v && match instanceof Criterion.TextBegins m) {
                return (" " + folded(v.value())).contains(" " + folded(m.value()));
            }
            if (value instanceof IndexValue.Text v && match instanceof Criterion.TextContains m) {
                return folded(v.value()).contains(folded(m.value()));
            }
            if (value instanceof IndexValue.Text v && match instanceof Criterion.TextIs m) {
                return v.value().equals(m.value());
            }
            if (value instanceof IndexValue.Reference v && match instanceof Criterion.RefersTo m) {
                return (m.type() == null || m.type().equals(v.target().type()))
                        && m.id().equals(v.target().id());
            }
            if (value instanceof IndexValue.Uri v && match instanceof Criterion.UriIs m) {
                return v.value().equals(m.value());
            }
            return value instanceof IndexValue.Period v
                    && match instanceof Criterion.PeriodIs m
                    && compare(m, v.start(), v.end());
        }

        private static boolean compare(Criterion.PeriodIs asked, Instant start, Instant end) {
            boolean within = !start.isBefore(asked.start()) && !end.isAfter(asked.end());
            return switch (asked.comparison()) {
                case EQ -> within;
                case NE -> !within;
                case GT -> end.isAfter(asked.end());
                case LT -> start.isBefore(asked.start());
                case GE -> within || end.isAfter(asked.end());
                case LE -> within || start.isBefore(asked.start());
                case SA -> !start.isBefore(asked.end());
                case EB -> !end.isAfter(asked.start());
            };
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
