package org.w3id.materia.store.lucene;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.w3id.materia.model.Finding;
import org.w3id.materia.store.ChangePoint;
import org.w3id.materia.store.ChangedResource;
import org.w3id.materia.store.HistoryPage;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.lucene.document.UncheckedIo;
import org.w3id.materia.store.lucene.history.Changes;
import org.w3id.materia.store.lucene.history.HistoryPages;

/** One caller's hold on a generation. */
final class LuceneSnapshot implements Snapshot {
    private final Generation generation;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param generation acquired for this snapshot, which releases it */
    LuceneSnapshot(Generation generation) {
        this.generation = generation;
    }

    @Override
    public long generation() {
        return generation.commit().generation();
    }

    @Override
    public Instant committed() {
        return generation.commit().committed();
    }

    @Override
    public Optional<StoredResource> read(ResourceKey key) {
        return generation.read(key);
    }

    @Override
    public SearchPage search(Query query) {
        return generation.search(query);
    }

    @Override
    public List<ResourceKey> references(ResourceKey key, Optional<String> parameter) {
        return generation.references(key, parameter);
    }

    @Override
    public Optional<StoredResource> vread(ResourceKey key, String versionId) {
        Optional<StoredResource> current = read(key);
        return current.filter(resource -> resource.versionId().equals(versionId))
                .or(() -> generation.history().version(key, versionId));
    }

    @Override
    public Optional<Instant> deleted(ResourceKey key) {
        return generation.document(key) == KeyTable.NONE ? generation.history().removed(key) : Optional.empty();
    }

    @Override
    public HistoryPage history(HistoryQuery query) {
        return UncheckedIo.get(new HistoryPages(generation.searcher(), generation.contents(), query)::page);
    }

    @Override
    public ChangePoint changePoint() {
        return new ChangePoint(generation.commit().index(), generation.commit().lastEntry());
    }

    @Override
    public Optional<List<ChangedResource>> changesSince(ChangePoint place) {
        ChangePoint end = changePoint();
        if (place.index() != end.index() || place.entry() > end.entry()) {
            return Optional.empty();
        }
        return Optional.of(
                UncheckedIo.get(() -> new Changes(generation.searcher(), generation.contents()).after(place.entry())));
    }

    @Override
    public Map<String, String> sources() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        generation.inventory().sources().forEach((id, source) -> fingerprints.put(id, source.fingerprint()));
        return fingerprints;
    }

    @Override
    public List<Finding> findings() {
        return generation.inventory().findings();
    }

    @Override
    public Map<String, Integer> counts() {
        return generation.inventory().counts();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            generation.release();
        }
    }
}
