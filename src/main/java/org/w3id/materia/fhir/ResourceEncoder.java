package org.w3id.materia.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/**
 * Resources → canonical JSON with a version and a time of last update. The version is a hash of the content without any
 * time, so the same content has the same version whenever it is encoded. Safe for several threads.
 */
public final class ResourceEncoder {
    private static final int VERSION_LENGTH = 16;
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final FhirContext context = FhirContext.forR4Cached();

    /**
     * Encodes a resource. The resource is completed on the way: {@code meta.versionId}, {@code meta.lastUpdated}, and the times that
     * FHIR asks of a Provenance ({@code recorded}) and a Composition ({@code date}), which are that of the last update too.
     *
     * @param lastUpdated when this content came to be; cut to milliseconds
     */
    public EncodedResource encode(Resource resource, Instant lastUpdated) {
        Instant time = lastUpdated.truncatedTo(ChronoUnit.MILLIS);
        String versionId = Sha.hex256(json(withoutTimes(resource))).substring(0, VERSION_LENGTH);
        resource.getMeta().setVersionId(versionId);
        resource.getMeta().setLastUpdatedElement(new InstantType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC));
        setTimes(resource, time);
        return new EncodedResource(resource.fhirType(), resource.getIdPart(), versionId, time, json(resource));
    }

    private static Resource withoutTimes(Resource resource) {
        resource.getMeta().setVersionIdElement(null);
        resource.getMeta().setLastUpdatedElement(null);
        if (resource instanceof Provenance provenance) {
            provenance.setRecordedElement(null);
        } else if (resource instanceof Composition composition) {
            composition.setDateElement(null);
        }
        return resource;
    }

    private static void setTimes(Resource resource, Instant time) {
        if (resource instanceof Provenance provenance) {
            provenance.setRecordedElement(new InstantType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC));
        } else if (resource instanceof Composition composition) {
            composition.setDateElement(new DateTimeType(Date.from(time), TemporalPrecisionEnum.MILLI, UTC));
        }
    }

    private byte[] json(Resource resource) {
        IParser parser = context.newJsonParser();
        parser.setStripVersionsFromReferences(false);
        parser.setPrettyPrint(false);
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
