package org.w3id.materia.fhir.encoding;

import java.time.Instant;

/**
 * A resource as it is stored and sent.
 *
 * @param versionId {@code meta.versionId}: changes exactly when the content does
 * @param lastUpdated {@code meta.lastUpdated}, to the millisecond
 * @param json UTF-8 FHIR JSON without insignificant white space, {@code meta} included; not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // compared by type, id and version, never by content
public record EncodedResource(String type, String id, String versionId, Instant lastUpdated, byte[] json) {}
