package org.w3id.materia.fhir.encoding;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.w3id.materia.fhir.json.ResourceJson;

/**
 * Resources → canonical JSON with a version and a time of last update. The version is a hash of the content without any time
 * and without the places of evidence, so the same content has the same version whenever it is encoded, and wherever in its monograph it
 * stands. Safe for several threads.
 *
 * <p>Each resource is encoded once, with place holders of the right width for version and times, which
 * are overwritten when the hash is known.
 */
public final class ResourceEncoder {
    private static final String NO_VERSION = "0000000000000000";
    private static final Instant NO_TIME = Instant.EPOCH;
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private static final String NO_STAMP = instant(NO_TIME).getValueAsString();

    private final ResourceJson json = new ResourceJson(FhirContext.forR4Cached());

    /**
     * Encodes a resource. The resource is completed on the way: {@code meta.versionId}, {@code meta.lastUpdated}, and the times that
     * FHIR asks of a Provenance ({@code recorded}) and a Composition ({@code date}), which are that of the last update too.
     *
     * @param lastUpdated when this content came to be, in the years 0 to 9999; cut to milliseconds
     */
    public EncodedResource encode(Resource resource, Instant lastUpdated) {
        Instant time = lastUpdated.truncatedTo(ChronoUnit.MILLIS);
        complete(resource, NO_VERSION, NO_TIME);
        byte[] bytes = json.encode(resource);
        String version = VersionHash.of(bytes).substring(0, NO_VERSION.length());
        complete(resource, version, time);
        overwrite(bytes, "\"versionId\":\"", NO_VERSION, version);
        String stamp = instant(time).getValueAsString();
        overwrite(bytes, "\"lastUpdated\":\"", NO_STAMP, stamp);
        if (resource instanceof Provenance) {
            overwrite(bytes, "\"recorded\":\"", NO_STAMP, stamp);
        } else if (resource instanceof Composition) {
            overwrite(bytes, "\"date\":\"", NO_STAMP, stamp);
        }
        return new EncodedResource(resource.fhirType(), resource.getIdPart(), version, time, bytes);
    }

    private static void complete(Resource resource, String version, Instant time) {
        resource.getMeta().setVersionId(version);
        resource.getMeta().setLastUpdatedElement(instant(time));
        if (resource instanceof Provenance provenance) {
            provenance.setRecordedElement(instant(time));
        } else if (resource instanceof Composition composition) {
            composition.setDateElement(new DateTimeType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC));
        }
    }

    private static InstantType instant(Instant time) {
        return new InstantType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC);
    }

    /** Overwrites the value of a property. Quotes inside strings are escaped, so only a property can look like one. */
    private static void overwrite(byte[] json, String property, String placeHolder, String value) {
        byte[] wanted = (property + placeHolder + '"').getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != placeHolder.length()) {
            throw new IllegalArgumentException("'" + value + "' is not as long as '" + placeHolder + "'");
        }
        int at = indexOf(json, wanted);
        if (at < 0) {
            throw new IllegalStateException("the encoder wrote no " + property + placeHolder + '"');
        }
        System.arraycopy(bytes, 0, json, at + property.length(), bytes.length);
    }

    private static int indexOf(byte[] json, byte[] wanted) {
        int last = json.length - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (Arrays.equals(json, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
