package org.w3id.materia.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * A resource as it will be sent.
 *
 * @param versionId {@code meta.versionId}: changes exactly when what the resource says does
 * @param lastUpdated {@code meta.lastUpdated}, with milliseconds
 * @param json UTF-8 FHIR JSON without insignificant white space, {@code meta} included; not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // compared by key and version, never by content
public record StoredResource(ResourceKey key, String versionId, Instant lastUpdated, byte[] json) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'").withZone(ZoneOffset.UTC);

    /** A time as the JSON of a resource that may be dated anew has it. */
    public static String stamp(Instant time) {
        return STAMP.format(time);
    }

    private static byte[] property(Instant time) {
        return ('"' + stamp(time) + '"').getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The same content as it was known since another time: that stands wherever the JSON has the time of last update, which is a
     * Provenance's and a Composition's own time as well.
     */
    public StoredResource knownSince(Instant time) {
        byte[] own = property(lastUpdated);
        byte[] other = property(time);
        byte[] dated = json.clone();
        for (int i = 0; i + own.length <= dated.length; i++) {
            if (dated[i] == own[0] && Arrays.equals(dated, i, i + own.length, own, 0, own.length)) {
                System.arraycopy(other, 0, dated, i, other.length);
            }
        }
        return new StoredResource(key, versionId, time, dated);
    }
}
