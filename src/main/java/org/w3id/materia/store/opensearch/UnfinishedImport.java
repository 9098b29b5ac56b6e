package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterIndex;
import org.w3id.materia.store.opensearch.document.Documents;
import org.w3id.materia.store.opensearch.document.Fields;

/** What an import has written that did not commit: its documents, and what it has said of those that are served. */
final class UnfinishedImport {
    private static final int AT_ONCE = 1000;

    private final Cluster cluster;
    private final long served;

    /** @param served number of the generation that is served */
    UnfinishedImport(Cluster cluster, long served) {
        this.cluster = cluster;
        this.served = served;
    }

    /** Leaves both indices as the last commit has made them. */
    void undo() {
        for (ClusterIndex index : indices()) {
            index.refresh();
            index.delete(Clauses.numbers(Fields.FROM, "gt", served));
        }
        BulkWriter writer = cluster.writer();
        undo(
                cluster.resources(),
                Fields.ENTRY,
                List.of(Fields.KEY, Fields.TO, Fields.GONE),
                hit -> writer.changeResource(
                        hit.path("_id").asText(), Documents.key(hit.path("_source")), restored(hit.path("_source"))));
        undo(
                cluster.sources(),
                Fields.SOURCE,
                List.of(Fields.TO),
                hit -> writer.changeSource(
                        hit.path("_id").asText(), Clauses.object().put(Fields.TO, Fields.NEVER)));
        writer.flush();
        indices().forEach(ClusterIndex::refresh);
    }

    private List<ClusterIndex> indices() {
        return List.of(cluster.resources(), cluster.sources());
    }

    private void undo(ClusterIndex index, String sort, List<String> fields, Consumer<JsonNode> take) {
        index.forEach(
                Clauses.any(List.of(unfinished(Fields.TO), unfinished(Fields.GONE))), sort, fields, AT_ONCE, take);
    }

    private ObjectNode unfinished(String field) {
        return Clauses.all(List.of(Clauses.numbers(field, "gt", served), Clauses.numbers(field, "lt", Fields.NEVER)));
    }

    private ObjectNode restored(JsonNode source) {
        ObjectNode restored = Clauses.object();
        if (source.path(Fields.TO).asLong() > served) {
            restored.put(Fields.TO, Fields.NEVER).put(Fields.UNTIL, Fields.NEVER);
        }
        if (source.path(Fields.GONE).asLong() > served) {
            restored.put(Fields.GONE, Fields.NEVER);
        }
        return restored;
    }
}
