package org.w3id.materia.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.w3id.materia.store.Criterion;
import org.w3id.materia.store.Query;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.SearchPage;
import org.w3id.materia.store.Snapshot;
import org.w3id.materia.store.StoredResource;

/** Writes the files of one export from one snapshot, a page in memory at a time. Can be watched and told to stop. */
final class ExportRun {
    private final ExportRequest request;
    private final int page;
    private volatile boolean stopped;
    private volatile long expected;
    private final AtomicLong written = new AtomicLong();

    /** @param page resources in memory at a time */
    ExportRun(ExportRequest request, int page) {
        this.request = request;
        this.page = page;
    }

    /**
     * Writes all files.
     *
     * @throws IOException where they cannot be written, or not all resources came that the snapshot has
     * @throws CancellationException where it was stopped meanwhile
     */
    List<ExportFile> write(Snapshot snapshot, Path folder) throws IOException {
        Map<String, Integer> counts = snapshot.counts();
        List<String> types =
                new ArrayList<>(request.types().isEmpty() ? new TreeSet<>(counts.keySet()) : request.types());
        types.removeIf(type -> !counts.containsKey(type));
        expected = types.stream().mapToLong(counts::get).sum();
        List<ExportFile> files = new ArrayList<>();
        for (String type : types) {
            long count = write(snapshot, type, folder);
            if (count > 0) {
                files.add(new ExportFile(type, count));
            }
        }
        if (request.since().isEmpty() && written.get() != expected) {
            throw new IOException("of " + expected + " resources " + written + " came");
        }
        return files;
    }

    /**
     * Writes what was removed since the time that the client named, and is not there again (Bulk Data Access 2.0, Response: {@code
     * deleted}): Bundles of type transaction, a page of removals in each.
     *
     * @return absent where nothing was removed, or the client has named no time
     */
    Optional<ExportFile> writeDeleted(Snapshot snapshot, Path folder) throws IOException {
        if (request.since().isEmpty()) {
            return Optional.empty();
        }
        Removals removals = new Removals(snapshot, request, page);
        List<ResourceKey> removed = removals.next();
        if (removed.isEmpty()) {
            return Optional.empty();
        }
        long bundles = 0;
        try (ResourceLines lines = new ResourceLines(folder, new ExportFile(ExportFile.DELETED, 1).name())) {
            for (; !removed.isEmpty(); removed = removals.next()) {
                if (stopped) {
                    throw new CancellationException("the export was stopped");
                }
                lines.add(Removals.bundle(removed));
                bundles++;
            }
            lines.end();
        }
        return Optional.of(new ExportFile(ExportFile.DELETED, bundles));
    }

    private long write(Snapshot snapshot, String type, Path folder) throws IOException {
        SearchPage found = next(snapshot, type, Optional.empty());
        if (found.resources().isEmpty()) {
            return 0; // The guide wants no empty files.
        }
        long before = written.get();
        try (ResourceLines lines = new ResourceLines(folder, new ExportFile(type, 1).name())) {
            while (true) {
                List<StoredResource> resources = found.resources();
                for (StoredResource resource : resources) {
                    lines.add(resource.json());
                }
                written.addAndGet(resources.size());
                if (found.next().isEmpty()) {
                    lines.end();
                    return written.get() - before;
                }
                found = next(snapshot, type, found.next());
            }
        }
    }

    private SearchPage next(Snapshot snapshot, String type, Optional<String> after) {
        if (stopped) {
            throw new CancellationException("the export was stopped");
        }
        List<Criterion> updated = request.since()
                .map(since -> new Criterion(
                        "_lastUpdated",
                        List.of(new Criterion.PeriodIs(Criterion.Comparison.GT, since, since.plusMillis(1)))))
                .map(List::of)
                .orElse(List.of());
        return snapshot.search(new Query(type, updated, page, after));
    }

    void stop() {
        stopped = true;
    }

    /** For a person, below a hundred characters. */
    String progress() {
        return written.get() + " of " + (request.since().isPresent() ? "at most " : "") + expected
                + " resources written";
    }
}
