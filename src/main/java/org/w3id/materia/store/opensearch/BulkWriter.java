package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.opensearch.client.Clauses;
import org.w3id.materia.store.opensearch.client.ClusterClient;
import org.w3id.materia.store.opensearch.document.Fields;

/**
 * Writes documents, many with one request. Every document has an id that the writer gave it, so that what is sent twice is there once.
 * Safe for several threads.
 */
final class BulkWriter {
    private static final int LARGEST = 4 << 20;
    private static final Duration TIME = Duration.ofSeconds(60);

    private final ClusterClient client;
    private final String resources;
    private final String sources;
    private final StringBuilder lines = new StringBuilder();

    BulkWriter(ClusterClient client, String resources, String sources) {
        this.client = client;
        this.resources = resources;
        this.sources = sources;
    }

    /** A version of a resource, or its removal. */
    void addResource(ResourceKey key, ObjectNode document) {
        String id = key + "~" + document.path(Fields.FROM).asLong();
        add("index", resources, id, key.toString(), document);
    }

    /** Changes fields of what is there. */
    void changeResource(String id, ResourceKey key, ObjectNode fields) {
        add("update", resources, id, key.toString(), Clauses.object("doc", fields));
    }

    void addSource(String id, ObjectNode document) {
        add("index", sources, id, id, document);
    }

    void changeSource(String id, ObjectNode fields) {
        add("update", sources, id, id, Clauses.object("doc", fields));
    }

    private void add(String action, String index, String id, String routing, ObjectNode body) {
        ObjectNode target = Clauses.object().put("_index", index).put("_id", id).put("routing", routing);
        String written = Clauses.object(action, target) + "\n" + body + "\n";
        String full = null;
        synchronized (lines) {
            lines.append(written);
            if (lines.length() >= LARGEST) {
                full = taken();
            }
        }
        if (full != null) {
            send(full);
        }
    }

    private String taken() {
        String all = lines.toString();
        lines.setLength(0);
        return all;
    }

    /** Sends what is left. */
    void flush() {
        String rest;
        synchronized (lines) {
            rest = taken();
        }
        if (!rest.isEmpty()) {
            send(rest);
        }
    }

    private void send(String all) {
        ClusterClient.Answer answer =
                client.sendLines("/_bulk?filter_path=errors,items.*.error,items.*.status", all, TIME);
        if (!answer.isOk()) {
            throw new IllegalStateException("_bulk is answered by " + ClusterClient.reason(answer.body()));
        }
        if (answer.body().path("errors").asBoolean()) {
            requireWritten(answer.body().path("items"));
        }
    }

    private static void requireWritten(JsonNode items) {
        for (JsonNode item : items) {
            JsonNode result = item.elements().next();
            int status = result.path("status").asInt();
            if (status == 429 || status >= 500) {
                throw Failure.unavailable("The cluster has too much to do to take an import.");
            }
            if (status >= 300) {
                throw new IllegalStateException("A document is refused: "
                        + result.path("error").path("reason").asText() + " "
                        + result.path("error").path("caused_by").path("reason").asText());
            }
        }
    }
}
