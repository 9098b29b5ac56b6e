package org.w3id.materia.store;

import java.time.Instant;

/**
 * A resource as it will be sent.
 *
 * @param versionId {@code meta.versionId}: changes exactly when the content does
 * @param lastUpdated {@code meta.lastUpdated}, with milliseconds
 * @param json UTF-8 FHIR JSON without insignificant white space, {@code meta} included; not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // compared by key and version, never by content
public record StoredResource(ResourceKey key, String versionId, Instant lastUpdated, byte[] json) {}
