package org.w3id.materia.store.opensearch.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.materia.model.Finding;
import org.w3id.materia.model.Finding.Severity;
import org.w3id.materia.store.ChangedResource;
import org.w3id.materia.store.HistoryEntry;
import org.w3id.materia.store.HistoryEntry.Change;
import org.w3id.materia.store.IndexValue;
import org.w3id.materia.store.IndexedResource;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.Source;
import org.w3id.materia.store.StoredResource;
import org.w3id.materia.store.index.SortTerms;
import org.w3id.materia.store.opensearch.client.Clauses;

/** Versions of resources, removals and sources ↔ documents. */
public final class Documents {
    /** What a resource is sent from. */
    public static final List<String> OF_RESOURCE = List.of(Fields.KEY, Fields.VERSION, Fields.UPDATED, Fields.JSON);

    /** What an entry of a history is made from. */
    public static final List<String> OF_ENTRY =
            List.of(Fields.KEY, Fields.VERSION, Fields.UPDATED, Fields.JSON, Fields.CHANGE);

    public static final List<String> OF_SOURCE = List.of(Fields.SOURCE, Fields.FINGERPRINT, Fields.FINDINGS);

    private Documents() {}

    /** @param from the generation that the import makes */
    public static ObjectNode of(IndexedResource indexed, Change change, long entry, long from) {
        StoredResource resource = indexed.resource();
        ObjectNode document = head(resource.key(), change, entry, resource.lastUpdated(), from);
        document.put(Fields.VERSION, resource.versionId());
        document.put(Fields.JSON, new String(resource.json(), StandardCharsets.UTF_8));
        ResourceFields.add(resource.key().type(), indexed.values(), document);
        SortTerms.forEach(
                indexed.values(), (parameter, term) -> sort(document, parameter).add(term));
        long updated = resource.lastUpdated().toEpochMilli();
        sort(document, "_lastUpdated").add(SortTerms.of(updated));
        Fields.array(document, Fields.period("_lastUpdated")).add(ResourceFields.stretch(updated, updated));
        addReferences(indexed.values(), document);
        return document;
    }

    /**
     * A removal, which has no content.
     *
     * @param entry the number of the change
     * @param from the generation that the import makes
     */
    public static ObjectNode removal(ResourceKey key, long entry, Instant when, long from) {
        return head(key, Change.DELETED, entry, when, from);
    }

    private static ObjectNode head(ResourceKey key, Change change, long entry, Instant updated, long from) {
        return Clauses.object()
                .put(Fields.KEY, key.toString())
                .put(Fields.TYPE, key.type())
                .put(Fields.ID, key.id())
                .put(Fields.CHANGE, change.name())
                .put(Fields.ENTRY, entry)
                .put(Fields.UPDATED, updated.toEpochMilli())
                .put(Fields.UNTIL, Fields.NEVER)
                .put(Fields.FROM, from)
                .put(Fields.TO, Fields.NEVER)
                .put(Fields.GONE, Fields.NEVER);
    }

    private static void addReferences(List<IndexValue> values, ObjectNode document) {
        for (IndexValue value : values) {
            if (value instanceof IndexValue.Reference reference) {
                document.withArray(Fields.REFERENCES)
                        .addArray()
                        .add(reference.parameter())
                        .add(reference.target().type())
                        .add(reference.target().id());
            }
        }
    }

    private static ArrayNode sort(ObjectNode document, String parameter) {
        return Fields.array(document, Fields.sort(parameter));
    }

    /** @param written {@code type/id}, as {@link ResourceKey#toString()} writes it */
    public static ResourceKey key(String written) {
        int slash = written.indexOf('/');
        return new ResourceKey(written.substring(0, slash), written.substring(slash + 1));
    }

    /** @param source of a hit, with the fields of {@link #OF_RESOURCE} */
    public static StoredResource resource(JsonNode source) {
        return new StoredResource(
                key(source),
                source.path(Fields.VERSION).asText(),
                updated(source),
                source.path(Fields.JSON).asText().getBytes(StandardCharsets.UTF_8));
    }

    /** @param source of a hit, with the fields of {@link #OF_ENTRY} */
    public static HistoryEntry entry(JsonNode source) {
        Change change = change(source);
        return new HistoryEntry(
                key(source),
                change,
                updated(source),
                change == Change.DELETED ? Optional.empty() : Optional.of(resource(source)));
    }

    /** @param source of a hit, with the fields of {@link #OF_ENTRY}, of which the JSON may be missing */
    public static ChangedResource changed(JsonNode source) {
        Change change = change(source);
        return new ChangedResource(
                key(source),
                change,
                change == Change.DELETED
                        ? Optional.empty()
                        : Optional.of(source.path(Fields.VERSION).asText()),
                updated(source));
    }

    /** @param source of a hit, with {@link Fields#KEY} */
    public static ResourceKey key(JsonNode source) {
        return key(source.path(Fields.KEY).asText());
    }

    /** @param source of a hit, with {@link Fields#CHANGE} */
    public static Change change(JsonNode source) {
        return Change.valueOf(source.path(Fields.CHANGE).asText());
    }

    /** @param source of a hit, with {@link Fields#UPDATED}, in milliseconds since 1970 */
    public static Instant updated(JsonNode source) {
        return Instant.ofEpochMilli(source.path(Fields.UPDATED).asLong());
    }

    /**
     * @param keys the resources that the source holds, those included that other sources hold too
     * @param from the generation that the import makes
     */
    public static ObjectNode of(Source source, List<ResourceKey> keys, long from) {
        ObjectNode document = Clauses.object()
                .put(Fields.SOURCE, source.id())
                .put(Fields.FINGERPRINT, source.fingerprint())
                .put(Fields.FROM, from)
                .put(Fields.TO, Fields.NEVER);
        ArrayNode findings = document.withArray(Fields.FINDINGS);
        for (Finding finding : source.findings()) {
            findings.addObject()
                    .put("severity", finding.severity().name())
                    .put("path", finding.path())
                    .put("line", finding.line())
                    .put("code", finding.code())
                    .put("message", finding.message());
        }
        document.set(
                Fields.KEYS,
                Clauses.strings(keys.stream().map(ResourceKey::toString).toList()));
        return document;
    }

    /** @param source of a hit, with the fields of {@link #OF_SOURCE} */
    public static Source source(JsonNode source) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : source.path(Fields.FINDINGS)) {
            findings.add(new Finding(
                    Severity.valueOf(finding.path("severity").asText()),
                    finding.path("path").asText(),
                    finding.path("line").asInt(),
                    finding.path("code").asText(),
                    finding.path("message").asText()));
        }
        return new Source(
                source.path(Fields.SOURCE).asText(),
                source.path(Fields.FINGERPRINT).asText(),
                findings);
    }
}
