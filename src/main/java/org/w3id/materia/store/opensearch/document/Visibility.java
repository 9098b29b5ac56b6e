package org.w3id.materia.store.opensearch.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.opensearch.client.Clauses;

/** What of an index one generation consists of. */
public record Visibility(long generation) {
    /** What the resources, or sources, are, of those that match. */
    public ObjectNode current(ObjectNode clause) {
        return Clauses.all(
                List.of(there(), Clauses.numbers(Fields.TO, "gt", generation), Clauses.not(removal()), clause));
    }

    /** What they are and were, removals too, of those that match. */
    public ObjectNode remembered(ObjectNode clause) {
        return Clauses.all(List.of(there(), Clauses.numbers(Fields.GONE, "gt", generation), clause));
    }

    private ObjectNode there() {
        return Clauses.numbers(Fields.FROM, "lte", generation);
    }

    private static ObjectNode removal() {
        return Clauses.term(Fields.CHANGE, Change.DELETED.name());
    }
}
