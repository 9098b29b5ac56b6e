package org.w3id.materia.store.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.w3id.materia.store.UnusableStoreException;
import org.w3id.materia.store.opensearch.client.ClusterClient;

/** Documents of one index that are read and replaced as a whole, each by its id. */
final class WholeDocuments {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration LONG_TIME = Duration.ofMinutes(2);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClusterClient client;
    private final String index;

    /**
     * A document that may be replaced where nobody else has done so meanwhile.
     *
     * @param condition as query of the URL
     */
    record Versioned(JsonNode source, String condition) {}

    WholeDocuments(ClusterClient client, String index) {
        this.client = client;
        this.index = index;
    }

    /**
     * Makes an index where it is not there.
     *
     * @param definition name of the resource with its settings and mappings
     * @throws UnusableStoreException where the cluster refuses
     */
    static void makeIndex(ClusterClient client, String index, String definition) {
        if (!exists(client, index)) {
            ClusterClient.Answer answer = client.tryTo("PUT", "/" + index, definition(definition), LONG_TIME);
            // Another process may have made it meanwhile.
            if (!answer.isOk() && !exists(client, index)) {
                throw new UnusableStoreException(
                        "The cluster makes no index '" + index + "': " + ClusterClient.reason(answer.body()));
            }
        }
    }

    private static boolean exists(ClusterClient client, String index) {
        return client.tryTo("HEAD", "/" + index, null, TIME).isOk();
    }

    private static ObjectNode definition(String name) {
        try (InputStream in = WholeDocuments.class.getResourceAsStream(name)) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Versioned> get(String id) {
        return get(id, "");
    }

    /** The document with no more than that field of it. */
    Optional<Versioned> getField(String id, String field) {
        return get(id, "&_source_includes=" + field);
    }

    private Optional<Versioned> get(String id, String more) {
        ClusterClient.Answer answer = client.tryTo("GET", path(id) + "?preference=_local" + more, null, TIME);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        requireOk("the document '" + id + "'", answer);
        JsonNode body = answer.body();
        return Optional.of(new Versioned(
                body.path("_source"),
                "if_seq_no=" + body.path("_seq_no").asLong() + "&if_primary_term="
                        + body.path("_primary_term").asLong()));
    }

    /**
     * Replaces the document, or makes it.
     *
     * @param before what it must still be; empty where it must not be there
     * @return false where somebody else has changed it
     */
    boolean replace(String id, Optional<Versioned> before, ObjectNode source) {
        String condition = before.map(Versioned::condition).orElse("op_type=create");
        ClusterClient.Answer answer = client.tryTo("PUT", path(id) + "?" + condition, source, TIME);
        if (answer.status() == CONFLICT) {
            return false;
        }
        requireOk("a change of the document '" + id + "'", answer);
        return true;
    }

    /** Deletes the document where nobody else has changed it. */
    void delete(String id, Versioned before) {
        ClusterClient.Answer answer = client.tryTo("DELETE", path(id) + "?" + before.condition(), null, TIME);
        if (answer.status() != CONFLICT && answer.status() != NOT_FOUND) {
            requireOk("the end of the document '" + id + "'", answer);
        }
    }

    /** Puts the document, whatever was there. */
    void put(String id, ObjectNode source) {
        requireOk("the document '" + id + "'", client.tryTo("PUT", path(id), source, LONG_TIME));
    }

    private String path(String id) {
        return "/" + index + "/_doc/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** A refusal must not be taken for there being nothing. */
    private static void requireOk(String what, ClusterClient.Answer answer) {
        if (!answer.isOk()) {
            throw new UnusableStoreException(
                    "The cluster refuses " + what + ": " + ClusterClient.reason(answer.body()));
        }
    }
}
