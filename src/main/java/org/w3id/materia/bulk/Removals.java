package org.w3id.materia.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryPage;
import org.w3id.materia.store.HistoryQuery;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Snapshot;

/** What was removed after a time and is not there again, page by page, the newest removal first. */
final class Removals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Snapshot snapshot;
    private final HistoryQuery.Scope scope;
    private final Instant since;
    private final int page;
    private Optional<String> after = Optional.empty();
    private boolean ended;

    /** @param request with a time */
    Removals(Snapshot snapshot, ExportRequest request, int page) {
        this.snapshot = snapshot;
        this.scope = request.types().isEmpty() ? new HistoryQuery.OfAll() : new HistoryQuery.OfTypes(request.types());
        this.since = request.since().orElseThrow();
        this.page = page;
    }

    /** The next ones; none at the end. */
    List<ResourceKey> next() {
        List<ResourceKey> removed = new ArrayList<>();
        while (!ended && removed.isEmpty()) {
            HistoryPage found =
                    snapshot.history(new HistoryQuery(scope, Optional.of(since), Optional.empty(), page, after));
            found.entries().stream()
                    .filter(this::isRemoval)
                    .map(HistoryEntry::key)
                    .forEach(removed::add);
            after = found.next();
            ended = after.isEmpty();
        }
        return removed;
    }

    /** The last removal of what came back and went again is the one that counts. */
    private boolean isRemoval(HistoryEntry entry) {
        return entry.change() == HistoryEntry.Change.DELETED
                && entry.when().isAfter(since)
                && snapshot.deleted(entry.key()).filter(entry.when()::equals).isPresent();
    }

    /** JSON of the Bundle that removes them. */
    static byte[] bundle(List<ResourceKey> removed) throws IOException {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        for (ResourceKey key : removed) {
            entries.addObject().putObject("request").put("method", "DELETE").put("url", key.toString());
        }
        return JSON.writeValueAsBytes(bundle);
    }
}
