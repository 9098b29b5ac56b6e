package org.w3id.materia.server.search;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.w3id.materia.model.Failure;
import org.w3id.materia.store.ResourceKey;
import org.w3id.materia.store.StoredResource;

/**
 * Writes the JSON of a Bundle around resources that are JSON already (FHIR R4, Bundle). Elements come in the order of the
 * calls, which is the caller's to keep: first the Bundle's own, then links, then entries.
 */
public final class BundleWriter {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** More at once would be a file, which a bulk export gives; the memory that one request may have is reckoned by it. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private final ByteArrayOutputStream out;
    private final String serverBase;
    private boolean inLinks;
    private boolean inEntries;

    /**
     * @param type code of the Bundle's type
     * @param serverBase FHIR base that full URLs begin with
     * @param size about how many bytes there will be
     */
    public BundleWriter(String type, String serverBase, int size) {
        this.out = new ByteArrayOutputStream(Math.min(size, MOST_BYTES));
        this.serverBase = serverBase;
        raw("{\"resourceType\":\"Bundle\"");
        text("type", type);
    }

    /** A string element of the Bundle. */
    public BundleWriter text(String name, String value) {
        raw(",\"" + name + "\":" + quoted(value));
        return this;
    }

    /** Any element of the Bundle, by its JSON. */
    public BundleWriter json(String name, String json) {
        raw(",\"" + name + "\":" + json);
        return this;
    }

    /**
     * A link of the Bundle. After the first, nothing but links and entries may follow.
     *
     * @param relation such as {@code self} or {@code next}
     */
    public BundleWriter link(String relation, String url) {
        raw((inLinks ? "," : ",\"link\":[") + "{\"relation\":" + quoted(relation) + ",\"url\":" + quoted(url) + "}");
        inLinks = true;
        return this;
    }

    /**
     * @param search JSON of {@code entry.search}, or empty for none
     */
    public BundleWriter entry(StoredResource resource, String search) {
        return entry(url(resource.key()), resource.json(), search.isEmpty() ? Map.of() : Map.of("search", search));
    }

    /**
     * @param fullUrl null for none
     * @param resource JSON; null for none
     * @param more JSON of further elements of the entry by their names
     * @throws Failure too costly where the Bundle would become larger than an answer may be
     */
    public BundleWriter entry(String fullUrl, byte[] resource, Map<String, String> more) {
        if (resource != null && resource.length > MOST_BYTES - out.size()) {
            throw Failure.tooCostly("This answer would be larger than " + MOST_BYTES / 1024 / 1024
                    + " MiB. Ask for smaller pages ('_count'), include less, or take a bulk export ('$export').");
        }
        endLinks();
        raw(inEntries ? ",{" : ",\"entry\":[{");
        inEntries = true;
        String separator = "";
        if (fullUrl != null) {
            raw("\"fullUrl\":" + quoted(fullUrl));
            separator = ",";
        }
        if (resource != null) {
            raw(separator + "\"resource\":");
            out.writeBytes(resource);
            separator = ",";
        }
        for (Map.Entry<String, String> element : more.entrySet()) {
            raw(separator + quoted(element.getKey()) + ":" + element.getValue());
            separator = ",";
        }
        raw("}");
        return this;
    }

    /**
     * A warning beside what was found (FHIR R4, 3.1.1.7). It is nowhere to be read, and has the name of its own that the HL7 validator
     * wants of every entry.
     */
    BundleWriter outcome(String warning) {
        byte[] outcome =
                ("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"warning\",\"code\":\"informational\","
                                + "\"diagnostics\":" + quoted(warning) + "}]}")
                        .getBytes(StandardCharsets.UTF_8);
        return entry(
                "urn:uuid:" + UUID.nameUUIDFromBytes(outcome), outcome, Map.of("search", "{\"mode\":\"outcome\"}"));
    }

    /** Where the resource can be read. */
    public String url(ResourceKey key) {
        return serverBase + "/" + key;
    }

    /** The whole Bundle, in UTF-8; nothing may be written after it. */
    public byte[] end() {
        endLinks();
        raw(inEntries ? "]}" : "}");
        return out.toByteArray();
    }

    /** A FHIR instant with the milliseconds that {@code meta.lastUpdated} has everywhere. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** A JSON object of elements whose values are JSON already. */
    public static String object(Map<String, String> elements) {
        return elements.entrySet().stream()
                .map(e -> quoted(e.getKey()) + ":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A JSON string (RFC 8259, 7), with its quotation marks. */
    public static String quoted(String value) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }

    private void endLinks() {
        if (inLinks) {
            raw("]");
            inLinks = false;
        }
    }

    private void raw(String json) {
        out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    }
}
